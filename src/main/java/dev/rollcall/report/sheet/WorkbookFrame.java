package dev.rollcall.report.sheet;

import dev.rollcall.source.excel.XmlText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every workbook of one sheet has around its rows. */
final class WorkbookFrame {

  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String SHEET_END = "</sheetData></worksheet>";
  static final String TEXTS = "xl/sharedStrings.xml";
  static final String TEXTS_END = "</sst>";

  /** The style of a cell that is a text and stays one. */
  static final int TEXT = 1;

  /** The same in the header. */
  static final int HEADER = 2;

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private WorkbookFrame() {}

  /** The parts that stand before the sheet, by name. */
  static Map<String, String> parts(String sheet) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", types());
    parts.put("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    parts.put("xl/workbook.xml", workbook(sheet));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation(1, "worksheet", "worksheets/sheet1.xml")
                + relation(2, "styles", "styles.xml")
                + relation(3, "sharedStrings", "sharedStrings.xml")));
    parts.put("xl/styles.xml", styles());
    return parts;
  }

  private static String types() {
    return DECLARATION
        + "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + type("xl/workbook.xml", "sheet.main+xml")
        + type(SHEET, "worksheet+xml")
        + type("xl/styles.xml", "styles+xml")
        + type(TEXTS, "sharedStrings+xml")
        + "</Types>";
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s%s\"/>".formatted(part, TYPE, type);
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

  private static String workbook(String sheet) {
    return "%s<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        .formatted(DECLARATION, MAIN, OFFICE, XmlText.of(sheet));
  }

  /** Number format 49 is text: what somebody types there is none of a number, a date, a formula. */
  private static String styles() {
    String text = "<xf numFmtId=\"49\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\"";
    return DECLARATION
        + "<styleSheet "
        + MAIN
        + "><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + text.formatted(0)
        + " applyNumberFormat=\"1\"/>"
        + text.formatted(1)
        + " applyNumberFormat=\"1\" applyFont=\"1\"/>"
        + "</cellXfs></styleSheet>";
  }

  /** Up to the first row, which stays in sight when one scrolls. */
  static String sheetHead(int columns, int width) {
    return "%s<worksheet %s><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"%d\" width=\"%d\" customWidth=\"1\"/></cols><sheetData>"
        .formatted(DECLARATION, MAIN, columns, width);
  }

  static String textsHead() {
    return DECLARATION + "<sst " + MAIN + ">";
  }
}
