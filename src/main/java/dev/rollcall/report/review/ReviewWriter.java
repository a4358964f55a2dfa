package dev.rollcall.report.review;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a review in one format. */
public interface ReviewWriter {

  /** Writes all of it; the stream stays open. */
  void write(AccessReview review, OutputStream out) throws IOException;
}
