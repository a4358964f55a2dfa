package dev.rollcall.source.excel;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;

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

  /** What is shown as it stands, or says how: texts in quotes, single characters, colours. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^]]*]");

  private static final Pattern ELAPSED = Pattern.compile("(?i).*\\[(h+|m+|s+)].*");
  private static final Pattern WORDS = Pattern.compile("(\"[^\"]+\";){2}\"[^\"]+\"(;@)?");

  /**
   * Whatever the system shows a long date or a time as; the rest of the code is only an example.
   */
  private static final Pattern SYSTEMS_DAY = Pattern.compile("(?i)\\[\\$-[0-9a-f]*f800]");

  private static final Pattern SYSTEMS_TIME = Pattern.compile("(?i)\\[\\$-[0-9a-f]*f400]");

  /** How editions in other languages write General. */
  private static final Set<String> GENERALS =
      Set.of(
          ("general @ standard standaard estándar geral ogólny основной genel általános "
                  + "yleinen generelt standardní 標準 g/標準 g/通用格式 常规 일반 g/표준")
              .split(" "));

  private static final Pattern HALVES = Pattern.compile("(?i)am/pm|a/p");
  private static final Pattern FRACTION = Pattern.compile("(?i)(?<=s)[.,]0+");
  private static final Pattern DIGIT = Pattern.compile("[0#?]");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern ONLY_TIME =
      Pattern.compile("(?i)[^\\p{L}]*h[^\\p{L}]*([hms][^\\p{L}]*)*");
  private static final Pattern MINUTES =
      Pattern.compile("(?i)[^\\p{L}]*(m[^\\p{L}]*){0,2}(s[^\\p{L}]*)+");

  /** The format of this number; the code is empty where the workbook defines none. */
  static NumberFormat of(int index, String code) {
    String builtin = BuiltinFormats.getBuiltinFormat(index);
    String named = !code.isEmpty() ? code : builtin == null ? "" : builtin;
    // What only East Asian editions define has no code, and in POI a name that is none.
    String known = named.startsWith("reserved-") ? "" : named;
    return new NumberFormat(index, known.isEmpty() ? "General" : known, kind(index, known));
  }

  private static Kind kind(int index, String code) {
    if (code.isEmpty()) {
      return isEastAsianDay(index) ? Kind.DAY : Kind.PLAIN;
    }
    String bare = bare(code);
    if (GENERALS.contains(bare)) {
      return Kind.PLAIN;
    }
    if (WORDS.matcher(code).matches() || ELAPSED.matcher(code).matches()) {
      return Kind.AS_SHOWN;
    }
    if (SYSTEMS_DAY.matcher(code).find()) {
      return Kind.DAY;
    }
    return SYSTEMS_TIME.matcher(code).find() ? Kind.TIME : kindOf(bare);
  }

  /**
   * Letters that are left stand for parts of a date, in the language of whoever wrote the format:
   * only English ones are sure to be parts of a time.
   */
  private static Kind kindOf(String bare) {
    String parts = FRACTION.matcher(HALVES.matcher(bare).replaceAll("")).replaceAll("");
    if (DIGIT.matcher(parts).find() || !LETTER.matcher(parts).find()) {
      return Kind.OTHER;
    }
    return ONLY_TIME.matcher(parts).matches() || MINUTES.matcher(parts).matches()
        ? Kind.TIME
        : Kind.DAY;
  }

  /** The first section, which is that of positive numbers, without what is shown as it stands. */
  private static String bare(String code) {
    String shown = LITERAL.matcher(code).replaceAll("");
    int end = shown.indexOf(';');
    return (end < 0 ? shown : shown.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Formats that only East Asian editions define, and every edition shows as dates. */
  private static boolean isEastAsianDay(int index) {
    return (index >= 27 && index <= 36) || (index >= 50 && index <= 58);
  }
}
