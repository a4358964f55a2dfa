package dev.rollcall.job.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.security.SmallFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The sources of references in a file: variables and small files. */
public record ReferenceSources(Map<String, String> variables, FileText files) {

  private static final int LARGEST = 64 * 1024;

  /** Reads a small text file. */
  @FunctionalInterface
  public interface FileText {
    /** The whole text. */
    String read(Path path) throws IOException;
  }

  /** Copies. */
  public ReferenceSources {
    variables = Map.copyOf(variables);
  }

  /** Those of this process. */
  public static ReferenceSources ofProcess() {
    return with(System.getenv());
  }

  /** These variables, and the files of this machine. */
  public static ReferenceSources with(Map<String, String> variables) {
    return new ReferenceSources(variables, ReferenceSources::readSmall);
  }

  /** The same, which tell of each file that is read. */
  public ReferenceSources telling(Consumer<Path> read) {
    return new ReferenceSources(
        variables,
        path -> {
          read.accept(path);
          return files.read(path);
        });
  }

  private static String readSmall(Path path) throws IOException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(SmallFile.read(path, LARGEST))).toString();
  }

  /** Only the names: the values may be secret. */
  @Override
  public String toString() {
    return "Surroundings" + variables.keySet();
  }
}
