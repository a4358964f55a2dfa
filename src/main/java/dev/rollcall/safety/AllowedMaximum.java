package dev.rollcall.safety;

/**
 * How much a rule allows in one plan.
 *
 * @param why how the number came about; empty where there is nothing to explain
 */
record AllowedMaximum(int allowed, String why) {

  /** For messages: {@code 25 are allowed (count 25)}. */
  @Override
  public String toString() {
    return SafetyTexts.number(allowed)
        + (allowed == 1 ? " is allowed" : " are allowed")
        + (why.isEmpty() ? "" : " (" + why + ")");
  }
}
