package dev.rollcall.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Cuts a text into rows, at the line ends outside quotes, by the same rules as the parser; hands
 * the parser one row at a time, so that a row it could not read never reaches it.
 */
final class RowCutter extends Reader {

  /** How the quotes of a row turned out. */
  enum Shape {
    WHOLE,
    TEXT_BEHIND_QUOTE,
    NEVER_CLOSED,
    TOO_LONG
  }

  /** The most characters a row may have. */
  static final int LONGEST_ROW = 4_000_000;

  private static final int BLOCK = 1 << 15;
  private static final int END = -1;

  private final Reader in;
  private final char delimiter;
  private char[] text = new char[BLOCK];
  private int filled;

  private int from;
  private int at;
  private int content;
  private int given;
  private int line = 1;

  private int lineEnds;
  private int firstLineEnd;
  private int cells;
  private boolean blank;
  private boolean strayQuote;
  private boolean padded;
  private Shape shape = Shape.WHOLE;

  /** Cuts what the reader still has. */
  RowCutter(Reader in, char delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  /** Goes to the next row; false at the end of the text. */
  boolean next() throws IOException {
    line += lineEnds;
    from = at;
    lineEnds = 0;
    firstLineEnd = END;
    cells = 0;
    blank = true;
    strayQuote = false;
    padded = false;
    shape = Shape.WHOLE;
    boolean more = true;
    while (more) {
      cells++;
      more = cell();
    }
    given = 0;
    return at > from;
  }

  /** True where a delimiter ends the cell, so that there is another. */
  private boolean cell() throws IOException {
    int c = take();
    while (!isEnd(c) && Character.isWhitespace(c)) {
      padded = true;
      c = take();
    }
    if (c == '"') {
      blank = false;
      return quotedCell();
    }
    return isEnd(c) ? endCell(c) : plainCell();
  }

  private boolean isEnd(int c) {
    return c == delimiter || c == '\n' || c == '\r' || c == END;
  }

  /** Within it a quote is a character like any other. */
  private boolean plainCell() throws IOException {
    blank = false;
    boolean odd = text[at - 1] == '"';
    int c = readTo(delimiter);
    while (c == '"') {
      odd = !odd;
      c = readTo(delimiter);
    }
    strayQuote |= odd;
    padded |= Character.isWhitespace(text[c == END ? at - 1 : at - 2]);
    return endCell(c);
  }

  /** The next delimiter, line end or quote. */
  private int readTo(char end) throws IOException {
    while (true) {
      char[] chars = text;
      int limit = filled;
      for (int i = at; i < limit; i++) {
        char c = chars[i];
        if (c == end || (c <= '"' && (c == '"' || c == '\n' || c == '\r'))) {
          at = i + 1;
          return c;
        }
      }
      at = limit;
      if (!fill()) {
        return END;
      }
    }
  }

  private boolean quotedCell() throws IOException {
    while (true) {
      int c = readTo('"');
      if (c == '\n' || c == '\r') {
        endLine(c);
      } else if (c == END) {
        shape = shape == Shape.WHOLE ? Shape.NEVER_CLOSED : shape;
        return endCell(END);
      } else if (peek() == '"') {
        at++;
      } else {
        return behindQuote();
      }
    }
  }

  private boolean behindQuote() throws IOException {
    int c = take();
    while (!isEnd(c)) {
      if (!Character.isWhitespace(c)) {
        shape = Shape.TEXT_BEHIND_QUOTE;
        return false;
      }
      c = take();
    }
    return endCell(c);
  }

  private boolean endCell(int c) throws IOException {
    if (c == delimiter) {
      return true;
    }
    content = (c == END ? at : at - 1) - from;
    if (c != END) {
      endLine(c);
    }
    return false;
  }

  /** CR, LF and CR LF each end a line. */
  private void endLine(int c) throws IOException {
    if (c == '\r' && peek() == '\n') {
      at++;
    }
    lineEnds++;
    firstLineEnd = firstLineEnd == END ? at - from : firstLineEnd;
  }

  private int take() throws IOException {
    return at < filled || fill() ? text[at++] : END;
  }

  private int peek() throws IOException {
    return at < filled || fill() ? text[at] : END;
  }

  /** Makes room for more of the row and reads it; false where nothing more is to be had. */
  private boolean fill() throws IOException {
    if (at - from >= LONGEST_ROW) {
      shape = Shape.TOO_LONG;
      return false;
    }
    System.arraycopy(text, from, text, 0, filled - from);
    filled -= from;
    at -= from;
    from = 0;
    if (filled == text.length) {
      text = Arrays.copyOf(text, 2 * text.length);
    }
    int count = in.read(text, filled, text.length - filled);
    filled += Math.max(count, 0);
    return count > 0;
  }

  /**
   * Takes back all of the row but its first line, whatever quotes are open there.
   *
   * @return false where that line has no end in sight
   */
  boolean keepFirstLine() throws IOException {
    if (firstLineEnd == END) {
      int c = shape == Shape.TOO_LONG ? END : readTo('\n');
      while (c == '"') {
        c = readTo('\n');
      }
      endCell(c);
      return shape != Shape.TOO_LONG;
    }
    at = from + firstLineEnd;
    content = firstLineEnd - 1;
    if (content > 0 && text[at - 1] == '\n' && text[at - 2] == '\r') {
      content--;
    }
    lineEnds = 1;
    return true;
  }

  Shape shape() {
    return shape;
  }

  /** The physical line on which the row begins, from 1. */
  int line() {
    return line;
  }

  /** The physical line on which the row ends, or on which it was found to be broken. */
  int lastLine() {
    return shape == Shape.WHOLE && lineEnds > 0 ? line + lineEnds - 1 : line + lineEnds;
  }

  int cells() {
    return cells;
  }

  /** Whether there is nothing but blanks, delimiters left out. */
  boolean isBlank() {
    return blank;
  }

  /** Whether a cell without quotes around it has an odd number of them within. */
  boolean hasStrayQuote() {
    return strayQuote;
  }

  /** Whether there are blanks around a cell without quotes. */
  boolean isPadded() {
    return padded;
  }

  /** How many characters it has. */
  int length() {
    return at - from;
  }

  /** The row as it stands in the file, without its line end. */
  String text() {
    return new String(text, from, content);
  }

  /** The row at hand, ended by a line feed, and not a character of the next. */
  @Override
  public int read(char[] buffer, int offset, int length) {
    if (given > content) {
      return END;
    }
    int count = Math.min(length, content - given);
    System.arraycopy(text, from + given, buffer, offset, count);
    given += count;
    if (count < length) {
      buffer[offset + count] = '\n';
      given++;
      count++;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
