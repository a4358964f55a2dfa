package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.testing.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyFileTest {

  @TempDir Path folder;

  @Test
  void givesTheRowsOfAFileThatStaysAsItIs() throws IOException {
    try (Source.Rows rows = open()) {
      assertThat(rows.remarks()).contains("the newest");
      assertThat(rows.next().cells()).containsExactly("ana@example.com");
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void refusesAFileThatIsStillBeingWritten() throws IOException {
    try (Source.Rows rows = open()) {
      rows.next();
      Files.writeString(
          folder.resolve("people.csv"), "bob@example.com\n", StandardOpenOption.APPEND);

      assertThatThrownBy(() -> readOn(rows))
          .isInstanceOf(UnreadableSource.class)
          .hasMessage(
              "exports/people.csv: the file has changed while it was read; wait until it is"
                  + " written; best write it elsewhere and move it here when whole");
    }
  }

  @Test
  void refusesAFileThatIsReplacedWhileItIsRead() throws IOException {
    try (Source.Rows rows = open()) {
      rows.next();
      Path other = Files.writeString(folder.resolve("new.csv"), "Email\nana@example.com\n");
      Files.setLastModifiedTime(other, Files.getLastModifiedTime(folder.resolve("people.csv")));
      Files.move(
          other, folder.resolve("people.csv"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

      assertThatThrownBy(() -> readOn(rows)).isInstanceOf(UnreadableSource.class);
    }
  }

  private static void readOn(Source.Rows rows) {
    Row row = rows.next();
    while (row != null) {
      row = rows.next();
    }
  }

  private Source.Rows open() throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), "Email\nana@example.com\n");
    return new SteadyFile(
            new CsvSource(Given.csv("hr", file)),
            new FileChoice.Chosen(file, "exports/people.csv", List.of("the newest")))
        .open();
  }
}
