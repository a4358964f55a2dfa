package dev.rollcall.model;

/**
 * Why a person is to hold something: a cell, or a rule that matched.
 *
 * @param rule the rule's name; empty where the cell itself says so
 */
public record Attribution(Origin origin, String rule) {

  /** A cell's own word. */
  public static Attribution cell(Origin origin) {
    return new Attribution(origin, "");
  }
}
