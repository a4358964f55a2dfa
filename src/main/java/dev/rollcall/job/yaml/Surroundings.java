package dev.rollcall.job.yaml;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What references in a file may look at: variables and small files. */
public record Surroundings(Map<String, String> variables, FileText files) {

  private static final int LARGEST = 64 * 1024;

  /** Reads a small text file. */
  @FunctionalInterface
  public interface FileText {
    /** The whole text. */
    String read(Path path) throws IOException;
  }

  /** Checks and copies. */
  public Surroundings {
    variables = Map.copyOf(variables);
    requireNonNull(files, "files");
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(System.getenv(), Surroundings::readSmall);
  }

  private static String readSmall(Path path) throws IOException {
    if (Files.size(path) > LARGEST) {
      throw new IOException("is larger than 64 KiB");
    }
    return Files.readString(path);
  }

  /** Only the names: the values may be secret. */
  @Override
  public String toString() {
    return "Surroundings" + variables.keySet();
  }
}
