package dev.rollcall.job.yaml;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that is read on by somebody who may have to name a place within it.
 *
 * @param text with its references followed
 * @param written what stands in the file, quotes and block header included; empty where unknown
 * @param position where it begins
 */
public record Passage(String text, String written, Position position) {

  /** In double quotes: of a character by its number, or of a blank. */
  private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)\\\\(?:[nrt]|x..|u.{4}|U.{8})");

  /**
   * The place of a character in the file; where it cannot be told, that of the text.
   *
   * @param line of the text, from 1
   * @param column from 0, in code points
   */
  public Position at(int line, int column) {
    int index = 0;
    for (int i = 1; i < line; i++) {
      index = text.indexOf('\n', index) + 1;
      if (index == 0) {
        return position;
      }
    }
    return written.isEmpty() || column > text.codePointCount(index, text.length())
        ? position
        : at(text.offsetByCodePoints(index, column));
  }

  /** YAML joins and indents lines as it likes, so only what can be seen is counted. */
  private Position at(int index) {
    String shown = shown();
    int at = start();
    for (int i = 0; i < text.length() && i <= index; i++) {
      char wanted = text.charAt(i);
      if (!Character.isWhitespace(wanted)) {
        at = next(wanted, shown, at);
        if (at < 0) {
          return position;
        }
        at++;
      }
    }
    boolean seen = index < text.length() && !Character.isWhitespace(text.charAt(index));
    return position(seen ? at - 1 : at);
  }

  private int start() {
    return switch (written.charAt(0)) {
      case '|', '>' -> written.indexOf('\n') + 1;
      case '"', '\'' -> 1;
      default -> 0;
    };
  }

  /** Past blanks, and past what only says that a quote follows; -1 where it is not there. */
  private static int next(char wanted, String shown, int from) {
    int at = from;
    while (at < shown.length() && shown.charAt(at) != wanted) {
      if (!Character.isWhitespace(shown.charAt(at)) && "\\'".indexOf(shown.charAt(at)) < 0) {
        return -1;
      }
      at++;
    }
    return at < shown.length() ? at : -1;
  }

  /** With each escape as the character that it stands for, and blanks up to its length. */
  private String shown() {
    return written.startsWith("\"")
        ? ESCAPE.matcher(written).replaceAll(escape -> Matcher.quoteReplacement(shown(escape)))
        : written;
  }

  private static String shown(MatchResult escape) {
    String code = escape.group().substring(2);
    String stood = code.isEmpty() ? "" : Character.toString(Integer.parseInt(code, 16));
    return stood + " ".repeat(escape.group().length() - stood.length());
  }

  private Position position(int at) {
    String before = written.substring(0, at);
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
    return new Position(
        position.label(),
        position.line() + lines,
        lines == 0 ? position.column() + column - 1 : column);
  }
}
