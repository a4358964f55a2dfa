package dev.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample company in a folder of its own: {@code jobs} and {@code sample-data}. */
final class SampleCompany {

  private SampleCompany() {}

  /** Copies them, without what runs have left beside them. */
  static void copyTo(Path folder) throws IOException {
    for (String name : List.of("jobs", "sample-data")) {
      Files.createDirectories(folder.resolve(name));
      try (Stream<Path> files = Files.list(Path.of(name))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, folder.resolve(name).resolve(file.getFileName()));
        }
      }
    }
  }
}
