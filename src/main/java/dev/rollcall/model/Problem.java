package dev.rollcall.model;

import java.util.Optional;

/**
 * An input that is wrong: where, what, and what would be right.
 *
 * @param where the place as people write it ({@code people.csv:7 (Email)}, {@code
 *     nightly.yaml:12:5}); empty where there is none
 * @param what what is wrong, with the offending text
 * @param remedy what would be right, the nearest valid name included; empty where {@code what} says
 *     it all
 * @param person the address of the person it concerns; empty where it is nobody's in particular
 */
public record Problem(String where, String what, String remedy, Optional<String> person) {

  /** One that concerns nobody in particular. */
  public Problem(String where, String what, String remedy) {
    this(where, what, remedy, Optional.empty());
  }

  /** A problem with a cell. */
  public static Problem at(Origin origin, String what, String remedy) {
    return new Problem(origin.toString(), what, remedy);
  }

  /** The same, known to concern this person. */
  public Problem about(Email email) {
    return new Problem(where, what, remedy, Optional.of(email.address()));
  }

  /** One line: place, what, remedy. */
  @Override
  public String toString() {
    return (where.isEmpty() ? "" : where + ": ") + what + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
