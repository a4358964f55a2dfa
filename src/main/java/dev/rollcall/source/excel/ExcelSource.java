package dev.rollcall.source.excel;

import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.util.List;

/** A roster on a sheet of an Excel workbook. */
public final class ExcelSource implements Source {

  private final ExcelSettings settings;
  private final boolean takesFormulas;

  /** A source that reads the file each time it is opened. */
  public ExcelSource(ExcelSettings settings) {
    this(settings, true);
  }

  private ExcelSource(ExcelSettings settings, boolean takesFormulas) {
    this.settings = settings;
    this.takesFormulas = takesFormulas;
  }

  /** One of a sheet in which a formula is a flaw, whatever its result. */
  public static ExcelSource withoutFormulas(ExcelSettings settings) {
    return new ExcelSource(settings, false);
  }

  @Override
  public String name() {
    return settings.name();
  }

  /**
   * The sheets with cells, in the order of their tabs: each its name in quotes, with the number of
   * its addresses.
   *
   * @throws UnreadableSource where the workbook cannot be read
   */
  public List<String> sheets() {
    try (Book book = WorkbookOpener.of(settings)) {
      return new SheetChoice(settings, book).all().stream().map(SheetChoice.Chosen::told).toList();
    } catch (UnreadableSource e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw ExcelRows.broken(settings.label(), e);
    }
  }

  @Override
  public Rows open() {
    return ExcelRows.open(settings, takesFormulas);
  }
}
