package dev.rollcall.source.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet in the Office Open XML format, read while they are asked for. */
final class XlsxLines implements Book.Lines {

  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;

  private final PartReader xml;
  private final SharedStrings texts;
  private final Numbers numbers;
  private final BitSet hiddenColumns = new BitSet();
  private final BitSet formulas = new BitSet();
  private int columns = MOST_COLUMNS;
  private int row;
  private int beyond;
  private boolean ended;

  /** Takes over the reader. */
  XlsxLines(PartReader xml, SharedStrings texts, Numbers numbers) {
    this.xml = xml;
    this.texts = texts;
    this.numbers = numbers;
  }

  @Override
  public void keep(int count) {
    columns = count;
  }

  @Override
  public boolean isHidden(int column) {
    return hiddenColumns.get(column);
  }

  @Override
  public boolean isFormula(int column) {
    return formulas.get(column);
  }

  @Override
  public @Nullable SheetLine next() {
    while (!ended) {
      if (!xml.next()) {
        throw xml.damaged();
      }
      if (xml.opens("row")) {
        return line();
      }
      if (xml.opens("col") && xml.isTrue("hidden")) {
        int first = Math.max(1, xml.number("min", 1));
        int last = Math.min(MOST_COLUMNS, xml.number("max", 0));
        hiddenColumns.set(first - 1, Math.max(first - 1, last));
      }
      ended = xml.closes("sheetData");
    }
    return null;
  }

  private SheetLine line() {
    int number = xml.number("r", row + 1);
    if (number <= row || number > MOST_ROWS) {
      throw xml.damaged("row " + number + " is out of order");
    }
    row = number;
    boolean hidden = xml.isTrue("hidden");
    beyond = -1;
    formulas.clear();
    List<Cell> cells = new ArrayList<>(Math.min(columns, 16));
    int last = -1;
    while (!xml.closes("row")) {
      if (!xml.next()) {
        throw xml.damaged();
      }
      if (xml.opens("c")) {
        last = column(last);
        Cell cell = cell(last);
        add(cells, last, cell);
      }
    }
    return new SheetLine(row, hidden, cells, beyond);
  }

  /** Of the cell at hand; cells without a name follow one another. */
  private int column(int last) {
    String name = xml.attribute("r");
    int column = name.isEmpty() ? last + 1 : CellName.column(name);
    if (column <= last || column >= MOST_COLUMNS) {
      throw xml.damaged("the cells of row " + row + " are not in order");
    }
    return column;
  }

  private void add(List<Cell> cells, int column, Cell cell) {
    if (cell.isBlank()) {
      return;
    }
    if (column >= columns) {
      beyond = beyond < 0 ? column : beyond;
      return;
    }
    while (cells.size() < column) {
      cells.add(Cell.BLANK);
    }
    cells.add(cell);
  }

  private Cell cell(int column) {
    String type = xml.attribute("t");
    int style = xml.number("s", 0);
    boolean formula = false;
    String value = null;
    while (!xml.closes("c")) {
      if (!xml.next()) {
        throw xml.damaged();
      }
      if (xml.opens("v")) {
        value = xml.text();
      } else if (xml.opens("is")) {
        value = RichText.read(xml);
      } else if (xml.opens("f")) {
        formula = true;
        formulas.set(column);
        xml.skip();
      }
    }
    if (value == null || (value.isEmpty() && !type.equals("str"))) {
      return formula ? Cell.withoutResult(style) : Cell.BLANK;
    }
    return cell(type, value, style);
  }

  private Cell cell(String type, String value, int style) {
    return switch (type) {
      case "s" -> shared(value, style);
      case "inlineStr" -> Cell.text(value, style);
      case "str" -> Cell.text(RichText.unescaped(value), style);
      case "b" -> Cell.truth(value.equals("1") || value.equals("true"), style);
      case "e" -> Cell.error(value, style);
      case "d" -> Cell.text(value.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", ""), style);
      default -> numbers.cell(value, style);
    };
  }

  private Cell shared(String index, int style) {
    try {
      int number = Integer.parseInt(index.strip());
      if (texts.has(number)) {
        return Cell.text(texts.get(number), style);
      }
    } catch (NumberFormatException e) {
      throw xml.damaged();
    }
    throw xml.damaged();
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
