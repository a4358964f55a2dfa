package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Texts of which an answer repeats a few thousands of times, such as the names of roles: each is
 * made once, and looked through for secrets once.
 */
final class RepeatedTexts {

  private static final int PLACES = 256;
  private static final int LONGEST = 64;

  private final @Nullable String[] sent = new String[PLACES];
  private final @Nullable String[] kept = new String[PLACES];

  /** The text at which a parser is. */
  String at(JsonParser parser, Secrets secrets) {
    int length = parser.getStringLength();
    if (length > LONGEST) {
      return secrets.hideInName(parser.getString());
    }
    char[] letters = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int place = place(letters, from, length);
    String known = kept[place];
    if (known == null || !isSame(sent[place], letters, from, length)) {
      String text = parser.getString();
      known = secrets.hideInName(text);
      sent[place] = text;
      kept[place] = known;
    }
    return known;
  }

  private static int place(char[] letters, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + letters[i];
    }
    return (hash ^ hash >>> 8) & PLACES - 1;
  }

  private static boolean isSame(@Nullable String text, char[] letters, int from, int length) {
    if (text == null || text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != letters[from + i]) {
        return false;
      }
    }
    return true;
  }
}
