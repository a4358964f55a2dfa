package dev.rollcall.cli;

import dev.rollcall.batch.WrongInput;
import dev.rollcall.model.Problem;
import dev.rollcall.report.review.AccessReview;
import dev.rollcall.report.review.ReviewCsv;
import dev.rollcall.report.review.ReviewHtml;
import dev.rollcall.report.review.ReviewJson;
import dev.rollcall.report.review.ReviewWorkbook;
import dev.rollcall.report.review.ReviewWriter;
import dev.rollcall.security.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** A file that a review is written to, in the format that its name ends with; its owner's alone. */
record ReviewFile(Path path, ReviewWriter writer) {

  /**
   * The file of this name.
   *
   * @throws WrongInput where its name ends with no format, or its folder is missing
   */
  static ReviewFile at(Path path) {
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
    if (Files.isDirectory(path) || !Files.isDirectory(path.toAbsolutePath().resolveSibling(""))) {
      throw new WrongInput(
          new Problem("--out " + path, "is no file in a folder that there is", "name another one"));
    }
    return new ReviewFile(path, writer);
  }

  /** Writes it, in one piece. */
  void write(AccessReview review) {
    try {
      Path beside = OwnerOnly.ALONE.temporaryFile(path.resolveSibling(""), "review", ".tmp");
      try (OutputStream out = OwnerOnly.ALONE.output(beside)) {
        writer.write(review, out);
      }
      Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WrongInput(
          new Problem("--out " + path, "the review cannot be written there", "look at its folder"));
    }
  }
}
