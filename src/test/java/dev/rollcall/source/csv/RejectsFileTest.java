package dev.rollcall.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.security.Dangers;
import dev.rollcall.security.OwnerOnly;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsFileTest {

  private static final List<String> HEADER = List.of("Email", "Name", "Groups");

  @TempDir private Path folder;

  @Test
  void handsRowsBackUnchangedWithTheReason() throws IOException {
    List<String> cells = List.of("jane", "=1+1", "a;\"b\"\r\nc", " ü ");

    Path file = write(List.of(reject("hr", List.of("Email", "Name", "Groups", "X"), cells)));

    assertThat(read(file))
        .containsExactly(
            List.of(
                "people.csv:3: has no @ | that too",
                "write one",
                "jane",
                "=1+1",
                "a;\"b\"\r\nc",
                " ü "));
  }

  @Test
  void guardsReasonAndFixAgainstBeingTakenForAFormula() throws IOException {
    Reject reject =
        Given.reject(
            "hr",
            List.of("Email"),
            new Row(3, List.of("x")),
            Optional.<Email>empty(),
            List.of(new Problem("=cmd.csv:3", "is wrong", "@SUM(1)")));

    Path file = write(List.of(reject));

    assertThat(Files.readString(file)).contains("\n'=cmd.csv:3: is wrong,'@SUM(1),x\n");
    assertThat(read(file).get(0)).startsWith("=cmd.csv:3: is wrong", "@SUM(1)");
  }

  @Test
  void escapesReasonAndFixOnceOnly() throws IOException {
    Problem problem = new Problem("pe\u001b[31m\\u{41}.csv:3", "has\nno @", "write\u202e one");
    Reject reject =
        Given.reject(
            "hr",
            List.of("Email"),
            new Row(3, List.of("x\u001b")),
            Optional.empty(),
            List.of(problem));

    Path file = write(List.of(reject));

    assertThat(Files.readString(file))
        .contains("\npe\\u{1B}[31m\\u{5C}u{41}.csv:3: has\\u{A}no @,write\\u{202E} one,x\\u{1B}\n");
    assertThat(read(file).get(0))
        .containsExactly("pe\u001b[31m\\u{41}.csv:3: has\nno @", "write\u202e one", "x\u001b");
  }

  @Property(tries = 250)
  void anyCellsComeBackAsTheyWere(@ForAll("rows") List<List<String>> rows) throws IOException {
    Path own = Files.createTempFile("rejects", ".csv");
    try {
      RejectsFile.write(
          own, rows.stream().map(cells -> reject("hr", HEADER, cells)).toList(), OwnerOnly.ALONE);

      assertThat(Dangers.in(Files.readString(own).substring(1))).isEmpty();
      assertThat(read(own).stream().map(cells -> cells.subList(2, cells.size())))
          .containsExactlyElementsOf(rows);
    } finally {
      Files.delete(own);
    }
  }

  @Provide
  static Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "=",
                "'",
                "\"",
                ",",
                ";",
                "\n",
                "\r\n",
                "\t",
                " ",
                "a@b.example",
                "\\u{",
                "\uFEFF",
                "\u2003",
                "\n,x@y.example,,",
                "\u0000",
                "\u202E"),
            Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .map(letter -> Character.toString(letter)));
    Arbitrary<String> cells = pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    return cells.list().ofSize(HEADER.size()).list().ofMinSize(1).ofMaxSize(4);
  }

  @Test
  void takesNothingOffTheFilesOfOthers() throws IOException {
    Path theirs = folder.resolve("theirs.csv");
    Files.writeString(theirs, "Email,Name\njan@example.com,'=Jan \\u{41}\nbo@x.example,'s-Grave\n");

    assertThat(read(theirs))
        .containsExactly(
            List.of("jan@example.com", "'=Jan \\u{41}"), List.of("bo@x.example", "'s-Grave"));
  }

  @Test
  void guardsCellsAndHeadersThatASpreadsheetWouldRun() throws IOException {
    Path file =
        write(List.of(reject("hr", List.of("Email", "=Cmd"), List.of("'s-Grave", "\t@SUM(1)"))));

    assertThat(Files.readString(file))
        .contains(",Email,'=Cmd\n")
        .contains(",'s-Grave,\\u{9}@SUM(1)\n");
    try (Source.Rows rows = new CsvSource(Given.csv("rejects", file)).open()) {
      assertThat(rows.place().columns()).endsWith("Email", "=Cmd");
      assertThat(rows.next().cells()).endsWith("'s-Grave", "\t@SUM(1)");
    }
  }

  @Test
  void isReadAgainAndRejectedAgainWithoutGrowing() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(
        file, "Email;Name;Status\njane@example.com;Jane;Actve\nbo@example.com;Bo\nx;X;Active\n");

    Path once = write(rejects(file));
    String first = withoutPlaces(once);
    Files.copy(once, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Path twice = write(rejects(file));

    assertThat(withoutPlaces(twice)).isEqualTo(first);
    assertThat(first).contains("Rollcall reason,Rollcall fix,Email,Name,Status");
  }

  @Test
  void isAcceptedOnceMended() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(file, "Email,Name,Status\njane@example.com,Jane,Actve\n");

    Path rejects = write(rejects(file));
    Files.writeString(rejects, Files.readString(rejects).replace(",Actve", ",Active"));

    assertThat(rejects(rejects)).isEmpty();
  }

  private Path write(List<Reject> rejects) throws IOException {
    Path file = folder.resolve("rejects.csv");
    RejectsFile.write(file, rejects, OwnerOnly.ALONE);
    return file;
  }

  private static String withoutPlaces(Path file) throws IOException {
    return Files.readString(file)
        .replaceAll("(?m)(people|rejects)\\.csv:\\d+|has \\d cells?, the header \\d", "");
  }

  private static Reject reject(String source, List<String> header, List<String> cells) {
    return Given.reject(
        source,
        header,
        new Row(3, cells),
        Optional.empty(),
        List.of(
            new Problem("people.csv:3", "has no @", "write one"), new Problem("", "that too", "")));
  }

  private static List<List<String>> read(Path file) {
    List<List<String>> all = new ArrayList<>();
    try (Source.Rows rows = new CsvSource(Given.csv("rejects", file)).open()) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        all.add(row.cells());
      }
    }
    return all;
  }

  private static List<Reject> rejects(Path file) {
    List<Reject> rejects = new ArrayList<>();
    try (Source.Rows rows = new CsvSource(Given.csv("hr", file)).open()) {
      RowMapper mapper =
          RowMapper.of(
              Given.mapping(
                  "hr",
                  Map.of(),
                  StatusWords.USUAL,
                  LocalDate.of(2026, 7, 1),
                  WorkatoTerms.destination("dev")),
              rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        mapper.map(row).fold(person -> null, rejects::add, leftOut -> null, later -> null);
      }
    }
    return rejects;
  }
}
