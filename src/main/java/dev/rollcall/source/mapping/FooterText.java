package dev.rollcall.source.mapping;

import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of one cell as the footer of a table may have it: what it may be. By its words alone: a
 * name is no closing text, even where one of its words could stand in one.
 *
 * @param kind what it is
 * @param tokens its words and numbers
 */
record FooterText(Kind kind, List<String> tokens) {

  /** What a text may be. */
  enum Kind {
    /** A line, a star: nothing to read. */
    DECORATION,
    /** A number, an amount, a day. */
    NUMBER,
    /** It counts: {@code Total}, {@code 5 records found}. */
    TOTAL,
    /** It says that here is the end, or what page it is. */
    END,
    /** It says who or what made the table, or when. */
    SIGNATURE,
    /** It looks like a name, or like one word of any kind. */
    NAME,
    /** Several words that are no name. */
    PHRASE
  }

  private static final Pattern TOKEN =
      Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+|(?<=\\p{Nd})(?=\\p{L})|(?<=\\p{L})(?=\\p{Nd})");
  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’.-]*");
  private static final Pattern CASELESS = Pattern.compile("[\\p{Lo}\\p{Lm}\\p{M}]+");
  private static final int MOST_BEGINNING = 6;
  private static final int LONGEST = 300;
  private static final int LONGEST_NAME_WORDS = 4;
  private static final int LONGEST_CASELESS_NAME = 5;

  private static final Pattern ADDRESS =
      Pattern.compile("[<(\\[]?[^\\s<>()\\[\\]]+@[^\\s<>()\\[\\]]+[>)\\]]?");
  private static final Pattern LABEL = Pattern.compile("\\p{L}[:?]( |$)");

  private static final Set<String> TOTALS = Lexicon.of("closing.total");
  private static final Set<String> ENDS = Lexicon.of("closing.end");
  private static final Set<String> COUNTED = Lexicon.of("closing.counted");
  private static final Set<String> BESIDE = Lexicon.of("closing.beside");
  private static final Set<String> SIGNATURES = Lexicon.of("closing.signature");

  static FooterText of(String cell) {
    String text = CellText.oneLine(cell);
    if (text.length() > LONGEST) {
      return new FooterText(Kind.PHRASE, List.of());
    }
    List<String> tokens =
        Arrays.stream(TOKEN.split(text)).filter(token -> !token.isEmpty()).toList();
    List<String> words =
        tokens.stream().filter(token -> !isNumber(token)).map(Lexicon::plain).toList();
    return new FooterText(kind(text, tokens, words), tokens);
  }

  private static boolean isNumber(String token) {
    return Character.isDigit(token.codePointAt(0));
  }

  private static Kind kind(String text, List<String> tokens, List<String> words) {
    if (tokens.isEmpty()) {
      return Kind.DECORATION;
    }
    if (isSigned(text)) {
      return Kind.SIGNATURE;
    }
    boolean hasNumber = words.size() < tokens.size();
    if (words.isEmpty()) {
      return Kind.NUMBER;
    }
    if (words.stream().allMatch(FooterText::isKnown)) {
      if (words.stream().anyMatch(ENDS::contains)) {
        return Kind.END;
      }
      if (words.stream().anyMatch(TOTALS::contains)
          || hasNumber && words.stream().anyMatch(COUNTED::contains)) {
        return Kind.TOTAL;
      }
    }
    return isNameLike(text) ? Kind.NAME : Kind.PHRASE;
  }

  private static boolean isKnown(String word) {
    return TOTALS.contains(word)
        || ENDS.contains(word)
        || COUNTED.contains(word)
        || BESIDE.contains(word);
  }

  private static boolean isNameLike(String text) {
    if (text.indexOf(' ') < 0) {
      return !CASELESS.matcher(text).matches() || text.length() <= LONGEST_CASELESS_NAME;
    }
    String[] words = text.replace(",", "").split(" ");
    return words.length <= LONGEST_NAME_WORDS
        && Arrays.stream(words)
            .allMatch(
                word ->
                    CAPITALISED.matcher(word).matches()
                        || CASELESS.matcher(word).matches()
                            && word.length() <= LONGEST_CASELESS_NAME);
  }

  /** Whether it begins as a signature does, with an address in it or not. */
  static boolean isSigned(String cell) {
    StringBuilder start = new StringBuilder();
    for (String token : TOKEN.split(cell, MOST_BEGINNING + 1)) {
      start.append(Lexicon.plain(token));
      if (SIGNATURES.contains(start.toString())) {
        return true;
      }
    }
    // In East Asia words are not parted.
    return CASELESS.matcher(start.substring(0, Math.min(1, start.length()))).matches()
        && SIGNATURES.stream().anyMatch(start.toString()::startsWith);
  }

  /** Whether an address in it belongs to a signature or a sentence, and is nobody's own. */
  static boolean isAround(String cell) {
    if (isSigned(cell)) {
      return true;
    }
    String text = ADDRESS.matcher(CellText.oneLine(cell)).replaceAll(" ").strip();
    return LABEL.matcher(text).find() || of(text).isPhrase(2);
  }

  /** Whether it is nothing but a number, or nothing to read. */
  boolean isBare() {
    return kind == Kind.NUMBER || kind == Kind.DECORATION;
  }

  /** Whether it has several words and is no name. */
  boolean isPhrase(int leastWords) {
    return kind == Kind.PHRASE && tokens.size() >= leastWords;
  }

  /** Whether it closes a table by its own words. */
  boolean closes() {
    return kind == Kind.DECORATION
        || kind == Kind.TOTAL
        || kind == Kind.END
        || kind == Kind.SIGNATURE;
  }

  /** Whether it does so even where names or ids stand: some people are called Page. */
  boolean closesAmongNames() {
    return closes() && (kind != Kind.END || tokens.size() > 1);
  }
}
