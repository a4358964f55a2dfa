package dev.rollcall.source.columns;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words by which headers and cells are understood, in the languages of offices, read from
 * {@link Words}.
 */
public final class Lexicon {

  /** How long the name of a language is that stands before a line, and a colon. */
  private static final int LANGUAGE = 2;

  /** As they are written, for of most sections nobody ever asks. */
  private static final Map<String, List<String>> LINES = read();

  private Lexicon() {}

  /** The words of these sections together, as {@link #plain} makes them. */
  public static Set<String> of(String... sections) {
    Set<String> words = new HashSet<>();
    for (String section : sections) {
      lines(section).forEach(line -> addWords(line, words));
    }
    return Set.copyOf(words);
  }

  private static List<String> lines(String section) {
    List<String> lines = LINES.get(section);
    if (lines == null) {
      throw new IllegalArgumentException("there are no words of " + section);
    }
    return lines;
  }

  /** All of them as {@link #plain} makes them, section by section, in the form of {@link Words}. */
  public static String plainText() {
    StringBuilder text = new StringBuilder();
    for (String section : new TreeSet<>(LINES.keySet())) {
      text.append('[').append(section).append("]\n");
      text.append(String.join(",", new TreeSet<>(of(section)))).append('\n');
    }
    return text.toString();
  }

  private static void addWords(String line, Set<String> words) {
    if (Words.arePlain()) {
      Collections.addAll(words, line.split(","));
      return;
    }
    int start = line.indexOf(':') == LANGUAGE ? LANGUAGE + 1 : 0;
    for (String word : line.substring(start).split(",")) {
      if (!word.isBlank()) {
        words.add(plain(word.strip()));
      }
    }
  }

  /** Letters and digits only, in lower case and without accents: how words are compared. */
  public static String plain(String text) {
    String bare =
        isAscii(text) ? text : withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFKD));
    String folded = CellText.fold(bare);
    return isAscii(folded) ? folded : latin(folded);
  }

  private static String withoutMarks(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    int letter;
    for (int at = 0; at < text.length(); at += Character.charCount(letter)) {
      letter = text.codePointAt(at);
      if (!isMark(letter)) {
        bare.appendCodePoint(letter);
      }
    }
    return bare.toString();
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Letters that no accent makes another one of. */
  private static String latin(String text) {
    return text.replace("ß", "ss")
        .replace('ł', 'l')
        .replace('ø', 'o')
        .replace('đ', 'd')
        .replace('ı', 'i')
        .replace("æ", "ae")
        .replace("œ", "oe");
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : Words.text().split("\n")) {
      String entry = line.strip();
      if (entry.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(entry.substring(1, entry.indexOf(']')), current);
      } else if (!entry.isEmpty() && !entry.startsWith("#")) {
        current.add(entry);
      }
    }
    return sections;
  }
}
