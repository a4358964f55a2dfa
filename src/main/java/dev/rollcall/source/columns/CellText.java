package dev.rollcall.source.columns;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of a cell, as it is read whatever the field. */
public final class CellText {

  private static final int LONGEST_QUOTE = 60;
  private static final Pattern NOT_SEEN =
      Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u2060\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final Pattern ODD_SPACE = Pattern.compile("[\\u00A0\\u2007\\u202F\\u3000]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cc}]+");

  private CellText() {}

  /** The text without padding and invisible characters, in Unicode normal form C. */
  public static String clean(String text) {
    if (isPlain(text)) {
      return text.strip();
    }
    String seen = NOT_SEEN.matcher(text).replaceAll("");
    return Normalizer.normalize(ODD_SPACE.matcher(seen).replaceAll(" "), Normalizer.Form.NFC)
        .strip();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** A text on one line, with single blanks. */
  public static String oneLine(String text) {
    String clean = clean(text);
    return needsNoFolding(clean) ? clean : SPACES.matcher(clean).replaceAll(" ").strip();
  }

  private static boolean needsNoFolding(String text) {
    char before = 'x';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7F || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /**
   * The items of a list cell: separated by semicolons or line breaks, blank ones left out. What is
   * {@link NameSigns escaped} in them still is.
   */
  public static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSeparator(text, i)) {
        String item = clean(text.substring(from, i));
        if (!item.isEmpty()) {
          items.add(item);
        }
        from = i + 1;
      }
    }
    return items;
  }

  private static boolean isSeparator(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\r' || NameSigns.isSign(text, at, ';');
  }

  /** Whether a cell that holds one value holds several. */
  public static boolean isList(String text) {
    return NameSigns.first(text, ';', 0) >= 0 || hasLineBreak(text);
  }

  public static boolean hasLineBreak(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Letters and digits in lower case: {@code "E-mail Address"} is {@code emailaddress}. */
  public static String fold(String text) {
    return isPlain(text) ? foldPlain(text) : foldAny(text);
  }

  private static String foldAny(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int letter;
    for (int at = 0; at < text.length(); at += Character.charCount(letter)) {
      letter = text.codePointAt(at);
      if (Character.isLetterOrDigit(letter)
          || Character.getType(letter) == Character.NON_SPACING_MARK) {
        folded.appendCodePoint(letter);
      }
    }
    return folded.isEmpty()
        ? text.strip().toLowerCase(Locale.ROOT)
        : folded.toString().toLowerCase(Locale.ROOT);
  }

  /** The same of letters that nothing has to be looked up for, as those of most cells are. */
  private static String foldPlain(String text) {
    char[] folded = new char[text.length()];
    int length = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        folded[length++] = c;
      } else if (c >= 'A' && c <= 'Z') {
        folded[length++] = (char) (c + ('a' - 'A'));
      }
    }
    return length == 0 ? text.strip() : new String(folded, 0, length);
  }

  /** The text in quotes, short and on one line, for messages. */
  public static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** The text, short and on one line. */
  public static String shortened(String text) {
    String start = text.length() > 4 * LONGEST_QUOTE ? text.substring(0, 4 * LONGEST_QUOTE) : text;
    String line = SPACES.matcher(start).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
  }
}
