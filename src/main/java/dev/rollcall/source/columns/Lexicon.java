package dev.rollcall.source.columns;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which headers and cells are understood, in the languages of offices. They are data,
 * and stand in {@code words.txt} beside this class.
 */
public final class Lexicon {

  private static final Pattern SECTION = Pattern.compile("\\[([a-z.-]+)]");
  private static final Pattern LANGUAGE = Pattern.compile("^[a-z]{2}:");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, Set<String>> SECTIONS = read();

  private Lexicon() {}

  /** The words of these sections together, as {@link #plain} makes them. */
  public static Set<String> of(String... sections) {
    return Arrays.stream(sections)
        .flatMap(section -> section(section).stream())
        .collect(toUnmodifiableSet());
  }

  private static Set<String> section(String name) {
    Set<String> words = SECTIONS.get(name);
    if (words == null) {
      throw new IllegalArgumentException("there are no words of " + name);
    }
    return words;
  }

  /** Letters and digits only, in lower case and without accents: how words are compared. */
  public static String plain(String text) {
    String bare =
        isAscii(text)
            ? text
            : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String folded = CellText.fold(bare);
    return isAscii(folded) ? folded : latin(folded);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
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

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> sections = new HashMap<>();
    Set<String> current = new HashSet<>();
    for (String line : resource("words.txt").split("\n")) {
      String entry = line.strip();
      Matcher section = SECTION.matcher(entry);
      if (section.matches()) {
        current = sections.computeIfAbsent(section.group(1), name -> new HashSet<>());
      } else if (!entry.startsWith("#")) {
        words(entry).forEach(current::add);
      }
    }
    return sections;
  }

  private static Stream<String> words(String line) {
    return Arrays.stream(LANGUAGE.matcher(line).replaceFirst("").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(Lexicon::plain);
  }

  /** A text that stands beside this class. */
  static String resource(String name) {
    try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
