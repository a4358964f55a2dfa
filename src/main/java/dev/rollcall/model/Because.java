package dev.rollcall.model;

import static java.util.Objects.requireNonNull;

/**
 * Why a person is to hold something: a cell, or a rule that matched.
 *
 * @param rule the rule's name; empty where the cell itself says so
 */
public record Because(Origin origin, String rule) {

  /** Checks. */
  public Because {
    requireNonNull(origin, "origin");
    requireNonNull(rule, "rule");
  }

  /** A cell's own word. */
  public static Because cell(Origin origin) {
    return new Because(origin, "");
  }
}
