package dev.rollcall.security;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * JSON on its way out. Whatever {@link PlainText} would escape is escaped in the way of JSON, so
 * that a parser reads the text as it was and a terminal shows nothing but letters. Between values
 * JSON has nothing of the kind but line feeds.
 */
public final class JsonWriter extends FilterWriter {

  private int high = -1;

  /** In front of a writer that stays open when this one is closed. */
  public JsonWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(String.valueOf((char) c), 0, 1);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(String.valueOf(text, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    String all = high < 0 ? text.substring(offset, offset + length) : pending(text, offset, length);
    int end = all.length();
    if (end > 0 && Character.isHighSurrogate(all.charAt(end - 1))) {
      high = all.charAt(--end);
    }
    int from = 0;
    for (int at = 0; at < end; ) {
      int letter = all.codePointAt(at);
      int next = at + Character.charCount(letter);
      if (letter != '\n' && !VisibleCharacters.isHarmless(letter)) {
        out.write(all, from, at - from);
        out.write(escaped(all.substring(at, next)));
        from = next;
      }
      at = next;
    }
    out.write(all, from, end - from);
  }

  private String pending(String text, int offset, int length) {
    String all = (char) high + text.substring(offset, offset + length);
    high = -1;
    return all;
  }

  private static String escaped(String letter) {
    StringBuilder escape = new StringBuilder();
    letter.chars().forEach(c -> escape.append(String.format(Locale.ROOT, "\\u%04X", c)));
    return escape.toString();
  }

  @Override
  public void close() throws IOException {
    if (high >= 0) {
      out.write(escaped(Character.toString(high)));
      high = -1;
    }
    out.flush();
  }
}
