package dev.rollcall.report.catalog;

import static java.util.stream.Collectors.joining;

import dev.rollcall.report.MarkdownReport;
import dev.rollcall.tenant.Inventory;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** For a page or a ticket. */
public final class CatalogueMarkdown implements CatalogueWriter {

  @Override
  public void write(CatalogueReport catalogue, Writer out) throws IOException {
    out.write("## " + MarkdownReport.text(catalogue.tenant()) + "\n");
    for (CatalogueReport.Part part : catalogue.parts()) {
      out.write("\n### " + part.section().noun().many() + " (" + part.lines().size() + ")\n\n");
      if (!part.lines().isEmpty()) {
        write(CatalogueTable.of(part), out);
      }
    }
    if (!catalogue.gaps().isEmpty()) {
      out.write("\n### Not read\n\n");
      for (Inventory.Gap gap : catalogue.gaps()) {
        out.write("* " + MarkdownReport.text(gap.what() + ": " + gap.why()) + "\n");
      }
    }
  }

  private static void write(CatalogueTable table, Writer out) throws IOException {
    out.write(row(table.header()));
    out.write("|" + "---|".repeat(table.header().size()) + "\n");
    for (List<String> row : table.rows()) {
      out.write(row(row));
    }
  }

  private static String row(List<String> cells) {
    return cells.stream().map(MarkdownReport::text).collect(joining(" | ", "| ", " |\n"));
  }
}
