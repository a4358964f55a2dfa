package dev.rollcall.model;

import static java.util.Objects.requireNonNull;

/**
 * An input that is wrong: where, what, and what would be right.
 *
 * @param where the place as people write it ({@code people.csv:7 (Email)}, {@code
 *     nightly.yaml:12:5}); empty where there is none
 * @param what what is wrong, with the offending text
 * @param remedy what would be right, the nearest valid name included; empty where {@code what} says
 *     it all
 */
public record Problem(String where, String what, String remedy) {

  /** Checks. */
  public Problem {
    requireNonNull(where, "where");
    requireNonNull(what, "what");
    requireNonNull(remedy, "remedy");
  }

  /** A problem with a cell. */
  public static Problem at(Origin origin, String what, String remedy) {
    return new Problem(origin.toString(), what, remedy);
  }

  /** One line: place, what, remedy. */
  @Override
  public String toString() {
    return (where.isEmpty() ? "" : where + ": ") + what + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
