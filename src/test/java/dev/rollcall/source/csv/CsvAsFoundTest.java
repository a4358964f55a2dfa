package dev.rollcall.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.HeaderSearch;
import dev.rollcall.testing.Given;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other programs and people leave them behind. */
class CsvAsFoundTest {

  @TempDir private Path folder;

  @Test
  void findsTheHeaderBelowTitlesNotesAndBlankLines() {
    Source source =
        source(
            "Active people;;\nas of 1 July, by Human Resources;;\n;;\n\nEmail;Name;Status\na@example.com;A;Active\n");

    assertThat(columns(source)).containsExactly("Email", "Name", "Status");
    assertThat(read(source)).containsExactly(new Row(6, List.of("a@example.com", "A", "Active")));
    assertThat(remarks(source))
        .anyMatch(
            remark ->
                remark.contains("the header is in line 5")
                    && remark.contains("\"Active people\", \"as of 1 July, by Human Resources\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version:v1.0", "version:v1.0,,,", "\"version:v1.0\"", "sep=,"})
  void skipsTheSettingsOfOtherPrograms(String line) {
    Source known = source(line + "\nEmail,Name\na@example.com,A\n");
    Source unknown = source(line + "\nKontakt,Leute\na@example.com,A\n");

    assertThat(columns(known)).containsExactly("Email", "Name");
    assertThat(columns(unknown)).containsExactly("Kontakt", "Leute");
    assertThat(read(unknown)).extracting(Row::line).containsExactly(3);
    assertThat(remarks(known)).isEmpty();
  }

  @Test
  void findsTheHeaderThatTheJobFileNames() {
    Source source =
        source(
            "Leute,,\nKontakt,Vorname,Nachname\na@example.com,A,B\n"
                .getBytes(StandardCharsets.UTF_8),
            HeaderSearch.naming(List.of(ColumnSpec.of("Kontakt"))));

    assertThat(columns(source)).containsExactly("Kontakt", "Vorname", "Nachname");
  }

  @Test
  void takesTheRowAboveAddressesForTheHeaderWhereNoneIsKnownElseTheFirst() {
    assertThat(columns(source("People,\nWohin,Wer\na@example.com,A\n")))
        .containsExactly("Wohin", "Wer");
    assertThat(columns(source("People,\nWohin,Wer\nMainz,A\n"))).containsExactly("People");
  }

  @Test
  void refusesAPersonAboveTheHeaderButNotANoteWithAnAddress() {
    assertThatThrownBy(() -> source("a@example.com,A\nEmail,Name\nb@example.com,B\n").open())
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.csv:1")
        .hasMessageContaining("above the header in line 2");
    Source note = source("Questions to hr@example.com,\nEmail,Name\nb@example.com,B\n");
    assertThat(read(note)).hasSize(1);
    assertThat(remarks(note)).anyMatch(remark -> remark.contains("Questions to hr@example.com"));
  }

  @Test
  void handsBackALineWithAnOpenQuoteAndGoesOn() {
    List<Row> rows =
        read(
            source(
                "Email,Name\na@example.com,A\nb@example.com,\"B\nc@example.com,C\nd@example.com,D\n"));

    assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4, 5);
    assertThat(rows.get(1).cells()).containsExactly("b@example.com", "B");
    assertThat(rows.get(1).flaws())
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.what()).contains("never closed"));
    assertThat(rows.get(3)).isEqualTo(new Row(5, List.of("d@example.com", "D")));
  }

  @Test
  void neverTakesTwoPeopleForOneWhereAQuoteIsClosedTooLate() {
    List<Row> rows =
        read(
            source(
                "Email,Dept,Team\na@example.com,\"IT,x\nb@example.com,HR,y\nc@example.com,Law,z\"\n"
                    + "d@example.com,Ops,5\" disks\n"));

    assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4, 5);
    assertThat(rows)
        .filteredOn(row -> !row.flaws().isEmpty())
        .extracting(Row::line)
        .containsExactly(2, 4);
    assertThat(rows.get(1).cells()).containsExactly("b@example.com", "HR", "y");
    assertThat(rows.get(3).cells()).containsExactly("d@example.com", "Ops", "5\" disks");
  }

  @Test
  void goesOnBehindAQuoteThatSwallowsRowsWithQuotesOfTheirOwn() {
    List<Row> rows =
        read(
            source(
                "Email,Name,Dept\na@example.com,\"A,IT\nb@example.com,\"B, jr\",IT\n"
                    + "c@example.com,\"C\"x,IT\nd@example.com,D,\"IT\nHR\"\n"));

    assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4, 5);
    assertThat(rows.get(1).cells()).containsExactly("b@example.com", "B, jr", "IT");
    assertThat(rows.get(2).cells()).containsExactly("c@example.com", "C\"x", "IT");
    assertThat(rows.get(2).flaws()).isNotEmpty();
    assertThat(rows.get(3).cells()).containsExactly("d@example.com", "D", "IT\nHR");
  }

  @Test
  void readsStrayQuotesWithinACellThatHasNoneAround() {
    assertThat(read(source("Email,Name\na@example.com,Ana \"Nan\" G\nb@example.com,5\"\n")))
        .extracting(row -> row.cells().get(1))
        .containsExactly("Ana \"Nan\" G", "5\"");
  }

  @Test
  void refusesAFileWhereNoRowFitsBehindAnOpenQuote() {
    Source source = source("Email,Name\na@example.com,A\nb@example.com,\"B\n" + "x\n".repeat(60));

    assertThatThrownBy(() -> read(source))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.csv:3")
        .hasMessageContaining("unsure");
  }

  @Test
  void refusesAHeaderWhoseQuoteIsOpen() {
    assertThatThrownBy(() -> source("\"Email,Name\na@example.com,A\n").open())
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("header");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void endsSoonWhereEveryLineHasAnOpenQuote() {
    Source source = source("Email,Name\n" + "a@example.com,\"x\"\"\n".repeat(200_000));

    assertThatThrownBy(() -> read(source)).isInstanceOf(UnreadableSource.class);
  }

  @Test
  void readsFieldsOfAMegabyte() {
    String field = "é".repeat(1 << 20);
    Source source = source("Email,Notes\na@example.com,\"" + field + "\"\nb@example.com,x\n");

    assertThat(read(source))
        .hasSize(2)
        .first()
        .satisfies(row -> assertThat(row.cells().get(1)).hasSize(1 << 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryKindOfLineEnd(String end) {
    String text = "Email,Name%na@example.com,\"A%nB\"%n%nb@example.com,C".replace("%n", end);

    List<Row> rows = read(source(text));

    assertThat(rows).extracting(Row::line).containsExactly(2, 5);
    assertThat(rows.get(0).cells()).containsExactly("a@example.com", "A" + end + "B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void readsUnicodeWithAndWithoutAMark(String charset) {
    String text = "Email,Имя\na@example.com,Анна Фёдоровна Иванова\nb@example.org,Борис Петров\n";

    for (String mark : List.of("", "\uFEFF")) {
      Source source = source((mark + text).getBytes(Charset.forName(charset)));
      assertThat(columns(source)).containsExactly("Email", "Имя");
      assertThat(read(source).get(1).cells()).containsExactly("b@example.org", "Борис Петров");
    }
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("windows-1252", "Müller, François Bäcker, Ñandú Peña, Søren Åse"),
        Arguments.of("windows-1252", "Zoë"),
        Arguments.of("windows-1252", "Jeanne d’Arc, Ana–Maria, Dušan Šimek"),
        Arguments.of("x-MacRoman", "André Müller, Søren Åse, Peña"),
        Arguments.of("x-MacRoman", "Hélène"),
        Arguments.of("windows-1252", "María José, 1ª planta, Nº 5"),
        Arguments.of("windows-1252", "Niccolò Forlì, Hélène Crèvecœur"),
        Arguments.of("windows-1250", "Michał"),
        Arguments.of("windows-1250", "Łukasz Żółć, Agnieszka Dąbrowska"),
        Arguments.of("windows-1250", "Jiří Dvořák, Zdeněk Šimůnek"),
        Arguments.of("windows-1250", "Erdős Gergő, Fülöp Klaudia, Szűcs Ágnes"),
        Arguments.of(
            "windows-1251", "Анна Иванова, Борис Петров, Фёдор Достоевский, Съешь же ещё булок"),
        Arguments.of(
            "ISO-8859-7", "Αλέξανδρος Παπαδόπουλος, Γεώργιος Νικολάου, Μαρία Κωνσταντίνου"),
        Arguments.of("Shift_JIS", "山田太郎、鈴木花子さんへ、よろしくおねがいします、ありがとうございます"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void findsTheCharsetOutAndSaysSo(String charset, String names) {
    String text = "Email;Name\na@example.com;" + names + "\nb@example.com;Plain\n";

    Source source = source(text.getBytes(Charset.forName(charset)));

    assertThat(read(source).get(0).cells()).containsExactly("a@example.com", names);
    assertThat(remarks(source))
        .anyMatch(remark -> remark.contains(charset) && remark.contains("say charset:"));
  }

  @Test
  void saysThatAFileIsMarkupOrAnArchive() {
    assertThatThrownBy(() -> source("<table><tr><td>Email</td></tr></table>").open())
        .hasMessageContaining("web page");
    assertThatThrownBy(() -> source("BEGIN:VCARD\nVERSION:3.0\n").open())
        .hasMessageContaining("vCard");
    assertThatThrownBy(() -> source("SQLite format 3\0").open()).hasMessageContaining("SQLite");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void doesNotWaitForAPipeOrADevice() throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
      assertThatThrownBy(() -> new CsvSource(Given.csv("hr", pipe)).open())
          .hasMessageContaining("no regular file");
    }
    assertThatThrownBy(() -> new CsvSource(Given.csv("hr", Path.of("/dev/zero"))).open())
        .isInstanceOf(UnreadableSource.class);
  }

  private Source source(String text) {
    return source(text.getBytes(StandardCharsets.UTF_8));
  }

  private Source source(byte[] bytes) {
    return source(bytes, HeaderSearch.usual());
  }

  private Source source(byte[] bytes, HeaderSearch search) {
    try {
      Path file = Files.write(Files.createTempDirectory(folder, "s").resolve("people.csv"), bytes);
      return new CsvSource(
          new CsvSettings("hr", file, "people.csv", Optional.empty(), Optional.empty(), search));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Row> read(Source source) {
    try (Source.Rows rows = source.open()) {
      List<Row> all = new ArrayList<>();
      for (Row row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
      return all;
    }
  }

  private static List<String> columns(Source source) {
    try (Source.Rows rows = source.open()) {
      return rows.place().columns();
    }
  }

  private static List<String> remarks(Source source) {
    try (Source.Rows rows = source.open()) {
      return rows.remarks().stream().filter(remark -> !remark.contains("separated")).toList();
    }
  }
}
