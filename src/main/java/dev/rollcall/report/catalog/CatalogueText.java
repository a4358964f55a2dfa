package dev.rollcall.report.catalog;

import dev.rollcall.report.ConsoleLines;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.StyledText;
import dev.rollcall.report.TerminalColours;
import dev.rollcall.tenant.Inventory;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** For the terminal: a table of each sort. */
public final class CatalogueText implements CatalogueWriter {

  private static final String GAP = "  ";

  private final TerminalColours palette;

  /** In these colours. */
  public CatalogueText(TerminalColours palette) {
    this.palette = palette;
  }

  @Override
  public void write(CatalogueReport catalogue, Writer out) throws IOException {
    ConsoleLines lines = new ConsoleLines(out, ConsoleStyle.verbose(palette));
    lines.title(catalogue.tenant());
    for (CatalogueReport.Part part : catalogue.parts()) {
      lines.blank();
      lines.title(part.section().noun().many() + " (" + part.lines().size() + ")");
      if (!part.lines().isEmpty()) {
        write(CatalogueTable.of(part), lines);
      }
    }
    if (!catalogue.gaps().isEmpty()) {
      lines.blank();
      lines.title("not read");
      for (Inventory.Gap gap : catalogue.gaps()) {
        lines.line(GAP + gap.what() + ": " + gap.why());
      }
    }
  }

  private void write(CatalogueTable table, ConsoleLines lines) throws IOException {
    int[] widths = new int[table.header().size()];
    measure(table.header(), widths);
    table.rows().forEach(row -> measure(row, widths));
    List<String> header =
        table.header().stream().map(title -> title.toUpperCase(Locale.ROOT)).toList();
    lines.line(palette.faint(row(header, widths).toString()));
    for (List<String> row : table.rows()) {
      lines.line(row(row, widths));
    }
  }

  private static void measure(List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], StyledText.plain(row.get(i)).length());
    }
  }

  private static StyledText row(List<String> cells, int[] widths) {
    StyledText row = StyledText.plain("");
    for (int i = 0; i < widths.length; i++) {
      row = row.and(GAP).and(StyledText.plain(cells.get(i)).cell(widths[i]));
    }
    return row.stripTrailing();
  }
}
