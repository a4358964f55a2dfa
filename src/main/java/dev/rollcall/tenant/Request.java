package dev.rollcall.tenant;

import java.util.List;

/**
 * What goes out as one HTTP request: the unit of sending and of doubt.
 *
 * @param repeatable whether sending it twice does no harm
 * @param sequences the operations it carries, at least one
 */
public record Request(Lane lane, boolean repeatable, List<Integer> sequences) {

  /** Copies; a request carries something. */
  public Request {
    sequences = List.copyOf(sequences);
    if (sequences.isEmpty()) {
      throw new IllegalArgumentException("a request carries at least one operation");
    }
  }
}
