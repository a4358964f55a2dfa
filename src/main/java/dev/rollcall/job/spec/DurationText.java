package dev.rollcall.job.spec;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write durations: {@code 1y}, {@code 14d}, {@code 1h30m}, or as ISO 8601 has it. */
public final class DurationText {

  /** What is right, for people. */
  public static final String EXPECTED = "a duration such as 14d, 12h or 25m";

  /** The same for a schema. */
  static final String PATTERN = "^(\\s*\\d+\\s*[ywdhms]\\s*)+$|^P[0-9DTHMS.]+$";

  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9})\\s*([ywdhms])\\s*");

  private static final int DAYS_A_YEAR = 365;

  private DurationText() {}

  /**
   * The duration, more than nothing.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Duration parse(String text) {
    Duration duration = text.startsWith("P") ? iso(text) : parts(text.toLowerCase(Locale.ROOT));
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("it must be longer than nothing");
    }
    return duration;
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("write 14d, 12h, 25m or 90s", e);
    }
  }

  private static Duration parts(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (end < text.length() && part.region(end, text.length()).lookingAt()) {
      sum = sum.plus(one(Long.parseLong(part.group(1)), part.group(2).charAt(0)));
      end = part.end();
    }
    if (end < text.length() || text.isBlank()) {
      throw new IllegalArgumentException("write 14d, 12h, 25m or 90s");
    }
    return sum;
  }

  private static Duration one(long amount, char unit) {
    return switch (unit) {
      case 'y' -> Duration.ofDays(DAYS_A_YEAR * amount);
      case 'w' -> Duration.ofDays(7 * amount);
      case 'd' -> Duration.ofDays(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'm' -> Duration.ofMinutes(amount);
      default -> Duration.ofSeconds(amount);
    };
  }
}
