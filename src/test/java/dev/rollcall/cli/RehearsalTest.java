package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the rehearsal to the sample data: a command that fails there would show Java nothing. */
class RehearsalTest {

  @TempDir private Path folder;

  @Test
  void everyCommandOfItDoesItsWork() throws IOException {
    copy("jobs");
    copy("sample-data");

    List<Integer> codes = new Rehearsal(folder).make();

    assertThat(codes).containsExactly(5, 4, 4, 4, 3, 0, 0, 0, 4);
  }

  private void copy(String name) throws IOException {
    Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(Path.of(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(name).resolve(file.getFileName()));
      }
    }
  }
}
