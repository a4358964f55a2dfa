package dev.rollcall.source.excel;

import dev.rollcall.security.SheetCells;
import dev.rollcall.source.Reject;
import dev.rollcall.source.RejectNotes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a workbook with rejected rows, part by part, never holding more than a row. */
final class RejectsSheet {

  private static final String SPREADSHEET =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final int LONGEST_NAME = 31;

  /** The rows of the source once more, in order; null at the end. */
  interface SourceLines {
    /** The next one. */
    @Nullable SheetLine next() throws IOException;
  }

  private final ExcelSettings settings;
  private final List<Reject> rejects;
  private final String name;
  private final StyleParts styleParts;
  private final List<String> header;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private int row;

  RejectsSheet(ExcelSettings settings, List<Reject> rejects, String name, StyleParts styleParts) {
    this.settings = settings;
    this.rejects = rejects;
    this.name = name;
    this.styleParts = styleParts;
    this.header = rejects.get(0).header();
  }

  /** Writes all parts; the stream stays open. */
  void write(OutputStream out, SourceLines source) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    int sheet = place();
    part(zip, text, "[Content_Types].xml", types(sheet));
    part(
        zip,
        text,
        "_rels/.rels",
        references(List.of(reference(1, "officeDocument", "xl/workbook.xml"))));
    part(zip, text, "xl/workbook.xml", workbook(sheet));
    part(zip, text, "xl/_rels/workbook.xml.rels", workbookReferences(sheet));
    if (styleParts.styles().isPresent()) {
      part(zip, text, "xl/styles.xml", styleParts.styles().get());
    }
    if (styleParts.theme().isPresent()) {
      part(zip, text, "xl/theme/theme1.xml", styleParts.theme().get());
    }
    for (int before = 1; before < sheet; before++) {
      part(zip, text, part(before), emptySheet());
    }
    zip.putNextEntry(new ZipEntry(part(sheet)));
    writeRows(text, source);
    text.flush();
    zip.closeEntry();
    // Programs that mend a cell expect its text here; texts within cells they leave as they are.
    zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
    writeTexts(text);
    text.flush();
    zip.closeEntry();
    zip.finish();
  }

  /** Where the job file asks for a sheet by number, it stands behind so many empty ones. */
  private int place() {
    return settings
        .sheet()
        .map(String::strip)
        .filter(sheet -> !sheet.equalsIgnoreCase(name.strip()) && sheet.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .orElse(1);
  }

  private static String part(int sheet) {
    return "xl/worksheets/sheet" + sheet + ".xml";
  }

  private static void part(ZipOutputStream zip, Writer text, String part, String content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(part));
    text.write(content);
    text.flush();
    zip.closeEntry();
  }

  private String types(int sheets) {
    StringBuilder types = new StringBuilder(DECLARATION);
    types.append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
    types.append("<Default Extension=\"rels\" ContentType=\"");
    types.append("application/vnd.openxmlformats-package.relationships+xml\"/>");
    types.append(type("xl/workbook.xml", TYPE + "sheet.main+xml"));
    types.append(type("xl/sharedStrings.xml", TYPE + "sharedStrings+xml"));
    for (int sheet = 1; sheet <= sheets; sheet++) {
      types.append(type(part(sheet), TYPE + "worksheet+xml"));
    }
    styleParts.styles().ifPresent(some -> types.append(type("xl/styles.xml", TYPE + "styles+xml")));
    styleParts
        .theme()
        .ifPresent(
            some ->
                types.append(
                    type(
                        "xl/theme/theme1.xml",
                        "application/vnd.openxmlformats-officedocument.theme+xml")));
    return types.append("</Types>").toString();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, type);
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

  private String workbookReferences(int sheets) {
    List<String> references = new ArrayList<>();
    for (int sheet = 1; sheet <= sheets; sheet++) {
      references.add(reference(sheet, "worksheet", "worksheets/sheet" + sheet + ".xml"));
    }
    references.add(reference(sheets + 3, "sharedStrings", "sharedStrings.xml"));
    styleParts
        .styles()
        .ifPresent(some -> references.add(reference(sheets + 1, "styles", "styles.xml")));
    styleParts
        .theme()
        .ifPresent(some -> references.add(reference(sheets + 2, "theme", "theme/theme1.xml")));
    return references(references);
  }

  private String workbook(int sheets) {
    StringBuilder names = new StringBuilder();
    for (int sheet = 1; sheet <= sheets; sheet++) {
      String called = sheet == sheets ? XmlText.of(allowed(name)) : "(" + sheet + ")";
      names.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%2$d\"/>".formatted(called, sheet));
    }
    return "%s<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
        .formatted(
            DECLARATION,
            SPREADSHEET,
            OFFICE,
            styleParts.from1904() ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>",
            names);
  }

  /** Excel has rules for the names of sheets. */
  private static String allowed(String name) {
    String short31 = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return short31.replaceAll("[\\[\\]:*?/\\\\]", "_");
  }

  private static String emptySheet() {
    return DECLARATION + "<worksheet xmlns=\"" + SPREADSHEET + "\"><sheetData/></worksheet>";
  }

  private void writeRows(Writer out, SourceLines source) throws IOException {
    out.write(DECLARATION);
    out.write("<worksheet xmlns=\"" + SPREADSHEET + "\"><cols>");
    out.write("<col min=\"1\" max=\"1\" width=\"60\" customWidth=\"1\"/>");
    out.write("<col min=\"2\" max=\"2\" width=\"40\" customWidth=\"1\"/>");
    out.write(
        "<col min=\"3\" max=\"" + (header.size() + 2) + "\" width=\"18\" customWidth=\"1\"/>");
    out.write("</cols><sheetData>");
    row = settings.headerRow().orElse(1);
    SheetLine line = source.next();
    boolean headerWritten = false;
    for (Reject reject : rejects) {
      while (line != null && line.row() < reject.row().line()) {
        if (!headerWritten && reads(line, header)) {
          writeRow(out, RejectNotes.headers(), header, line);
          headerWritten = true;
        }
        line = source.next();
      }
      if (!headerWritten) {
        writeRow(out, RejectNotes.headers(), header, nothing());
        headerWritten = true;
      }
      SheetLine same = line != null && line.row() == reject.row().line() ? line : nothing();
      writeRow(out, RejectNotes.of(reject), reject.row().cells(), same);
    }
    out.write("</sheetData></worksheet>");
  }

  private static SheetLine nothing() {
    return new SheetLine(1, false, List.of(), -1);
  }

  private static boolean reads(SheetLine line, List<String> texts) {
    for (int column = 0; column < texts.size(); column++) {
      if (!line.cell(column).text().strip().equals(texts.get(column))) {
        return false;
      }
    }
    return true;
  }

  private void writeRow(Writer out, List<String> notes, List<String> texts, SheetLine line)
      throws IOException {
    out.write("<row r=\"" + row + "\">");
    int at = 0;
    for (String note : notes) {
      writeCell(out, at++, Cell.text(SheetCells.shown(note), 0));
    }
    for (int column : RejectNotes.ownColumns(header, texts.size())) {
      Cell kept = line.cell(column);
      String text = texts.get(column);
      boolean same = kept.text().equals(text);
      writeCell(out, at++, same ? kept : Cell.text(text, kept.style()));
    }
    out.write("</row>");
    row++;
  }

  private int shared(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    return known == null ? texts.size() - 1 : known;
  }

  private void writeTexts(Writer out) throws IOException {
    out.write(DECLARATION + "<sst xmlns=\"" + SPREADSHEET + "\">");
    for (String text : texts.keySet()) {
      out.write("<si><t xml:space=\"preserve\">" + XmlText.of(text) + "</t></si>");
    }
    out.write("</sst>");
  }

  private void writeCell(Writer out, int column, Cell cell) throws IOException {
    if (cell.isBlank()) {
      return;
    }
    out.write("<c r=\"" + CellName.letters(column) + row + "\"");
    if (styleParts.styles().isPresent() && cell.style() > 0) {
      out.write(" s=\"" + cell.style() + "\"");
    }
    out.write(
        switch (cell.kind()) {
          case BLANK -> "/>";
          case NUMBER -> "><v>" + XmlText.of(cell.kept()) + "</v></c>";
          case BOOLEAN -> " t=\"b\"><v>" + cell.kept() + "</v></c>";
          case ERROR -> " t=\"e\"><v>" + XmlText.of(cell.kept()) + "</v></c>";
          case TEXT -> " t=\"s\"><v>" + shared(cell.kept()) + "</v></c>";
        });
  }
}
