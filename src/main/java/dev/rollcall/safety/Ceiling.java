package dev.rollcall.safety;

/**
 * How much a rule allows in one plan.
 *
 * @param why how the number came about; empty where there is nothing to explain
 */
record Ceiling(int allowed, String why) {

  /** For messages: {@code 25 are allowed (count 25)}. */
  @Override
  public String toString() {
    return Words.number(allowed)
        + (allowed == 1 ? " is allowed" : " are allowed")
        + (why.isEmpty() ? "" : " (" + why + ")");
  }
}
