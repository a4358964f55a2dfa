package dev.rollcall.apply;

/**
 * What a run is called by whoever starts it, such as the Job of a night: whoever asks for it by
 * that name again gets the same run.
 *
 * @param value e.g. {@code rollcall-nightly-29380457}
 */
public record RunName(String value) {

  private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?";

  /** What is a run id, or was meant as one. */
  private static final String LIKE_AN_ID = "\\d{8}-\\d{6}.*";

  /** Checks how it is written. */
  public RunName {
    if (!value.matches(NAME)) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is no name for a run; write letters, digits, dots, dashes and underscores");
    }
    if (value.matches(LIKE_AN_ID)) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is no run id; they look like 20261122-033101-7f3a");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
