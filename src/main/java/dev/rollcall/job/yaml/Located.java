package dev.rollcall.job.yaml;

import dev.rollcall.model.Origin;

/** A value together with the place it was written at, so that later complaints can name it. */
public record Located<T>(T value, Position position) {

  /** The place for those who speak of rows. */
  public Origin origin() {
    return position.origin();
  }
}
