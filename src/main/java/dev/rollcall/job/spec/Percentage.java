package dev.rollcall.job.spec;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A share, written {@code 10%}; from nothing to all. */
public record Percentage(BigDecimal percent) {

  /** What is right, for people. */
  static final String EXPECTED = "a percentage from 0% to 100%";

  /** The same for a schema. */
  static final String PATTERN = "^(100(\\.0{1,4})?|\\d{1,2}(\\.\\d{1,4})?)\\s?%$";

  private static final Pattern WRITTEN = Pattern.compile(PATTERN);

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Percentage parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      boolean number = text.matches("\\d+(\\.\\d+)?");
      throw new IllegalArgumentException(
          number ? "write " + asPercent(text) : text.endsWith("%") ? "" : "write 10%");
    }
    return new Percentage(new BigDecimal(written.group(1)).stripTrailingZeros());
  }

  private static String asPercent(String text) {
    BigDecimal number = new BigDecimal(text);
    boolean fraction = text.contains(".") && number.compareTo(BigDecimal.ONE) <= 0;
    BigDecimal percent = fraction ? number.movePointRight(2) : number;
    return percent.compareTo(BigDecimal.valueOf(100)) > 0
        ? "10%"
        : percent.stripTrailingZeros().toPlainString() + "%";
  }

  /** As a part of one. */
  public double fraction() {
    return percent.movePointLeft(2).doubleValue();
  }

  @Override
  public String toString() {
    return percent.toPlainString() + "%";
  }
}
