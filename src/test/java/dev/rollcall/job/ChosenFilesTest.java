package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.job.ReadRosters.Read;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that stand for more than one file. */
class ChosenFilesTest {

  @TempDir Path folder;
  private ReadRosters rosters;

  @BeforeEach
  void open() {
    rosters = new ReadRosters(folder);
    touched("exports/people-1.csv", 30, "Email", "ana~");
    touched("exports/people-2.csv", 20, "Email,Groups", "bob~,Ops");
    touched("exports/people-3.csv", 10, "Mail", "cy~");
    touched("exports/notes.md", 99, "nothing");
    touched("exports/.hidden.csv", 99, "Email", "zoe~");
    touched("exports/~$people-3.csv", 99, "Email", "zoe~");
    touched("exports/.~lock.people-3.csv#", 99, "Email", "zoe~");
    touched("exports/people-4.csv.part", 99, "Email", "zoe~");
    touched("exports/old/people-0.csv", 98, "Email", "zoe~");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exports/*.csv",
        "exports",
        "exports/",
        "./exports/people-?.csv",
        "exp*/people*.csv"
      })
  void takesTheNewestAndSaysSo(String path) {
    Read read = rosters.read("name: hr, path: '" + path + "'");

    assertThat(read.people()).containsExactly("ana");
    assertThat(read.remarks())
        .singleElement()
        .asString()
        .contains("exports/people-1.csv, the newest of 3 files");
    assertThat(read.record("ana").row().toString()).endsWith("exports/people-1.csv:2");
  }

  @Test
  void takesTheLastByNameOfThoseThatAreEquallyNew() {
    touched("exports/people-2.csv", 30, "Email", "bob~");

    assertThat(rosters.read("name: hr, path: exports").people()).containsExactly("bob");
  }

  @Test
  void readsAllAsOneSourceEachWithItsOwnHeader() {
    touched("exports/people-4.csv", 5, "Work Email,Status", "ana~,Active", "dee~,Actve");

    Read read = rosters.read("name: hr, path: 'exports/*.csv', files: all");

    assertThat(read.people()).containsExactly("ana", "bob", "cy");
    assertThat(read.person("bob")).isEqualTo("ACTIVE group Ops");
    assertThat(read.problems())
        .singleElement()
        .asString()
        .contains("exports/people-4.csv:3 (Status)");
    assertThat(read.gathered().sizes()).containsOnlyKeys("hr").containsEntry("hr", 3);
    assertThat(read.remarks())
        .containsExactly(
            "read all of 4 files matching exports/*.csv: exports/people-1.csv,"
                + " exports/people-2.csv, exports/people-3.csv, exports/people-4.csv");
  }

  @Test
  void looksBelowWhereThePatternDoes() {
    assertThat(rosters.read("name: hr, path: 'exports/**/people-0.csv'").people())
        .containsExactly("zoe");
    assertThat(rosters.read("name: hr, path: 'exports/*/*.csv'").people()).containsExactly("zoe");
  }

  @Test
  void takesAFileThatIsCalledLikeAPattern() {
    touched("people[1].csv", 1, "Email", "ana~");

    assertThat(rosters.read("name: hr, path: 'people[1].csv'").people()).containsExactly("ana");
  }

  @Test
  void choosesTheFileWithAssignmentsToo() {
    touched("roles/a.csv", 1, "Email,Kind,Target", "ana~,group,Old");
    touched("roles/b.csv", 2, "Email,Kind,Target", "ana~,group,New");

    Read read = rosters.read("name: hr, path: exports, assignments: { path: 'roles/*.csv' }");

    assertThat(read.person("ana")).isEqualTo("ACTIVE group New");
    assertThat(read.remarks()).hasSize(2);
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertUnreadable("none/*.csv", "none/*.csv: there is no folder ");
    assertUnreadable("exports/*.tsv", "exports/*.tsv: there is no file matching exports/*.tsv");
    assertUnreadable(
        "empty", "empty: there is no file in the folder empty; put one there that ends in .csv or");
    assertUnreadable("exports/[people.csv", "has a [ or { that is not closed");
    assertUnreadable("exports/{people,x.csv", "has a [ or { that is not closed");
    assertUnreadable("exports/people-9.csv", "there is no such file; did you mean");
  }

  private void assertUnreadable(String path, String message) {
    assertThatThrownBy(() -> rosters.read("name: hr, path: '" + path + "'"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining(message);
  }

  private void touched(String name, int minute, String... lines) {
    Path file = rosters.file(name, lines);
    Instant at = Instant.parse("2026-06-01T08:00:00Z").plusSeconds(60L * minute);
    try {
      Files.setLastModifiedTime(file, FileTime.from(at));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
