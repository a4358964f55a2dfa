package dev.rollcall.cli;

import dev.rollcall.batch.WrongInput;
import dev.rollcall.model.Problem;
import dev.rollcall.report.Overwriting;
import dev.rollcall.report.RequestedFile;
import dev.rollcall.report.review.AccessReview;
import dev.rollcall.report.review.ReviewCsv;
import dev.rollcall.report.review.ReviewHtml;
import dev.rollcall.report.review.ReviewJson;
import dev.rollcall.report.review.ReviewWorkbook;
import dev.rollcall.report.review.ReviewWriter;
import java.nio.file.Path;
import java.util.Locale;

/** A file that a review is written to, in the format that its name ends with. */
record ReviewFile(RequestedFile file, ReviewWriter writer) {

  /**
   * The file of this name.
   *
   * @throws WrongInput where its name ends with no format
   * @throws dev.rollcall.report.CannotWrite where it must not be written
   */
  static ReviewFile at(Path path, Overwriting overwriting) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    String format = name.substring(name.lastIndexOf('.') + 1);
    ReviewWriter writer =
        switch (format) {
          case "xlsx" -> new ReviewWorkbook();
          case "csv" -> new ReviewCsv();
          case "html" -> new ReviewHtml();
          case "json" -> new ReviewJson();
          default ->
              throw new WrongInput(
                  new Problem(
                      "--out " + path,
                      "does not say in which format a review is to be written",
                      "let its name end with .xlsx, .csv, .html or .json"));
        };
    return new ReviewFile(RequestedFile.of("--out", path, overwriting).checked(), writer);
  }

  /** Writes it, in one piece. */
  void write(AccessReview review) {
    file.write(out -> writer.write(review, out));
  }
}
