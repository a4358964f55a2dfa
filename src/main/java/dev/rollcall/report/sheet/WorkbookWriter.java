package dev.rollcall.report.sheet;

import dev.rollcall.source.excel.NewWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A workbook of one sheet, written part by part. All cells are texts, and stay so when somebody
 * edits them. Of what was written only different texts are kept until the end.
 */
public final class WorkbookWriter implements RowWriter {

  /** What a cell of a workbook can hold. */
  static final int MOST_CHARACTERS = NewWorkbook.MOST_CHARACTERS;

  /** What a sheet can hold. */
  static final int MOST_ROWS = 1_048_576;

  private static final int WIDTH = 24;

  /** The style of a cell that is a text and stays one. */
  private static final int TEXT = 1;

  /** The same in the header. */
  private static final int HEADER = 2;

  private final NewWorkbook book;
  private int rows;

  /**
   * Begins one.
   *
   * @param sheet what its sheet is called: up to 31 letters, digits and blanks
   * @param columns how many each row has at most
   */
  public WorkbookWriter(OutputStream out, String sheet, int columns) throws IOException {
    this.book = new NewWorkbook(out, NewWorkbook.Frame.of(List.of(sheet), styles()));
    book.beginSheet(1);
    // The first row stays in sight when one scrolls.
    book.raw(
        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
            + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
            + "<col min=\"1\" max=\"%d\" width=\"%d\" customWidth=\"1\"/></cols><sheetData>"
                .formatted(columns, WIDTH));
  }

  /** Number format 49 is text: what somebody types there is none of a number, a date, a formula. */
  private static String styles() {
    String text = "<xf numFmtId=\"49\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\"";
    return NewWorkbook.DECLARATION
        + "<styleSheet "
        + NewWorkbook.MAIN
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

  @Override
  public void row(List<String> cells) throws IOException {
    rows++;
    if (rows > MOST_ROWS) {
      throw new MisfitRow("a sheet of a workbook has no more than 1,048,576 rows");
    }
    book.raw("<row r=\"" + rows + "\">");
    for (int column = 0; column < cells.size(); column++) {
      cell(column, cells.get(column));
    }
    book.raw("</row>");
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
      book.text(column, rows, content, rows == 1 ? HEADER : TEXT);
    }
  }

  @Override
  public void close() throws IOException {
    try (book) {
      book.raw("</sheetData>");
      book.endSheet();
      book.finish();
    }
  }
}
