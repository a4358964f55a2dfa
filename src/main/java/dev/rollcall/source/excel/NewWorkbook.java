package dev.rollcall.source.excel;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook in the making, in the Office Open XML format: its frame first, then its sheets one
 * after the other, each as a stream. Different texts are kept, each once, until the end: programs
 * that change a cell expect them there, and texts within cells some of them leave as they are.
 */
public final class NewWorkbook implements Closeable {

  /** What a cell can hold. */
  public static final int MOST_CHARACTERS = 32_767;

  /** What a part of it begins with. */
  public static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  /** The name space of sheets and styles, as an attribute. */
  public static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String THEME_TYPE =
      "application/vnd.openxmlformats-officedocument.theme+xml";
  private static final String BOOK = "xl/workbook.xml";
  private static final String STYLES = "xl/styles.xml";
  private static final String THEME = "xl/theme/theme1.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";

  /**
   * What there is beside the rows.
   *
   * @param sheets what the sheets are called, in their order
   * @param properties what the part of the workbook says before it names its sheets
   * @param names what it says behind them
   * @param styles the part that says how cells look; empty for none
   * @param theme the part with colours and fonts that styles refer to; empty for none
   */
  public record Frame(
      List<String> sheets,
      String properties,
      String names,
      Optional<String> styles,
      Optional<String> theme) {

    /** Copies. */
    public Frame {
      sheets = List.copyOf(sheets);
    }

    /** Sheets in these styles. */
    public static Frame of(List<String> sheets, String styles) {
      return new Frame(sheets, "", "", Optional.of(styles), Optional.empty());
    }
  }

  /** What is written within a part. */
  public interface Content {
    /** Writes it. */
    void write() throws IOException;
  }

  private final ZipOutputStream zip;
  private final Writer text;
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  /** Begins one. */
  public NewWorkbook(OutputStream out, Frame frame) throws IOException {
    this.zip = new ZipOutputStream(out);
    this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    part("[Content_Types].xml", types(frame));
    part("_rels/.rels", relations(relation(1, "officeDocument", BOOK)));
    part(BOOK, workbook(frame));
    part("xl/_rels/workbook.xml.rels", workbookRelations(frame));
    if (frame.styles().isPresent()) {
      part(STYLES, frame.styles().get());
    }
    if (frame.theme().isPresent()) {
      part(THEME, frame.theme().get());
    }
  }

  private static String types(Frame frame) {
    StringBuilder types =
        new StringBuilder(DECLARATION)
            .append("<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\"")
            .append(" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .append(type(BOOK, TYPE + "sheet.main+xml"))
            .append(type(TEXTS, TYPE + "sharedStrings+xml"));
    for (int sheet = 1; sheet <= frame.sheets().size(); sheet++) {
      types.append(type("xl/" + sheet(sheet), TYPE + "worksheet+xml"));
    }
    frame.styles().ifPresent(some -> types.append(type(STYLES, TYPE + "styles+xml")));
    frame.theme().ifPresent(some -> types.append(type(THEME, THEME_TYPE)));
    return types.append("</Types>").toString();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  private static String sheet(int number) {
    return "worksheets/sheet" + number + ".xml";
  }

  private static String relations(String relations) {
    return DECLARATION
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String relation(int id, String type, String part) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, part);
  }

  private static String workbookRelations(Frame frame) {
    StringBuilder all = new StringBuilder();
    int last = frame.sheets().size();
    for (int sheet = 1; sheet <= last; sheet++) {
      all.append(relation(sheet, "worksheet", sheet(sheet)));
    }
    all.append(relation(last + 1, "sharedStrings", "sharedStrings.xml"));
    frame.styles().ifPresent(some -> all.append(relation(last + 2, "styles", "styles.xml")));
    frame.theme().ifPresent(some -> all.append(relation(last + 3, "theme", "theme/theme1.xml")));
    return relations(all.toString());
  }

  private static String workbook(Frame frame) {
    StringBuilder names = new StringBuilder();
    for (int sheet = 1; sheet <= frame.sheets().size(); sheet++) {
      names.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%2$d\"/>"
              .formatted(XmlText.of(frame.sheets().get(sheet - 1)), sheet));
    }
    return "%s<workbook %s xmlns:r=\"%s\">%s<sheets>%s</sheets>%s</workbook>"
        .formatted(DECLARATION, MAIN, OFFICE, frame.properties(), names, frame.names());
  }

  private void part(String name, String content) throws IOException {
    part(name, () -> raw(content));
  }

  private void part(String name, Content content) throws IOException {
    begin(name);
    content.write();
    end();
  }

  private void begin(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
  }

  private void end() throws IOException {
    text.flush();
    zip.closeEntry();
  }

  /** Begins a sheet, by its number from 1; all up to {@link #endSheet} is of it. */
  public void beginSheet(int number) throws IOException {
    begin("xl/" + sheet(number));
    raw(DECLARATION + "<worksheet " + MAIN + ">");
  }

  /** Ends it. */
  public void endSheet() throws IOException {
    raw("</worksheet>");
    end();
  }

  /** A whole sheet. */
  public void sheet(int number, Content content) throws IOException {
    beginSheet(number);
    content.write();
    endSheet();
  }

  /** XML as it stands. */
  public void raw(String xml) throws IOException {
    text.write(xml);
  }

  /** The widths of columns, from the first on. */
  public void widths(List<Integer> widths) throws IOException {
    raw("<cols>");
    for (int column = 1; column <= widths.size(); column++) {
      raw(
          "<col min=\"%d\" max=\"%1$d\" width=\"%d\" customWidth=\"1\"/>"
              .formatted(column, widths.get(column - 1)));
    }
    raw("</cols>");
  }

  /** How a cell refers to a text. */
  public int shared(String words) {
    Integer known = texts.putIfAbsent(words, texts.size());
    return known == null ? texts.size() - 1 : known;
  }

  /** A cell with a text, by its column from 0 and its row from 1, in a style. */
  public void text(int column, int row, String words, int style) throws IOException {
    raw("<c r=\"" + CellName.letters(column) + row + "\" s=\"" + style + "\"");
    raw(words.isEmpty() ? "/>" : " t=\"s\"><v>" + shared(words) + "</v></c>");
  }

  /** Writes what is left; the stream beneath stays open. */
  public void finish() throws IOException {
    begin(TEXTS);
    raw(DECLARATION + "<sst " + MAIN + ">");
    for (String each : texts.keySet()) {
      raw("<si><t xml:space=\"preserve\">" + XmlText.of(each) + "</t></si>");
    }
    raw("</sst>");
    end();
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
