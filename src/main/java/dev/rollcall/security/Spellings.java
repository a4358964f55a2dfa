package dev.rollcall.security;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The sequences of characters in which the same letters may come: composed or not, and as what is
 * seen of UTF-8 where it was taken for a charset of one octet a letter.
 */
final class Spellings {

  /** UTF-8 is taken for something else and written as UTF-8, and then that is once more. */
  private static final int MISTAKES = 2;

  private static final String WINDOWS = "windows-1252";

  private Spellings() {}

  /** All of them, the text itself first; for a text of ASCII there are no others. */
  static Set<String> of(String text) {
    Set<String> all = new LinkedHashSet<>(List.of(text));
    if (text.chars().allMatch(letter -> letter < 128)) {
      return all;
    }
    for (Normalizer.Form form : Normalizer.Form.values()) {
      all.add(Normalizer.normalize(text, form));
    }
    Set<String> last = Set.copyOf(all);
    for (int mistake = 0; mistake < MISTAKES; mistake++) {
      Set<String> next = new LinkedHashSet<>();
      last.forEach(each -> misread(each, next));
      all.addAll(next);
      last = next;
    }
    return all;
  }

  private static void misread(String text, Set<String> into) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    String latin = new String(octets, StandardCharsets.ISO_8859_1);
    into.add(latin);
    if (Charset.isSupported(WINDOWS)) {
      String windows = new String(octets, Charset.forName(WINDOWS));
      into.add(windows);
      into.add(withControls(windows, latin));
    }
  }

  /** Five octets are nothing in Windows-1252; browsers take them for the controls of Latin-1. */
  private static String withControls(String windows, String latin) {
    StringBuilder text = new StringBuilder(windows);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\uFFFD') {
        text.setCharAt(i, latin.charAt(i));
      }
    }
    return text.toString();
  }
}
