package dev.rollcall.report;

import dev.rollcall.report.OperationSummary.Mark;
import java.util.List;
import java.util.stream.Stream;

/** Colours for a terminal, or none; the caller decides, by what it writes to. */
public enum TerminalColours {
  /** Plain text, for pipes, files and {@code --no-color}. */
  NONE,
  /** ANSI escapes that every terminal knows, readable on light and dark. */
  ANSI;

  private static final String ADD = "32";
  private static final String CHANGE = "33";
  private static final String TAKE = "31";
  private static final String DECIDE = "1;35";
  private static final String STRONG = "1";
  private static final String FAINT = "2";
  private static final String END = "0";

  /** In the colour of what is done. */
  public StyledText mark(Mark mark, String text) {
    return switch (mark) {
      case ADD -> paint(ADD, text);
      case CHANGE -> paint(CHANGE, text);
      case TAKE -> paint(TAKE, text);
      case DECIDE -> paint(DECIDE, text);
    };
  }

  StyledText strong(String text) {
    return paint(STRONG, text);
  }

  public StyledText faint(String text) {
    return paint(FAINT, text);
  }

  private StyledText paint(String code, String text) {
    return this == NONE || text.isEmpty()
        ? StyledText.plain(text)
        : StyledText.between(sequence(code), text, sequence(END));
  }

  private static String sequence(String code) {
    return "\u001B[" + code + "m";
  }

  /** Everything that colours ever send to a terminal, beside words. */
  public static List<String> sequences() {
    return Stream.of(ADD, CHANGE, TAKE, DECIDE, STRONG, FAINT, END)
        .map(TerminalColours::sequence)
        .toList();
  }
}
