package dev.rollcall.starter;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as they can be written into a YAML file, in quotes where they need them. */
public final class YamlWord {

  private static final int LONGEST = 200;
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}][\\p{L}\\p{N}_./-]*( [\\p{L}\\p{N}_./-]+)*");
  private static final Set<String> NOT_TEXTS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private YamlWord() {}

  /** One text. */
  public static String of(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !NOT_TEXTS.contains(text.toLowerCase(java.util.Locale.ROOT));
    return plain ? text : quoted(text);
  }

  /** Several, as a list on one line. */
  static String list(Collection<String> texts) {
    return texts.stream().map(YamlWord::of).collect(joining(", ", "[", "]"));
  }

  /** In double quotes, on one line. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (isVariation(c)
                  || Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.LINE_SEPARATOR
                  || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                  || Character.getType(c) == Character.SURROGATE) {
                quoted.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  /** Not to be seen by itself, though no format character. */
  private static boolean isVariation(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
  }

  /** In a comment: on one line, and short. */
  public static String comment(String text) {
    return comment(text, LONGEST);
  }

  /** In a comment: on one line, and no longer than this. */
  static String comment(String text, int longest) {
    String line =
        text.replaceAll(
            "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]+", " ");
    return line.length() <= longest ? line : line.substring(0, longest) + "…";
  }
}
