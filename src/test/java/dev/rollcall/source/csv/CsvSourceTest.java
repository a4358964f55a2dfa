package dev.rollcall.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.SourceContractTest;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.HeaderSearch;
import dev.rollcall.testing.Given;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest extends SourceContractTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  @Override
  protected Source source(List<String> header, List<List<String>> rows) {
    StringWriter out = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      printer.printRecord(header);
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CsvSource(settings(out.toString()));
  }

  @Test
  void readsCommasAfterAByteOrderMark() {
    Source source = source("\uFEFFEmail,Name\r\nana@example.com,Ana García\r\n");

    assertThat(columns(source)).containsExactly("Email", "Name");
    assertThat(cells(source)).containsExactly(List.of("ana@example.com", "Ana García"));
    assertThat(remarks(source)).isEmpty();
  }

  @Test
  void readsSemicolonsInWindows1252AndSaysSo() {
    Source source =
        source("Email;Name;Dept\nana@example.com;Ana García – HR;\"a, b\"\n".getBytes(WINDOWS));

    assertThat(cells(source))
        .containsExactly(List.of("ana@example.com", "Ana García – HR", "a, b"));
    assertThat(remarks(source))
        .anyMatch(remark -> remark.contains("windows-1252") && remark.contains("line 2"))
        .anyMatch(remark -> remark.contains("semicolons"));
  }

  @Test
  void readsTabsInUtf16() {
    String text = "Email\tName\r\nana@example.com\tAna, García\r\n";

    Source marked = source(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    Source bigEndian = source(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
    Source unmarked = source(text.getBytes(StandardCharsets.UTF_16LE));

    for (Source source : List.of(marked, bigEndian, unmarked)) {
      assertThat(cells(source)).containsExactly(List.of("ana@example.com", "Ana, García"));
    }
    assertThat(remarks(unmarked)).anyMatch(remark -> remark.contains("UTF-16LE"));
  }

  @Test
  void readsPipes() {
    Source source = source("Email|Name|Groups\nana@example.com|García, Ana|Ops; Finance\n");

    assertThat(cells(source))
        .containsExactly(List.of("ana@example.com", "García, Ana", "Ops; Finance"));
  }

  @Test
  void obeysTheSeparatorLineOfExcel() {
    Source source = source("sep=;\r\nEmail;A,B,C,D\r\nana@example.com;x\r\n");

    assertThat(columns(source)).containsExactly("Email", "A,B,C,D");
    assertThat(read(source)).containsExactly(new Row(3, List.of("ana@example.com", "x")));
  }

  @Test
  void doesNotCountDelimitersWithinQuotes() {
    Source source = source("Email;\"Name, first, last, and, middle\"\nana@example.com;Ana\n");

    assertThat(columns(source)).hasSize(2);
  }

  @Test
  void takesCharsetAndDelimiterAsTold() {
    byte[] text = "Email#Name\nana@example.com#Анна\n".getBytes(Charset.forName("windows-1251"));
    Path file = write(text);

    Source source =
        new CsvSource(
            new CsvSettings(
                "hr",
                file,
                "people.csv",
                Optional.of(Charset.forName("windows-1251")),
                Optional.of('#'),
                HeaderSearch.usual()));

    assertThat(cells(source)).containsExactly(List.of("ana@example.com", "Анна"));
  }

  @Test
  void namesTheFirstLineOfEachRow() {
    Source source =
        source(
            "\r\nEmail,Groups\r\n\r\na@example.com,\"x\r\ny\r\nz\"\r\n  \r\n,\r\n"
                + "b@example.com,\"p\nq\"\nc@example.com,\rd@example.com,end");

    assertThat(read(source)).extracting(Row::line).containsExactly(4, 9, 11, 12);
  }

  @Test
  void forgivesBlanksAroundQuotes() {
    assertThat(cells(source("Email, Name\nana@example.com, \"García, Ana\"\n")))
        .containsExactly(List.of("ana@example.com", "García, Ana"));
  }

  @Test
  void handsOnRaggedRowsAsTheyAre() {
    assertThat(cells(source("Email,Name\na@example.com\nb@example.com,B,more\n")))
        .containsExactly(List.of("a@example.com"), List.of("b@example.com", "B", "more"));
  }

  @Test
  void namesTheNearestFileWhereThereIsNone() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "x");

    assertThatThrownBy(() -> fileAt(folder.resolve("poeple.csv")).open())
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("no such file")
        .hasMessageContaining("\"people.csv\"");
  }

  private static Source fileAt(Path path) {
    return new CsvSource(Given.csv("hr", path));
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> fileAt(folder).open()).hasMessageContaining("folder");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> source("").open()).hasMessageContaining("empty");
    assertThatThrownBy(() -> source("\n \n").open()).hasMessageContaining("blank lines");
  }

  @Test
  void refusesValuesInAColumnWithoutName() {
    Source source = source("Email,,Name,,\na@example.com,,A,,\nb@example.com,,B,x,\n");

    assertThatThrownBy(() -> read(source))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.csv:3")
        .hasMessageContaining("column 4");
  }

  @Test
  void leavesOutTheNumbersOfRowsInAColumnWithoutName() {
    try (Source.Rows rows = source(",Email,Name\n1,a@example.com,A\n2,b@example.com,B\n").open()) {
      assertThat(rows.next().cells()).containsExactly("1", "a@example.com", "A");
      assertThat(rows.remarks())
          .containsExactly(
              "what stands in columns without a header is not read, the first is in column 1 of line 2");
    }
  }

  @Test
  void dropsColumnsWithoutNameAndValueAtTheEnd() {
    Source source = source("Email,Name,,\na@example.com,A,,\n");

    assertThat(columns(source)).containsExactly("Email", "Name");
  }

  @Test
  void refusesNulsAndNamesTheLine() {
    Source source = source("Email,Name\na@example.com,A\r\nb@example.com,B\0\n");

    assertThatThrownBy(source::open)
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.csv:3")
        .hasMessageContaining("NUL");
  }

  @Test
  void refusesUtf8ThatIsBrokenRatherThanReadingItAsSomethingElse() {
    byte[] text =
        "Email,Name\na@example.com,Ána\nb@example.com,B?\n".getBytes(StandardCharsets.UTF_8);
    text[text.length - 2] = (byte) 0xC3;

    assertThatThrownBy(() -> source(text).open())
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.csv:3")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void refusesACellBeyondMeasure() {
    Source source = source("Email,Name\na@example.com," + "x".repeat(1_048_577) + "\n");

    assertThatThrownBy(() -> read(source))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.csv:2")
        .hasMessageContaining("1048577 characters");
  }

  @Test
  void refusesARowBeyondMeasureBeforeItFillsTheMemory() {
    Source source = source("Email,Name\na@example.com,\"" + "x\n".repeat(3_000_000));

    assertThatThrownBy(() -> read(source))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.csv:2")
        .hasMessageContaining("4000000");
  }

  @Test
  void refusesTooManyCells() {
    Source row = source("Email,Name\na@example.com" + ",".repeat(1_000) + "x\n");
    Source header = source("Email" + ",x".repeat(1_000) + "\n");

    assertThatThrownBy(() -> read(row)).hasMessageContaining("1001 cells");
    assertThatThrownBy(header::open).hasMessageContaining("1001 cells");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"email\": 1}]", " { \"people\": [] }"})
  void saysThatAFileIsJson(String text) {
    assertThatThrownBy(() -> source(text).open()).hasMessageContaining("JSON");
  }

  @Test
  void saysWhatAFileReallyIs() throws IOException {
    assertThatThrownBy(() -> source(zip("xl/workbook.xml")).open())
        .hasMessageContaining(".xlsx")
        .hasMessageContaining("type: excel");
    assertThatThrownBy(() -> source(zip("people.csv")).open()).hasMessageContaining("zip");
    assertThatThrownBy(() -> source(gzip()).open()).hasMessageContaining("gzip");
    assertThatThrownBy(() -> source("<!DOCTYPE html><title>Sign in</title>").open())
        .hasMessageContaining("web page");
    assertThatThrownBy(() -> source("%PDF-1.7\n").open()).hasMessageContaining("PDF");
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("Email\n".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Source source(String text) {
    return new CsvSource(settings(text));
  }

  private Source source(byte[] bytes) {
    return new CsvSource(Given.csv("hr", write(bytes)));
  }

  private CsvSettings settings(String text) {
    return Given.csv("hr", write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Path write(byte[] bytes) {
    try {
      Path own = Files.createTempDirectory(folder, "source");
      return Files.write(own.resolve("people.csv"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> cells(Source source) {
    return read(source).stream().map(Row::cells).toList();
  }

  private static List<String> columns(Source source) {
    try (Source.Rows rows = source.open()) {
      return rows.place().columns();
    }
  }

  private static List<String> remarks(Source source) {
    try (Source.Rows rows = source.open()) {
      return rows.remarks();
    }
  }
}
