package dev.rollcall.job.yaml;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;

/**
 * A position in a file.
 *
 * @param label the file as the user named it, or the switch that overrides a value
 * @param line from 1; 0 for the whole
 * @param column from 1
 */
public record Position(String label, int line, int column) implements Comparable<Position> {

  /** A file, or a switch, as a whole. */
  public static Position whole(String label) {
    return new Position(label, 0, 0);
  }

  /** Whether it is a file or a switch as a whole. */
  public boolean isWhole() {
    return line == 0;
  }

  /** From the top of a file to its end. */
  @Override
  public int compareTo(Position other) {
    return line == other.line
        ? Integer.compare(column, other.column)
        : Integer.compare(line, other.line);
  }

  /** The same place for those who speak of rows. */
  public Origin origin() {
    return new Origin(Place.ofLines(label), line, -1);
  }

  /** {@code jobs/nightly.yaml:12:5}. */
  @Override
  public String toString() {
    return isWhole() ? label : label + ":" + line + ":" + column;
  }
}
