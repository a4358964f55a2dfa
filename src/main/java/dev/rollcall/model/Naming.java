package dev.rollcall.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * How the name of a group, a role, a project or an environment is matched, wherever it comes from:
 * a cell, a rule, the job file, the command line or the server. Blanks around it do not count,
 * blanks in it count as one, whatever kind they are; letters are composed (Unicode normal form C);
 * what nobody can see is left out. Case counts, as it does at the server.
 */
public final class Naming {

  private static final char NO_BREAK_SPACE = '\u00A0';

  private Naming() {}

  /** The name as it is matched; the text itself where it is written so already. */
  public static String tidy(String name) {
    return isTidy(name) ? name : tidied(name);
  }

  /** Whether two texts are one name. */
  public static boolean same(String one, String other) {
    return tidy(one).equals(tidy(other));
  }

  /**
   * What names have in common that people take for one another: case, letters of other widths, and
   * kinds of dashes and quotation marks make no difference.
   */
  public static String look(String name) {
    String tidy = tidy(name);
    if (tidy.chars().allMatch(c -> c < 0x80 && c != '`')) {
      return tidy.toLowerCase(Locale.ROOT);
    }
    String plain = Normalizer.normalize(tidy, Normalizer.Form.NFKC);
    StringBuilder look = new StringBuilder(plain.length());
    // Down first: the capital sharp s is made two letters by its small one alone.
    String folded =
        plain.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    tidy(Normalizer.normalize(folded, Normalizer.Form.NFKC))
        .codePoints()
        .map(Naming::plain)
        .forEach(look::appendCodePoint);
    return look.toString();
  }

  /** What is odd about a spelling that is not as it is matched; empty where nothing is. */
  public static Optional<String> oddity(String name) {
    if (isTidy(name)) {
      return Optional.empty();
    }
    Optional<Integer> unseen = name.codePoints().filter(Naming::isUnseen).boxed().findFirst();
    if (unseen.isPresent()) {
      return Optional.of("a character that nobody can see (U+%04X)".formatted(unseen.get()));
    }
    if (!name.strip().equals(name) || name.contains("  ")) {
      return Optional.of("a blank too many");
    }
    if (name.indexOf(NO_BREAK_SPACE) >= 0) {
      return Optional.of("a no-break space");
    }
    return Optional.of(
        name.codePoints().anyMatch(c -> c != ' ' && isBlank(c))
            ? "an unusual blank"
            : "letters that are composed otherwise");
  }

  /** Nearly all are, and there are many. */
  private static boolean isTidy(String name) {
    boolean afterBlank = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      // Below the combining marks, all letters are composed.
      if (c < ' ' || c >= 0x7F && c <= NO_BREAK_SPACE || c == 0xAD) {
        return false;
      }
      if (c >= 0x300) {
        return name.equals(tidied(name));
      }
      if (c == ' ' && afterBlank) {
        return false;
      }
      afterBlank = c == ' ';
    }
    return name.isEmpty() || !afterBlank;
  }

  private static String tidied(String name) {
    StringBuilder tidied = new StringBuilder(name.length());
    boolean blank = false;
    for (int c : Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().toArray()) {
      if (isUnseen(c)) {
        continue;
      }
      if (isBlank(c)) {
        blank = true;
        continue;
      }
      if (blank && !tidied.isEmpty()) {
        tidied.append(' ');
      }
      blank = false;
      tidied.appendCodePoint(c);
    }
    return tidied.toString();
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** What strays in from pages and documents; format characters that scripts need are none. */
  private static boolean isUnseen(int c) {
    return c == 0xAD
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || c >= 0x202A && c <= 0x202E
        || c == 0x2060
        || c >= 0x2066 && c <= 0x2069
        || c == 0xFEFF;
  }

  private static int plain(int c) {
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
          c == 0x201C || c == 0x201D ? '"' : '\'';
      default -> c == 0x00B4 || c == '`' ? '\'' : c;
    };
  }
}
