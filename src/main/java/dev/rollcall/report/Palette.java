package dev.rollcall.report;

import dev.rollcall.report.Described.Mark;

/** Colours for a terminal, or none; the caller decides, by what it writes to. */
public enum Palette {
  /** Plain text, for pipes, files and {@code --no-color}. */
  NONE,
  /** ANSI escapes that every terminal knows, readable on light and dark. */
  ANSI;

  /** In the colour of what is done. */
  String mark(Mark mark, String text) {
    return switch (mark) {
      case ADD -> paint("32", text);
      case CHANGE -> paint("33", text);
      case TAKE -> paint("31", text);
      case DECIDE -> paint("1;35", text);
    };
  }

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return this == NONE || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
