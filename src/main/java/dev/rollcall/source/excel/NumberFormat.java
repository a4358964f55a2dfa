package dev.rollcall.source.excel;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How the numbers of a style are shown.
 *
 * @param index the number that the workbook knows the format by
 * @param code as Excel writes it, {@code dd.mm.yyyy}
 * @param kind what is shown
 */
record NumberFormat(int index, String code, Kind kind) {

  /** What is shown of a number. */
  enum Kind {
    /** The number itself. */
    PLAIN,
    /** A day, perhaps with its time. */
    DAY,
    /** The time of a day. */
    TIME,
    /** Something whose digits are not those of the number: words, or hours gone by. */
    AS_SHOWN,
    /** The number in some other way. */
    OTHER
  }

  static final NumberFormat GENERAL = new NumberFormat(0, "General", Kind.PLAIN);

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]");
  private static final Pattern ELAPSED = Pattern.compile("(?i).*\\[(h+|m+|s+)].*");
  private static final Pattern WORDS = Pattern.compile("(\"[^\"]+\";){2}\"[^\"]+\"(;@)?");
  private static final Pattern DAY = Pattern.compile("(?i)[ydge年月日]|mmm");

  /** The format of this number; the code is empty where the workbook defines none. */
  static NumberFormat of(int index, String code) {
    String builtin = BuiltinFormats.getBuiltinFormat(index);
    String known = !code.isEmpty() ? code : builtin == null ? "" : builtin;
    return new NumberFormat(index, known.isEmpty() ? "General" : known, kind(index, known));
  }

  private static Kind kind(int index, String code) {
    if (code.isEmpty()) {
      return isEastAsianDay(index) ? Kind.DAY : Kind.PLAIN;
    }
    String bare = LITERAL.matcher(code).replaceAll("").strip().toLowerCase(Locale.ROOT);
    if (bare.equals("general") || bare.equals("@") || bare.equals("standard")) {
      return Kind.PLAIN;
    }
    if (WORDS.matcher(code).matches() || ELAPSED.matcher(code).matches()) {
      return Kind.AS_SHOWN;
    }
    if (!DateUtil.isADateFormat(index, code)) {
      return Kind.OTHER;
    }
    return DAY.matcher(bare).find() ? Kind.DAY : Kind.TIME;
  }

  /** Formats that only East Asian editions define, and every edition shows as dates. */
  private static boolean isEastAsianDay(int index) {
    return (index >= 27 && index <= 36) || (index >= 50 && index <= 58);
  }
}
