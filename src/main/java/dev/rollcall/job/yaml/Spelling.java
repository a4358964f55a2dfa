package dev.rollcall.job.yaml;

import static java.util.Objects.requireNonNull;

/**
 * How a text was spelled in a file: finds the place of each of its characters again, whatever
 * quotes, escapes, folding and indentation lie between.
 *
 * @param raw what stands in the file, quotes and block header included; empty where unknown
 * @param style how YAML wrote it
 * @param position where it begins
 */
public record Spelling(String raw, Style style, Position position) {

  /** The ways YAML has to write a text. */
  public enum Style {
    /** As it is, lines joined. */
    PLAIN,
    /** In single quotes, lines joined. */
    SINGLE_QUOTED,
    /** In double quotes, with escapes, lines joined. */
    DOUBLE_QUOTED,
    /** A block behind a bar, lines kept. */
    LITERAL,
    /** A block behind a greater-than sign, lines joined. */
    FOLDED;

    boolean isBlock() {
      return this == LITERAL || this == FOLDED;
    }
  }

  /** Checks. */
  public Spelling {
    requireNonNull(raw, "raw");
    requireNonNull(style, "style");
    requireNonNull(position, "position");
  }

  /** A text whose spelling nobody knows. */
  static Spelling unknown(Position position) {
    return new Spelling("", Style.PLAIN, position);
  }

  /**
   * The place of a character.
   *
   * @param text what the spelling came to
   * @param index of a character in it; its length means the end
   * @return the beginning where the place cannot be found
   */
  Position at(String text, int index) {
    int at = raw.isEmpty() ? -1 : new Walk(text).to(index);
    if (at < 0) {
      return position;
    }
    String before = raw.substring(0, at);
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    String last = before.substring(before.lastIndexOf('\n') + 1);
    int column = last.codePointCount(0, last.length()) + 1;
    return new Position(
        position.label(),
        position.line() + lines,
        lines == 0 ? position.column() + column - 1 : column);
  }

  /** Goes through the text and its spelling side by side. */
  private final class Walk {

    private final String text;
    private int at;
    private final int indent;

    Walk(String text) {
      this.text = text;
      this.at = style.isBlock() ? firstLine() : style == Style.PLAIN ? 0 : 1;
      this.indent = style.isBlock() ? indent() : -1;
      skipIndent();
    }

    private int firstLine() {
      int end = raw.indexOf('\n');
      return end < 0 ? raw.length() : end + 1;
    }

    /** Of the first line that is not blank: YAML takes as much from every line. */
    private int indent() {
      int line = at;
      while (line < raw.length()) {
        int end = raw.indexOf('\n', line);
        String content = raw.substring(line, end < 0 ? raw.length() : end);
        if (!content.isBlank()) {
          return content.length() - content.stripLeading().length();
        }
        line += content.length() + 1;
      }
      return 0;
    }

    int to(int index) {
      for (int i = 0; i < index; i++) {
        if (!step(text.charAt(i))) {
          return -1;
        }
      }
      skipEscapedBreaks();
      if (index < text.length() && !style.isBlock() && text.charAt(index) != ' ') {
        skipFold();
      }
      return at <= raw.length() ? at : -1;
    }

    private boolean step(char c) {
      skipEscapedBreaks();
      if (at >= raw.length()) {
        return false;
      }
      if (style == Style.DOUBLE_QUOTED && raw.charAt(at) == '\\') {
        at += escapeLength();
        return true;
      }
      if (c == '\n' || (c == ' ' && atFold())) {
        return lineBreak(c);
      }
      if (raw.charAt(at) != c) {
        return false;
      }
      at += style == Style.SINGLE_QUOTED && c == '\'' ? 2 : 1;
      return true;
    }

    /** Whether nothing but blanks is left on the line. */
    private boolean atFold() {
      int end = at;
      while (end < raw.length() && (raw.charAt(end) == ' ' || raw.charAt(end) == '\t')) {
        end++;
      }
      boolean over = end < raw.length() && (raw.charAt(end) == '\n' || raw.charAt(end) == '\r');
      return over && (!style.isBlock() || end == at);
    }

    private boolean lineBreak(char c) {
      int end = raw.indexOf('\n', at);
      if (end < 0) {
        return false;
      }
      at = end + 1;
      if (c == ' ') {
        skipIndent();
      } else {
        skipFoldedBreak();
      }
      return true;
    }

    /** Between lines that YAML joins, the first of several breaks does not count. */
    private void skipFoldedBreak() {
      skipIndent();
      boolean firstOfSeveral =
          style != Style.LITERAL && at < raw.length() && raw.charAt(at) == '\n';
      if (firstOfSeveral) {
        at++;
        skipIndent();
      }
    }

    private void skipIndent() {
      int most = indent < 0 ? Integer.MAX_VALUE : indent;
      boolean begun = style.isBlock() || at > 1;
      for (int i = 0; begun && i < most && at < raw.length() && raw.charAt(at) == ' '; i++) {
        at++;
      }
    }

    private void skipFold() {
      if (at < raw.length() && raw.charAt(at) == '\n') {
        at++;
        skipIndent();
      }
    }

    private void skipEscapedBreaks() {
      while (style == Style.DOUBLE_QUOTED && raw.startsWith("\\\n", at)) {
        at += 2;
        skipIndent();
      }
    }

    private int escapeLength() {
      return switch (at + 1 < raw.length() ? raw.charAt(at + 1) : ' ') {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
  }
}
