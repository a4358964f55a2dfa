package dev.rollcall.job.spec;

import static java.util.Objects.requireNonNull;

/** What a driver is told beside the address. It may be a secret, so it cannot be printed. */
public final class DriverProperty {

  private final String value;

  private DriverProperty(String value) {
    this.value = requireNonNull(value, "value");
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
