package dev.rollcall.source.excel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells formulas whose result can only be a text. Some programs save such a formula in the old
 * format with the number 0 in place of its result.
 */
final class TextFormula {

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern INNERMOST = Pattern.compile("\\([^()]*\\)");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "CONCATENATE|TEXT|LOWER|UPPER|PROPER|TRIM|CLEAN|LEFT|RIGHT|MID|SUBSTITUTE|REPLACE|REPT|CHAR");

  private TextFormula() {}

  static boolean is(String formula) {
    String outer = QUOTED.matcher(formula).replaceAll("").strip();
    for (String before = ""; !before.equals(outer); ) {
      before = outer;
      outer = INNERMOST.matcher(outer).replaceAll("");
    }
    boolean compares = outer.matches("(?s).*[=<>].*");
    return (outer.indexOf('&') >= 0 && !compares)
        || FUNCTION.matcher(outer.toUpperCase(Locale.ROOT)).matches();
  }
}
