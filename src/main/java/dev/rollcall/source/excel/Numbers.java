package dev.rollcall.source.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Reads the numbers of a workbook as people see them there: dates as {@code 2026-07-01}, {@code 42}
 * in the format {@code 00000} as {@code 00042}. Where less would be seen than is there, the number
 * is read in full.
 *
 * <p>Not for several threads at once: it remembers what it has seen, for formatting is slow.
 */
final class Numbers {

  /** Beyond that, a workbook's numbers are no longer what was entered. */
  private static final double FIFTEEN_DIGITS = 1e15;

  private static final MathContext DIGITS = new MathContext(15);
  private static final double AFTER_LAST_DAY = 2_958_466;
  private static final int LONGEST = 400;
  private static final int REMEMBERED = 10_000;

  private final List<NumberFormat> styles;
  private final boolean from1904;
  private final DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
  private final List<Map<String, Cell>> seen = new ArrayList<>();

  /**
   * For one workbook.
   *
   * @param styles the format of each style
   * @param from1904 whether days are counted from 1904
   */
  Numbers(List<NumberFormat> styles, boolean from1904) {
    this.styles = List.copyOf(styles);
    this.from1904 = from1904;
    styles.forEach(style -> seen.add(new HashMap<>()));
  }

  /** A number as the workbook keeps it, in one of its styles. */
  Cell cell(String kept, int style) {
    NumberFormat format =
        style >= 0 && style < styles.size() ? styles.get(style) : NumberFormat.GENERAL;
    if (format.kind() == NumberFormat.Kind.PLAIN) {
      return isShortInteger(kept) ? number(kept, kept, style) : read(kept, style, format);
    }
    Map<String, Cell> same = seen.get(style);
    Cell known = same.get(kept);
    if (known == null) {
      known = read(kept, style, format);
      if (same.size() >= REMEMBERED) {
        same.clear();
      }
      same.put(kept, known);
    }
    return known;
  }

  private static boolean isShortInteger(String kept) {
    int length = kept.length();
    if (length == 0 || length > 15 || (kept.charAt(0) == '0' && length > 1)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (kept.charAt(i) < '0' || kept.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private Cell read(String kept, int style, NumberFormat format) {
    double value;
    try {
      value = kept.length() > LONGEST ? Double.NaN : Double.parseDouble(kept.strip());
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return new Cell(
          Cell.Kind.TEXT, kept, style, kept, "holds what is no number", "write it anew");
    }
    return switch (format.kind()) {
      case DAY -> day(kept, value, style);
      case TIME -> value >= 1 ? day(kept, value, style) : time(kept, value, style);
      case AS_SHOWN -> number(kept, formatted(value, format), style);
      case PLAIN, OTHER -> plain(value, style, format);
    };
  }

  private static Cell number(String kept, String text, int style) {
    return new Cell(Cell.Kind.NUMBER, kept, style, text, "", "");
  }

  private static Cell wrong(String kept, int style, String what, String remedy) {
    return new Cell(Cell.Kind.NUMBER, kept, style, kept, what, remedy);
  }

  private Cell day(String kept, double value, int style) {
    if (value > 0 && value < 1) {
      return time(kept, value, style);
    }
    if (value < 1 || value >= AFTER_LAST_DAY) {
      String what = "is shown as a date, but " + general(value) + " is none";
      return wrong(general(value), style, what, "write a date, or nothing");
    }
    LocalDateTime day = DateUtil.getLocalDateTime(value, from1904, true);
    String date = day.toLocalDate().toString();
    String time = hours(day.toLocalTime());
    return number(kept, time.equals("00:00") ? date : date + " " + time, style);
  }

  private static Cell time(String kept, double value, int style) {
    if (value < 0) {
      return wrong(general(value), style, "is a time below zero", "write a time, or nothing");
    }
    long seconds = Math.round(value * 86_400) % 86_400;
    return number(kept, hours(LocalTime.ofSecondOfDay(seconds)), style);
  }

  private static String hours(LocalTime time) {
    return time.withNano(0).toString();
  }

  private Cell plain(double value, int style, NumberFormat format) {
    String full = general(value);
    if (Math.abs(value) >= FIFTEEN_DIGITS && value == Math.rint(value)) {
      return wrong(
          full,
          style,
          "has more than 15 digits, and workbooks do not keep the rest",
          "format the column as text, and enter the number anew");
    }
    if (format.kind() == NumberFormat.Kind.PLAIN) {
      return number(full, full, style);
    }
    String shown = formatted(value, format);
    return number(full, showsAll(shown, full) ? shown : full, style);
  }

  /** All digits that count, and no more than that: workbooks keep some that nobody entered. */
  static String general(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private String formatted(double value, NumberFormat format) {
    try {
      return formatter
          .formatRawCellContents(value, format.index(), format.code(), from1904)
          .strip();
    } catch (RuntimeException e) {
      // A format that POI does not understand shows the number itself.
      return general(value);
    }
  }

  private static boolean showsAll(String shown, String full) {
    boolean negative = full.startsWith("-");
    boolean saysSo = shown.indexOf('-') >= 0 || shown.indexOf('(') >= 0;
    return digits(shown).contains(digits(full))
        && (!negative || saysSo)
        && !shown.equals(full + ".0");
  }

  private static String digits(String number) {
    String digits = number.replaceAll("\\D", "").replaceAll("^0+", "").replaceAll("0+$", "");
    return digits.isEmpty() && number.indexOf('0') >= 0 ? "0" : digits;
  }
}
