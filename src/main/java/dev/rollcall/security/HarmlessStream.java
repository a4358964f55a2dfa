package dev.rollcall.security;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * UTF-8 on its way to a terminal, and the last net before it: whatever {@link PlainText} would
 * escape is escaped here, but line feeds, tabs and the sequences of our own that are named. Texts
 * that went through {@code PlainText} come out as they are.
 */
public final class HarmlessStream extends OutputStream {

  private final OutputStream out;
  private final List<String> ours;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] undecoded = {};
  private String begun = "";
  private int before = -1;

  /**
   * Into a terminal or a file.
   *
   * @param ours sequences that begin with ESC and are let through
   */
  public HarmlessStream(OutputStream out, Collection<String> ours) {
    this.out = out;
    this.ours = List.copyOf(ours);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (undecoded.length == 0 && begun.isEmpty() && isPlain(bytes, offset, length)) {
      out.write(bytes, offset, length);
      before = length > 0 ? bytes[offset + length - 1] : before;
      return;
    }
    ByteBuffer in = ByteBuffer.allocate(undecoded.length + length);
    in.put(undecoded).put(bytes, offset, length).flip();
    CharBuffer text = CharBuffer.allocate(in.remaining() + 1);
    decoder.reset();
    decoder.decode(in, text, false);
    undecoded = new byte[in.remaining()];
    in.get(undecoded);
    pass(begun + text.flip());
  }

  /** Most of what is written: nothing but letters of ASCII, whole. */
  private static boolean isPlain(byte[] bytes, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      boolean isPlain = bytes[at] >= ' ' && bytes[at] < 0x7F;
      if (!isPlain && bytes[at] != '\n' && bytes[at] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Passes on what can be judged; what may be the beginning of a sequence of ours waits. */
  private void pass(String text) throws IOException {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length() && !mayGoOn(text, at)) {
      String sequence = sequence(text, at);
      int letter = text.codePointAt(at);
      shown = sequence.isEmpty() ? show(letter, shown) : shown.append(sequence);
      at += sequence.isEmpty() ? Character.charCount(letter) : sequence.length();
      before = letter;
    }
    begun = text.substring(at);
    out.write(shown.toString().getBytes(StandardCharsets.UTF_8));
  }

  private boolean mayGoOn(String text, int at) {
    String rest = text.charAt(at) == '\u001B' ? text.substring(at) : "";
    return !rest.isEmpty()
        && ours.stream().anyMatch(one -> one.length() > rest.length() && one.startsWith(rest));
  }

  private String sequence(String text, int at) {
    return text.charAt(at) != '\u001B'
        ? ""
        : ours.stream().filter(one -> text.startsWith(one, at)).findFirst().orElse("");
  }

  private StringBuilder show(int letter, StringBuilder shown) {
    boolean asIs =
        letter == '\n'
            || letter == '\t'
            || VisibleCharacters.isHarmless(letter)
            || VisibleCharacters.isChosenLook(before, letter);
    return asIs ? shown.appendCodePoint(letter) : shown.append(PlainText.escape(letter));
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }

  /** Passes on what was waiting for more, as what it is. */
  @Override
  public synchronized void close() throws IOException {
    String rest = begun;
    begun = "";
    StringBuilder shown = new StringBuilder();
    rest.codePoints().forEach(letter -> show(letter, shown));
    out.write(shown.toString().getBytes(StandardCharsets.UTF_8));
    out.close();
  }
}
