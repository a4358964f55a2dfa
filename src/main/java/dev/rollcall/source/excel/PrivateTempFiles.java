package dev.rollcall.source.excel;

import dev.rollcall.security.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * The temporary files of POI: in a folder of this piece of work alone, which is gone with it. By
 * default it would be a folder that all users of a machine share.
 */
final class PrivateTempFiles implements TempFileCreationStrategy {

  private final Path folder;

  private PrivateTempFiles(Path folder) {
    this.folder = folder;
  }

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Does the work; nothing of its files is left behind. */
  static void during(Work work) throws IOException {
    Path shared = Path.of(System.getProperty("java.io.tmpdir"));
    Path folder = OwnerOnly.ALONE.temporaryFolder(shared, "rollcall");
    TempFile.setThreadLocalTempFileCreationStrategy(new PrivateTempFiles(folder));
    try {
      work.run();
    } finally {
      TempFile.setThreadLocalTempFileCreationStrategy(null);
      delete(folder);
    }
  }

  @Override
  public File createTempFile(String prefix, String suffix) throws IOException {
    return OwnerOnly.ALONE.temporaryFile(folder, prefix, suffix).toFile();
  }

  @Override
  public File createTempDirectory(String prefix) throws IOException {
    return OwnerOnly.ALONE.temporaryFolder(folder, prefix).toFile();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
