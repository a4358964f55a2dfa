package dev.rollcall.model;

/**
 * The cell a statement came from: numbers only, rendered on demand.
 *
 * @param row the physical line or row, from 1
 * @param column from 0; -1 for the row as a whole
 */
public record Origin(Place place, int row, int column) {

  /** The place as people write it, e.g. {@code people.csv:17 (Status)}. */
  @Override
  public String toString() {
    return place.at(row, column);
  }
}
