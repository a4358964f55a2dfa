package dev.rollcall.report.sheet;

import dev.rollcall.source.excel.CellName;
import dev.rollcall.source.excel.XmlText;
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
 * A workbook of one sheet, written part by part. All cells are texts, and stay so when somebody
 * edits them. Of what was written only different texts are kept until the end.
 */
public final class WorkbookWriter implements RowWriter {

  /** What a cell of a workbook can hold. */
  static final int MOST_CHARACTERS = 32_767;

  /** What a sheet can hold. */
  static final int MOST_ROWS = 1_048_576;

  private static final int WIDTH = 24;

  private final ZipOutputStream zip;
  private final Writer text;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private int rows;

  /**
   * Begins one.
   *
   * @param sheet what its sheet is called: up to 31 letters, digits and blanks
   * @param columns how many each row has at most
   */
  public WorkbookWriter(OutputStream out, String sheet, int columns) throws IOException {
    this.zip = new ZipOutputStream(out);
    this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    for (Map.Entry<String, String> part : WorkbookFrame.parts(sheet).entrySet()) {
      begin(part.getKey());
      text.write(part.getValue());
      end();
    }
    begin(WorkbookFrame.SHEET);
    text.write(WorkbookFrame.sheetHead(columns, WIDTH));
  }

  @Override
  public void row(List<String> cells) throws IOException {
    rows++;
    if (rows > MOST_ROWS) {
      throw new MisfitRow("a sheet of a workbook has no more than 1,048,576 rows");
    }
    text.write("<row r=\"" + rows + "\">");
    for (int column = 0; column < cells.size(); column++) {
      cell(column, cells.get(column));
    }
    text.write("</row>");
  }

  private void cell(int column, String content) throws IOException {
    if (content.length() > MOST_CHARACTERS) {
      throw new MisfitRow(
          "a cell of a workbook holds no more than 32,767 characters, and one in row "
              + rows
              + " would have "
              + content.length());
    }
    if (!content.isEmpty()) {
      Integer known = texts.putIfAbsent(content, texts.size());
      int style = rows == 1 ? WorkbookFrame.HEADER : WorkbookFrame.TEXT;
      text.write(
          "<c r=\"" + CellName.letters(column) + rows + "\" s=\"" + style + "\" t=\"s\"><v>");
      text.write(known == null ? texts.size() - 1 + "" : known.toString());
      text.write("</v></c>");
    }
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      text.write(WorkbookFrame.SHEET_END);
      end();
      begin(WorkbookFrame.TEXTS);
      text.write(WorkbookFrame.textsHead());
      for (String each : texts.keySet()) {
        text.write("<si><t xml:space=\"preserve\">" + XmlText.of(each) + "</t></si>");
      }
      text.write(WorkbookFrame.TEXTS_END);
      end();
    }
  }

  private void begin(String part) throws IOException {
    zip.putNextEntry(new ZipEntry(part));
  }

  private void end() throws IOException {
    text.flush();
    zip.closeEntry();
  }
}
