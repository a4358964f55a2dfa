package dev.rollcall.report.review;

import dev.rollcall.security.SheetCells;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A review as CSV: a line a right, with nothing in it that a spreadsheet takes for a formula. */
public final class ReviewCsv implements ReviewWriter {

  @Override
  public void write(AccessReview review, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    ReviewColumns columns = ReviewColumns.of(review);
    text.write(row(columns.headers()));
    for (ReviewLine line : review.lines()) {
      text.write(row(columns.cells(line)));
    }
    text.flush();
  }

  private static String row(List<String> cells) {
    return SheetCells.row(cells.stream().map(SheetCells::shown).toList());
  }
}
