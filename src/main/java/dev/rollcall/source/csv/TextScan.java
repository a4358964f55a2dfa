package dev.rollcall.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file through once, to see whether it is text in a charset from end to end. */
final class TextScan {

  private static final int BLOCK = 1 << 16;

  private final CharBuffer text = CharBuffer.allocate(BLOCK);
  private int line = 1;
  private char before;
  private boolean beyondAscii;
  private boolean malformed;
  private boolean hasNul;

  private TextScan() {}

  /** Scans as far as the first thing that is wrong. */
  static TextScan of(Path path, Encoding encoding) throws IOException {
    TextScan scan = new TextScan();
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(encoding.mark());
      scan.read(in, strict(encoding));
    }
    return scan;
  }

  /** A decoder that reports what it cannot read. */
  static CharsetDecoder strict(Encoding encoding) {
    return encoding
        .charset()
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  boolean isClean() {
    return !malformed && !hasNul;
  }

  boolean isMalformed() {
    return malformed;
  }

  /** Whether there was a well-formed character beyond ASCII before the end of the scan. */
  boolean wasBeyondAscii() {
    return beyondAscii;
  }

  /** The line where the scan ended, from 1. */
  int line() {
    return line;
  }

  private void read(InputStream in, CharsetDecoder decoder) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    boolean isAsciiWithin = isAsciiWithin(decoder.charset());
    boolean atEnd = false;
    while (!atEnd && isClean()) {
      int kept = bytes.position();
      int count = in.read(bytes.array(), kept, bytes.remaining());
      atEnd = count < 0;
      if (isAsciiWithin && kept == 0 && count > 0 && isPlain(bytes.array(), count)) {
        continue;
      }
      bytes.position(kept + Math.max(count, 0)).flip();
      decode(decoder, bytes, atEnd);
      bytes.compact();
    }
  }

  /** Most rosters are plain from end to end, and then need no decoding. */
  private boolean isPlain(byte[] bytes, int count) {
    int lineEnds = 0;
    byte last = (byte) before;
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b <= 0) {
        return false;
      }
      if (b < ' ') {
        lineEnds += b == '\r' || (b == '\n' && last != '\r') ? 1 : 0;
      }
      last = b;
    }
    before = (char) last;
    line += lineEnds;
    return true;
  }

  private static boolean isAsciiWithin(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || charset.name().startsWith("windows-125");
  }

  private void decode(CharsetDecoder decoder, ByteBuffer bytes, boolean atEnd) {
    CoderResult result;
    do {
      result = decoder.decode(bytes, text, atEnd);
      look();
      malformed = result.isError();
    } while (result.isOverflow() && isClean());
  }

  private void look() {
    char[] chars = text.array();
    int count = text.position();
    for (int i = 0; i < count; i++) {
      char c = chars[i];
      if (c == 0) {
        hasNul = true;
        break;
      }
      if (c < ' ') {
        countLine(c);
      }
      beyondAscii |= c >= 0x80;
      before = c;
    }
    text.clear();
  }

  /** CR, LF and CR LF each end a line. */
  private void countLine(char c) {
    if (c == '\r' || (c == '\n' && before != '\r')) {
      line++;
    }
  }
}
