package dev.rollcall.source;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Status;

/** Where a row says a person stands, the cell that decided it, and until when it is so. */
record Standing(Status status, Origin origin, Terms terms) {

  static Standing of(Status status, Place place, Row row, int column) {
    return new Standing(status, new Origin(place, row.line(), column), Terms.ALWAYS);
  }

  Standing on(Terms others) {
    return new Standing(status, origin, others);
  }
}
