package dev.rollcall.source;

import dev.rollcall.model.Status;

/**
 * Where a row says a person stands, and until when it is so.
 *
 * @param column the column that decided it; -1 where there is none
 */
record Standing(Status status, int column, Terms terms) {

  static Standing of(Status status, int column) {
    return new Standing(status, column, Terms.ALWAYS);
  }

  Standing on(Terms others) {
    return new Standing(status, column, others);
  }
}
