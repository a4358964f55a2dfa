package dev.rollcall.report.review;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a workbook in the Office Open XML format, written one after the other as a stream.
 * All cells are texts, which no program takes for anything else.
 */
final class SheetXml {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final int LINE_HEIGHT = 13;
  private static final int HIGHEST_ROW = 400;
  private static final int LETTERS = 26;
  private static final int LONGEST_CELL = 32_767;

  private static final String TEXTS = "xl/sharedStrings.xml";

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final ZipOutputStream zip;
  private final Writer text;

  SheetXml(OutputStream out) {
    this.zip = new ZipOutputStream(out);
    this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
  }

  /** What is written within a part. */
  interface Content {
    void write() throws IOException;
  }

  /** The parts that say what else there is. */
  void frame(List<String> sheets, String filtered, String styles) throws IOException {
    part("[Content_Types].xml", () -> raw(types(sheets.size())));
    part(
        "_rels/.rels",
        () -> raw(references(List.of(reference(1, "officeDocument", "xl/workbook.xml")))));
    part("xl/workbook.xml", () -> raw(workbook(sheets, filtered)));
    part("xl/_rels/workbook.xml.rels", () -> raw(workbookReferences(sheets.size())));
    part("xl/styles.xml", () -> raw(DECLARATION + styles));
  }

  private static String types(int sheets) {
    StringBuilder types =
        new StringBuilder(DECLARATION + "<Types xmlns=\"" + PACKAGE + "content-types\">")
            .append("<Default Extension=\"rels\" ContentType=\"")
            .append("application/vnd.openxmlformats-package.relationships+xml\"/>")
            .append(type("xl/workbook.xml", "sheet.main"))
            .append(type("xl/styles.xml", "styles"))
            .append(type(TEXTS, "sharedStrings"));
    for (int sheet = 1; sheet <= sheets; sheet++) {
      types.append(type(sheet(sheet), "worksheet"));
    }
    return types.append("</Types>").toString();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, type);
  }

  /** The part that is a sheet, by its number from 1. */
  static String sheet(int number) {
    return "xl/worksheets/sheet" + number + ".xml";
  }

  private static String references(List<String> references) {
    return DECLARATION
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + String.join("", references)
        + "</Relationships>";
  }

  private static String reference(int id, String type, String part) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, part);
  }

  private static String workbookReferences(int sheets) {
    StringBuilder all = new StringBuilder();
    for (int sheet = 1; sheet <= sheets; sheet++) {
      all.append(reference(sheet, "worksheet", "worksheets/sheet" + sheet + ".xml"));
    }
    all.append(reference(sheets + 1, "styles", "styles.xml"));
    all.append(reference(sheets + 2, "sharedStrings", "sharedStrings.xml"));
    return references(List.of(all.toString()));
  }

  /** Excel wants the range of a filter to have a name as well. */
  private static String workbook(List<String> sheets, String filtered) {
    StringBuilder names = new StringBuilder();
    for (int sheet = 1; sheet <= sheets.size(); sheet++) {
      names.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%2$d\"/>"
              .formatted(escaped(sheets.get(sheet - 1)), sheet));
    }
    return DECLARATION
        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets>".formatted(MAIN, OFFICE, names)
        + "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">"
        + escaped(filtered)
        + "</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
        + escaped(sheets.get(0))
        + "!$1:$1</definedName></definedNames></workbook>";
  }

  /** Opens the element of a sheet. */
  void beginSheet() throws IOException {
    raw(DECLARATION + "<worksheet xmlns=\"" + MAIN + "\">");
  }

  /** Closes it. */
  void endSheet() throws IOException {
    raw("</worksheet>");
  }

  /** A part of the workbook. */
  void part(String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.write();
    text.flush();
    zip.closeEntry();
  }

  /** XML as it stands. */
  void raw(String xml) throws IOException {
    text.write(xml);
  }

  /** The widths of columns, from the first on. */
  void widths(List<Integer> widths) throws IOException {
    raw("<cols>");
    for (int column = 1; column <= widths.size(); column++) {
      raw(
          "<col min=\"%d\" max=\"%1$d\" width=\"%d\" customWidth=\"1\"/>"
              .formatted(column, widths.get(column - 1)));
    }
    raw("</cols>");
  }

  /** Opens a row, from 0, that is high enough for so many lines. */
  void beginRow(int row, int lines) throws IOException {
    raw(
        "<row r=\"%d\" ht=\"%d\" customHeight=\"1\">"
            .formatted(row + 1, Math.min(HIGHEST_ROW, 3 + LINE_HEIGHT * lines)));
  }

  /** A cell with a text, by its row and column from 0, in a style. */
  void cell(int row, int column, String words, int style) throws IOException {
    raw("<c r=\"" + name(column, row) + "\" s=\"" + style + "\"");
    String shown = words.length() > LONGEST_CELL ? words.substring(0, LONGEST_CELL) : words;
    raw(shown.isEmpty() ? "/>" : " t=\"s\"><v>" + index(shown) + "</v></c>");
  }

  private int index(String words) {
    Integer known = texts.putIfAbsent(words, texts.size());
    return known == null ? texts.size() - 1 : known;
  }

  /** Programs that change a cell expect its text here; one within the cell some of them leave. */
  private void writeTexts() throws IOException {
    raw(DECLARATION + "<sst xmlns=\"" + MAIN + "\">");
    for (String words : texts.keySet()) {
      raw("<si><t xml:space=\"preserve\">" + escaped(words) + "</t></si>");
    }
    raw("</sst>");
  }

  /** {@code C7}: a column and a row, both from 0. */
  static String name(int column, int row) {
    return letters(column) + (row + 1);
  }

  /** {@code C}: a column from 0. */
  static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
      letters = (char) ('A' + rest % LETTERS) + letters;
    }
    return letters;
  }

  /** Of words with nothing in them that hides: those need no more in XML. */
  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Ends the workbook; the stream beneath stays open. */
  void finish() throws IOException {
    part(TEXTS, this::writeTexts);
    text.flush();
    zip.finish();
  }
}
