package dev.rollcall.job.spec;

/**
 * A password or token. It cannot be printed, and no two are equal: comparing would tell what they
 * hold.
 */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Takes the secret text. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The text, for the one place that sends it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
