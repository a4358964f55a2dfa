package dev.rollcall.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.testing.Given;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are no rosters, or were made to do harm: each reads on, or ends with one clear line.
 */
class NastyWorkbooksTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String BO = Workbooks.row("bo@example.com", "Bo");

  @TempDir private Path folder;

  @Test
  void saysWhatAFileReallyIs() throws IOException {
    says("Email,Name\nana@example.com,Ana\n", "text, such as CSV; use type: csv");
    says("\uFEFFEmail;Name\r\n", "text, such as CSV; use type: csv");
    says(text("Email\tName\n", StandardCharsets.UTF_16LE), "text, such as CSV");
    says("<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table>", "an HTML table");
    says("<!DOCTYPE html><title>Sign in</title>", "a web page, perhaps a login page");
    says(
        "<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
        "an XML spreadsheet of Excel 2003");
    says("<?xml version='1.0'?><people/>", "an XML document");
    says("{\"people\": []}", "JSON");
    says("%PDF-1.7\n", "a PDF document");
    says("", "an empty file");
    says(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, "something unknown");
    says(gzip(), "a gzip archive; unpack it first");
    says(Workbooks.zip(Map.of("people.csv", "x")), "a zip archive");
    says(
        Workbooks.zip(Map.of("content.xml", "x", "META-INF/manifest.xml", "x")),
        "an OpenDocument spreadsheet (.ods); open it in LibreOffice and save it as .xlsx");
    says(xlsb(), "a binary workbook (.xlsb); open it in Excel and save it as .xlsx");
    says(compound("WordDocument"), "another Office document");
  }

  private void says(String content, String expected) {
    says(content.getBytes(StandardCharsets.UTF_8), expected);
  }

  private void says(byte[] content, String expected) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageStartingWith("people.xlsx: this is no Excel workbook but ")
        .hasMessageContaining(expected);
  }

  private static byte[] text(String text, java.nio.charset.Charset charset) {
    return text.getBytes(charset);
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Workbooks.people());
    }
    return bytes.toByteArray();
  }

  private static byte[] xlsb() {
    Map<String, String> parts = Workbooks.parts(BO);
    parts.put("xl/workbook.bin", parts.remove("xl/workbook.xml"));
    parts.put("_rels/.rels", parts.get("_rels/.rels").replace("workbook.xml", "workbook.bin"));
    return Workbooks.zip(parts);
  }

  private static byte[] compound(String entry) throws IOException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      system.createDocument(new java.io.ByteArrayInputStream(new byte[100]), entry);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      system.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void readsWorkbooksWhateverTheirName() {
    try (HSSFWorkbook old = new HSSFWorkbook()) {
      Workbooks.fill(
          old.createSheet("People"), List.of(List.of("Email"), List.of("bo@example.com")));

      assertThat(read(Workbooks.bytes(old))).isEqualTo(1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Path misnamed = Workbooks.write(folder, "people.xls", Workbooks.people());

    assertThat(read(Given.excel("hr", misnamed))).isEqualTo(2);
  }

  @Test
  void namesTheNearestFileWhereThereIsNone() {
    Path there = Workbooks.write(folder, "people.xlsx", Workbooks.people());

    assertThatThrownBy(() -> read(Given.excel("hr", there.resolveSibling("poeple.xlsx"))))
        .hasMessage("poeple.xlsx: there is no such file; did you mean \"people.xlsx\"?");
    assertThatThrownBy(() -> read(Given.excel("hr", there.getParent())))
        .hasMessageContaining("this is a folder");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 200, 1_000, 2_500, -1})
  void refusesWorkbooksThatAreCutOff(int length) {
    byte[] whole = Workbooks.people();
    byte[] start = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);

    assertThatThrownBy(() -> read(start))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("people.xlsx: the workbook is cut off or damaged");
  }

  @Test
  void refusesDocumentTypesAndAsksNobodyForEntities() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "hunter2");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      String outside = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      for (String type :
          List.of(
              "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
              "<!DOCTYPE x SYSTEM '" + outside + "'>",
              "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + outside + "'> %p;]>",
              "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY e '&a;&a;&a;&a;&a;'>]>")) {
        for (String part : List.of(SHEET, "xl/workbook.xml", "_rels/.rels")) {
          Map<String, String> parts =
              Workbooks.parts(
                  Workbooks.row("Email", "Name") + Workbooks.row("bo@example.com", "&e;"));
          parts.put(part, type + parts.get(part));

          assertThatThrownBy(() -> read(Workbooks.zip(parts)))
              .isInstanceOf(UnreadableSource.class)
              .hasMessageContaining("document type")
              .hasMessageNotContaining("hunter2");
        }
      }
      assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void refusesZipBombs() {
    Map<String, String> bombs =
        Map.of(
            Workbooks.row("x".repeat(12_000_000)),
            "more than 1000000 characters",
            "<row><c t='" + "x".repeat(12_000_000) + "'/></row>",
            "zip bomb",
            "<!--" + "x".repeat(12_000_000) + "-->",
            "zip bomb",
            "<row/>".repeat(2_000_000),
            "zip bomb");
    bombs.forEach(
        (rows, expected) ->
            assertThatThrownBy(() -> read(Workbooks.zip(Workbooks.parts(rows))))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining(expected));
  }

  @Test
  void refusesTextsThatNoCellHolds() {
    Random random = new Random(1);
    StringBuilder noise = new StringBuilder();
    random.ints(1_500_000, 'a', 'z').forEach(letter -> noise.append((char) letter));

    assertThatThrownBy(
            () ->
                read(
                    Workbooks.zip(
                        Workbooks.parts(
                            Workbooks.row("Email", "Name")
                                + Workbooks.row("bo@example.com", noise.toString())))))
        .hasMessageContaining("more than 1000000 characters");
  }

  @Test
  void refusesThousandsOfPartsBeforeTheyFillTheMemory() {
    Map<String, String> parts = new LinkedHashMap<>(Workbooks.parts(BO));
    for (int i = 0; i < 25_000; i++) {
      parts.put("xl/media/" + i, "");
    }

    assertThatThrownBy(() -> read(Workbooks.zip(parts))).hasMessageContaining("thousand parts");
  }

  @Test
  void asksForTheSheetWhereThereAreThousands() {
    Map<String, String> parts =
        Workbooks.parts(Workbooks.row("Email") + Workbooks.row("a@example.com"));
    StringBuilder sheets = new StringBuilder();
    for (int i = 0; i < 550; i++) {
      sheets.append("<sheet name='S%d' sheetId='%d' r:id='rId1'/>".formatted(i, i + 2));
    }
    parts.put(
        "xl/workbook.xml", parts.get("xl/workbook.xml").replace("</sheets>", sheets + "</sheets>"));
    byte[] many = Workbooks.zip(parts);
    ExcelSettings settings = Given.excel("hr", Workbooks.write(folder, "people.xlsx", many));

    assertThatThrownBy(() -> read(settings)).hasMessageContaining("the workbook has 551 sheets");
    assertThat(read(settings.withSheet("People"))).isEqualTo(1);
  }

  @Test
  void takesNoTimeForHugeUsedRanges() {
    Map<String, String> parts =
        Workbooks.parts(
            Workbooks.row("Email", "Name")
                + BO
                + "<row r='1048576'><c r='A1048576' s='1'/><c r='XFD1048576' s='1'/></row>");
    parts.put(
        SHEET,
        parts.get(SHEET).replace("<sheetData>", "<dimension ref='A1:XFD1048576'/><sheetData>"));

    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(read(Workbooks.zip(parts))).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'><c r='A2' t='s'><v>7</v></c></row>",
        "<row r='2'><c r='A2' t='s'><v>x</v></c></row>",
        "<row r='1'><c r='A1' t='str'><v>again</v></c></row>",
        "<row r='9999999'><c t='str'><v>far</v></c></row>",
        "<row r='x'/>",
        "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>",
        "<row r='2'><c r='ZZZZ2'><v>1</v></c></row>",
        "<row r='2'><c r='2'><v>1</v></c></row>",
        "<row r='2'><c s='x'><v>1</v></c></row>",
        "<row r='2'><c><v>1</c></row>",
        "<row r='2'>&e;</row>",
      })
  void refusesSheetsThatAreDamaged(String row) {
    String header = "<row r='1'><c r='A1' t='str'><v>Email</v></c></row>";

    assertThatThrownBy(() -> read(Workbooks.zip(Workbooks.parts(header + row))))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageStartingWith("people.xlsx")
        .hasMessageContaining("damaged");
  }

  @Test
  void refusesAWorkbookWithPartsMissing() {
    for (String part : List.of(SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
      Map<String, String> parts = Workbooks.parts(Workbooks.row("Email") + BO);
      parts.remove(part);

      assertThatThrownBy(() -> read(Workbooks.zip(parts))).isInstanceOf(UnreadableSource.class);
    }
  }

  @Test
  void neverReadsNumbersThatAreNone() {
    byte[] book =
        Workbooks.zip(
            Workbooks.parts(
                Workbooks.row("Email", "Id")
                    + "<row><c t='str'><v>a@example.com</v></c><c><v>NaN</v></c></row>"
                    + "<row><c t='str'><v>b@example.com</v></c><c><v>1e999999999</v></c></row>"
                    + "<row><c t='str'><v>c@example.com</v></c><c><v>12 34</v></c></row>"));
    Source source = new ExcelSource(Given.excel("hr", Workbooks.write(folder, "p.xlsx", book)));

    try (Source.Rows rows = source.open()) {
      for (int i = 0; i < 3; i++) {
        assertThat(rows.next().flaws()).hasSize(1);
      }
    }
  }

  private int read(byte[] bytes) {
    return read(Given.excel("hr", Workbooks.write(folder, "people.xlsx", bytes)));
  }

  /** How many rows there are. */
  private static int read(ExcelSettings settings) {
    int count = 0;
    try (Source.Rows rows = new ExcelSource(settings).open()) {
      while (rows.next() != null) {
        count++;
      }
    }
    return count;
  }
}
