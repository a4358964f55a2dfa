package dev.rollcall.source.excel;

import dev.rollcall.security.SheetCells;
import dev.rollcall.source.Reject;
import dev.rollcall.source.RejectNotes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a workbook with rejected rows, part by part, never holding more than a row. */
final class RejectsSheet {

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
    int sheets = place();
    NewWorkbook book = new NewWorkbook(out, frame(sheets));
    for (int before = 1; before < sheets; before++) {
      book.sheet(before, () -> book.raw("<sheetData/>"));
    }
    book.sheet(sheets, () -> writeRows(book, source));
    book.finish();
  }

  private NewWorkbook.Frame frame(int sheets) {
    List<String> names = new ArrayList<>();
    for (int before = 1; before < sheets; before++) {
      names.add("(" + before + ")");
    }
    names.add(allowed(name));
    return new NewWorkbook.Frame(
        names,
        styleParts.from1904() ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>",
        "",
        styleParts.styles(),
        styleParts.theme());
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

  /** Excel has rules for the names of sheets. */
  private static String allowed(String name) {
    String short31 = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return short31.replaceAll("[\\[\\]:*?/\\\\]", "_");
  }

  private void writeRows(NewWorkbook out, SourceLines source) throws IOException {
    out.raw("<cols>");
    out.raw("<col min=\"1\" max=\"1\" width=\"60\" customWidth=\"1\"/>");
    out.raw("<col min=\"2\" max=\"2\" width=\"40\" customWidth=\"1\"/>");
    out.raw("<col min=\"3\" max=\"" + (header.size() + 2) + "\" width=\"18\" customWidth=\"1\"/>");
    out.raw("</cols><sheetData>");
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
    out.raw("</sheetData>");
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

  private void writeRow(NewWorkbook out, List<String> notes, List<String> texts, SheetLine line)
      throws IOException {
    out.raw("<row r=\"" + row + "\">");
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
    out.raw("</row>");
    row++;
  }

  private void writeCell(NewWorkbook out, int column, Cell cell) throws IOException {
    if (cell.isBlank()) {
      return;
    }
    out.raw("<c r=\"" + CellName.letters(column) + row + "\"");
    if (styleParts.styles().isPresent() && cell.style() > 0) {
      out.raw(" s=\"" + cell.style() + "\"");
    }
    out.raw(
        switch (cell.kind()) {
          case BLANK -> "/>";
          case NUMBER -> "><v>" + XmlText.of(cell.kept()) + "</v></c>";
          case BOOLEAN -> " t=\"b\"><v>" + cell.kept() + "</v></c>";
          case ERROR -> " t=\"e\"><v>" + XmlText.of(cell.kept()) + "</v></c>";
          case TEXT -> " t=\"s\"><v>" + out.shared(cell.kept()) + "</v></c>";
        });
  }
}
