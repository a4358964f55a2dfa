package dev.rollcall.job.spec;

/** What a driver is told beside the address. It may be a secret, so it cannot be printed. */
public final class DriverProperty {

  private final String value;

  private DriverProperty(String value) {
    this.value = value;
  }

  /** Takes the text. */
  static DriverProperty of(String value) {
    return new DriverProperty(value);
  }

  /** The text, for the one place that connects. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
