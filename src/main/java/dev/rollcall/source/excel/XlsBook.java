package dev.rollcall.source.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A workbook in the binary format of Excel 97 to 2003: .xls. It is held in memory. */
final class XlsBook implements Book {

  private final HSSFWorkbook workbook;
  private final Numbers numbers;
  private final List<NumberFormat> formats = new ArrayList<>();

  /** Takes over the workbook. */
  XlsBook(HSSFWorkbook workbook) {
    this.workbook = workbook;
    for (int style = 0; style < workbook.getNumCellStyles(); style++) {
      int index = workbook.getCellStyleAt(style).getDataFormat();
      String code = workbook.getCellStyleAt(style).getDataFormatString();
      formats.add(NumberFormat.of(index, code == null ? "" : code));
    }
    this.numbers = new Numbers(formats, isFrom1904());
  }

  private boolean isFrom1904() {
    return workbook.getInternalWorkbook().isUsing1904DateWindowing();
  }

  @Override
  public List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
      sheets.add(new Sheet(workbook.getSheetName(i), hidden, String.valueOf(i)));
    }
    return sheets;
  }

  @Override
  public Lines lines(Sheet sheet) {
    return new XlsLines(sheetOf(sheet));
  }

  private HSSFSheet sheetOf(Sheet sheet) {
    return workbook.getSheetAt(Integer.parseInt(sheet.part()));
  }

  @Override
  public MergedCells merges(Sheet sheet) {
    List<MergedCells.Region> regions = new ArrayList<>();
    for (CellRangeAddress range : sheetOf(sheet).getMergedRegions()) {
      if (range.getLastRow() > range.getFirstRow()) {
        regions.add(
            new MergedCells.Region(
                range.getFirstColumn(), range.getFirstRow() + 1, range.getLastRow() + 1));
      }
    }
    return new MergedCells(regions);
  }

  /** Only the way numbers are shown. */
  @Override
  public StyleParts styleParts() {
    return new StyleParts(Optional.of(NumberStyles.part(formats)), Optional.empty(), isFrom1904());
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  /** The rows of a sheet in memory. */
  private final class XlsLines implements Lines {

    private final HSSFSheet sheet;
    private int columns = Integer.MAX_VALUE;
    private int next;

    XlsLines(HSSFSheet sheet) {
      this.sheet = sheet;
      this.next = sheet.getFirstRowNum();
    }

    @Override
    public void keep(int count) {
      columns = count;
    }

    @Override
    public boolean isHidden(int column) {
      return sheet.isColumnHidden(column);
    }

    @Override
    public boolean isFormula(int column) {
      HSSFRow row = sheet.getRow(next - 1);
      HSSFCell cell = row == null ? null : row.getCell(column);
      return cell != null && cell.getCellType() == CellType.FORMULA;
    }

    @Override
    public @Nullable SheetLine next() {
      while (next >= 0 && next <= sheet.getLastRowNum()) {
        HSSFRow row = sheet.getRow(next++);
        if (row != null) {
          return line(row);
        }
      }
      return null;
    }

    private SheetLine line(HSSFRow row) {
      List<Cell> cells = new ArrayList<>();
      int beyond = -1;
      for (int column = 0; column < row.getLastCellNum(); column++) {
        HSSFCell there = row.getCell(column);
        Cell cell = there == null ? Cell.BLANK : cell(there);
        if (column < columns) {
          cells.add(cell);
        } else if (!cell.isBlank() && beyond < 0) {
          beyond = column;
        }
      }
      return new SheetLine(row.getRowNum() + 1, row.getZeroHeight(), cells, beyond);
    }

    private Cell cell(HSSFCell cell) {
      int style = cell.getCellStyle().getIndex();
      if (hasLostItsText(cell)) {
        return Cell.withoutResult(style);
      }
      CellType type =
          cell.getCellType() == CellType.FORMULA
              ? cell.getCachedFormulaResultType()
              : cell.getCellType();
      return switch (type) {
        case NUMERIC -> numbers.cell(Double.toString(cell.getNumericCellValue()), style);
        case STRING -> Cell.text(cell.getRichStringCellValue().getString(), style);
        case BOOLEAN -> Cell.truth(cell.getBooleanCellValue(), style);
        case ERROR -> Cell.error(FormulaError.forInt(cell.getErrorCellValue()).getString(), style);
        default -> Cell.BLANK;
      };
    }

    private static boolean hasLostItsText(HSSFCell cell) {
      return cell.getCellType() == CellType.FORMULA
          && cell.getCachedFormulaResultType() == CellType.NUMERIC
          && cell.getNumericCellValue() == 0
          && TextFormula.is(cell.getCellFormula());
    }

    @Override
    public void close() {
      next = -1;
    }
  }
}
