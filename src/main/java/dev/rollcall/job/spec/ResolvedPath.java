package dev.rollcall.job.spec;

import java.nio.file.Path;

/**
 * A file or folder of the job file.
 *
 * @param label as written, for people
 * @param path absolute
 */
public record ResolvedPath(String label, Path path) {

  /** A relative path is relative to the folder. */
  static ResolvedPath of(String text, Path folder) {
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("write a path");
    }
    return new ResolvedPath(text, folder.resolve(text).toAbsolutePath().normalize());
  }

  @Override
  public String toString() {
    return label;
  }
}
