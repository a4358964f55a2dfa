package dev.rollcall.source.columns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the dates of a source are written, as far as its texts do not tell by themselves.
 *
 * @param order which comes first; empty where each column settles it
 * @param pattern as {@link DateTimeFormatter} takes it; dates like 2026-12-31 are read all the same
 * @param blank words that mean no date, beside the usual ones, in any case
 * @param zone whose days moments with an offset belong to
 */
public record DateStyle(
    Optional<DateOrder> order, Optional<String> pattern, Set<String> blank, ZoneId zone) {

  /** What may be said of them in one word, for people. */
  public static final String EXPECTED = "month-first, day-first, or a pattern such as dd/MM/yyyy";

  /** What programs write where there is no date, and what an hour of midnight may stand behind. */
  private static final Set<String> NONE =
      Set.of(
          ("null | (null) | <null> | \\n | none | nil | nan | nat | n/a | #n/a | na | "
                  + "n.a. | n. a. | - | -- | --- | – | — | . | / | (blank) | (empty) | (none) | "
                  + "0000-00-00 | 00-00-0000 | 00/00/0000 | 00.00.0000 | 0000/00/00 | 0000.00.00 | "
                  + "00000000 | 0 | 1900-01-00 | 1/0/1900 | 0/1/1900 | 00.01.1900 | 00/01/1900 | "
                  + "01/00/1900")
              .split(" \\| "));

  /** Copies; words are compared without case. */
  public DateStyle {
    blank = blank.stream().map(DateStyle::folded).collect(Collectors.toUnmodifiableSet());
  }

  /** Nothing is said. */
  public static DateStyle usual(ZoneId zone) {
    return new DateStyle(Optional.empty(), Optional.empty(), Set.of(), zone);
  }

  /**
   * What one word says of them, in whatever zone.
   *
   * @throws IllegalArgumentException where it is none that is {@link #EXPECTED}
   */
  public static DateStyle parse(String text) {
    for (DateOrder order : DateOrder.values()) {
      if (text.equals(order.first() + "-first")) {
        return new DateStyle(Optional.of(order), Optional.empty(), Set.of(), ZoneOffset.UTC);
      }
    }
    try {
      formatter(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "write month-first, day-first, or a pattern with dd, MM and yyyy (months are MM, minutes"
              + " mm)",
          e);
    }
    return new DateStyle(Optional.empty(), Optional.of(text), Set.of(), ZoneOffset.UTC);
  }

  /** The same with these words for no date, and days in this zone. */
  public DateStyle with(Collection<String> words, ZoneId days) {
    return new DateStyle(order, pattern, Set.copyOf(words), days);
  }

  /** The same, for days in universal time. */
  public static DateStyle usual() {
    return usual(ZoneOffset.UTC);
  }

  /**
   * A formatter for a pattern.
   *
   * @throws IllegalArgumentException where it is none, or lacks day, month or year
   */
  public static DateTimeFormatter formatter(String pattern) {
    // A year alone would want its era; two digits of it are of this century's first half or before.
    String years = pattern.replace('y', 'u');
    DateTimeFormatter formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(withCentury(years))
            .toFormatter(Locale.ENGLISH)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);
    LocalDate day = LocalDate.of(2031, 12, 24);
    try {
      if (LocalDate.parse(day.atStartOfDay().format(formatter), formatter).equals(day)) {
        return formatter;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("day, month and year are needed", e);
    }
    throw new IllegalArgumentException("day, month and year are needed");
  }

  private static DateTimeFormatter withCentury(String pattern) {
    int two = pattern.matches(".*(?<!u)uu(?!u).*") ? pattern.indexOf("uu") : -1;
    if (two < 0) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    Stream.of(pattern.substring(0, two))
        .filter(before -> !before.isEmpty())
        .forEach(builder::appendPattern);
    builder.appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(ShortYear.FIRST, 1, 1));
    Stream.of(pattern.substring(two + 2))
        .filter(after -> !after.isEmpty())
        .forEach(builder::appendPattern);
    return builder.toFormatter(Locale.ENGLISH);
  }

  /** Whether the text, on one line and no date, is what programs write where there is none. */
  boolean isBlank(String text) {
    String word = folded(text);
    String day = word.replaceFirst("[t ]00:00(:00)?(\\.0+)?z?$", "");
    return NONE.contains(word) || NONE.contains(day);
  }

  /** Whether the text is one of the words that the job file lists, be it a date or not. */
  boolean isSaidBlank(String text) {
    return !blank.isEmpty() && blank.contains(folded(text));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
