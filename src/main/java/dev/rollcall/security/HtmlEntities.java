package dev.rollcall.security;

import java.util.HashMap;
import java.util.Map;

/** The names that HTML has for characters of ASCII and Latin-1. */
final class HtmlEntities {

  private static final String ASCII =
      "Tab 9 NewLine 10 excl 33 quot 34 QUOT 34 num 35 dollar 36 percnt 37 amp 38 AMP 38 apos 39"
          + " lpar 40 rpar 41 ast 42 midast 42 plus 43 comma 44 hyphen 45 dash 45 minus 45"
          + " period 46 sol 47 colon 58 semi 59 lt 60 LT 60 equals 61 gt 62 GT 62 quest 63"
          + " commat 64 lsqb 91 lbrack 91 bsol 92 rsqb 93 rbrack 93 Hat 94 lowbar 95 UnderBar 95"
          + " grave 96 DiacriticalGrave 96 lcub 123 lbrace 123 verbar 124 vert 124 VerticalLine 124"
          + " rcub 125 rbrace 125";

  /** In the order of their characters, from 160 to 255. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final Map<String, Character> NAMES = names();
  private static final int LONGEST =
      NAMES.keySet().stream().mapToInt(String::length).max().orElseThrow();

  private static final char UNKNOWN = '\uFFFD';

  private HtmlEntities() {}

  private static Map<String, Character> names() {
    Map<String, Character> names = new HashMap<>();
    String[] ascii = ASCII.split(" ");
    for (int i = 0; i < ascii.length; i += 2) {
      names.put(ascii[i], (char) Integer.parseInt(ascii[i + 1]));
    }
    String[] latin = LATIN.split(" ");
    for (int i = 0; i < latin.length; i++) {
      names.put(latin[i], (char) (160 + i));
    }
    return Map.copyOf(names);
  }

  /** The longest name that begins here; blank where none does. */
  static String longest(String text, int start) {
    for (int end = Math.min(text.length(), start + LONGEST); end > start; end--) {
      String name = text.substring(start, end);
      if (NAMES.containsKey(name)) {
        return name;
      }
    }
    return "";
  }

  static char character(String name) {
    return NAMES.getOrDefault(name, UNKNOWN);
  }
}
