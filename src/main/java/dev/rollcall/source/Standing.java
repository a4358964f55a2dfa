package dev.rollcall.source;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Status;

/** Where a row says a person stands, and the cell that decided it. */
record Standing(Status status, Origin origin) {

  static Standing of(Status status, Place place, Row row, int column) {
    return new Standing(status, new Origin(place, row.line(), column));
  }
}
