package dev.rollcall.source.excel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cell whose letters may be set in several ways, without how it is pronounced. */
final class RichText {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** Reads to the end of the element at hand. */
  static String read(PartReader xml) {
    String only = "";
    StringBuilder several = null;
    int depth = 1;
    while (depth > 0) {
      if (!xml.next()) {
        throw xml.damaged();
      }
      if (xml.opens("t")) {
        String text = xml.text();
        if (several == null && only.isEmpty()) {
          only = text;
        } else {
          several = several == null ? new StringBuilder(only) : several;
          append(several, text, xml);
        }
      } else if (xml.opens("rPh")) {
        xml.skip();
      } else if (xml.opensAny()) {
        depth++;
      } else if (xml.closesAny()) {
        depth--;
      }
    }
    return unescaped(several == null ? only : several.toString());
  }

  private static void append(StringBuilder several, String text, PartReader xml) {
    several.append(text);
    if (several.length() > PartReader.LONGEST_TEXT) {
      throw xml.damaged();
    }
  }

  /** Workbooks write what XML cannot as {@code _x000D_}. */
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            hex ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
  }
}
