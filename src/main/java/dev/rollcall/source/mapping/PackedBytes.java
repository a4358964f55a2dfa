package dev.rollcall.source.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Packed bytes: numbers and texts one behind the other, in pieces that never have to be moved to
 * make room. What is written between {@link #begin} and {@link #end} is one record.
 */
public final class PackedBytes {

  /** The most that a number takes. */
  private static final int NUMBER = 5;

  private static final int FIRST_PIECE = 1 << 14;
  private static final int PIECE = 1 << 20;
  private static final int MOST = Integer.MAX_VALUE - 8;
  private static final int SAME = 1;

  private final List<byte[]> pieces = new ArrayList<>();
  private byte[] piece = {};
  private int start;
  private int at;

  /** Begins a record. */
  public void begin() {
    start = at;
  }

  /** Ends a record, and says where it begins. */
  public long end() {
    return (long) (pieces.size() - 1) << Integer.SIZE | start;
  }

  /** Takes the record begun along to a new piece where this one is too full. */
  private void makeRoom(int more) {
    if (piece.length - at < more) {
      int written = at - start;
      int usual = pieces.isEmpty() ? FIRST_PIECE : PIECE;
      byte[] next = new byte[(int) Math.max(usual, Math.min(2L * (written + more), MOST))];
      System.arraycopy(piece, start, next, 0, written);
      if (start == 0 && !pieces.isEmpty()) {
        pieces.remove(pieces.size() - 1);
      }
      pieces.add(next);
      piece = next;
      start = 0;
      at = written;
    }
  }

  /** A number of at least 0: seven bits a byte, the lowest first. */
  public void putNumber(int number) {
    makeRoom(NUMBER);
    byte[] to = piece;
    int end = at;
    int left = number;
    while (left > 0x7F) {
      to[end++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    to[end++] = (byte) left;
    at = end;
  }

  /** A text: a byte a letter where all are of Latin 1, else two. */
  public void putText(String text) {
    int length = text.length();
    makeRoom(NUMBER + length);
    int before = at;
    putNumber(2 * length);
    byte[] to = piece;
    int end = at;
    int letters = 0;
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      letters |= letter;
      to[end++] = (byte) letter;
    }
    at = end;
    if (letters > 0xFF) {
      at = before;
      putWide(text);
    }
  }

  private void putWide(String text) {
    makeRoom(NUMBER + 2 * text.length());
    putNumber(2 * text.length() + 1);
    for (int i = 0; i < text.length(); i++) {
      piece[at++] = (byte) (text.charAt(i) >>> Byte.SIZE);
      piece[at++] = (byte) text.charAt(i);
    }
  }

  /** A text that whoever reads will know. */
  public void putSame() {
    putNumber(SAME);
  }

  /** Reads what begins here. */
  public Reading at(long place) {
    return new Reading(pieces.get((int) (place >>> Integer.SIZE)), (int) place);
  }

  /** Reads one thing after the other. */
  public static final class Reading {

    private final byte[] piece;
    private int at;

    private Reading(byte[] piece, int at) {
      this.piece = piece;
      this.at = at;
    }

    /** Another one that goes on from here. */
    public Reading later() {
      return new Reading(piece, at);
    }

    public int number() {
      int number = 0;
      int shift = 0;
      byte next = piece[at++];
      while (next < 0) {
        number |= (next & 0x7F) << shift;
        shift += 7;
        next = piece[at++];
      }
      return number | next << shift;
    }

    public Reading skipNumbers(int count) {
      for (int i = 0; i < count; i++) {
        number();
      }
      return this;
    }

    /**
     * A text.
     *
     * @param same what {@link #putSame} stands for
     */
    public String text(String same) {
      int kind = number();
      if (kind == SAME) {
        return same;
      }
      int length = kind >>> 1;
      String text = (kind & 1) == 0 ? narrow(length) : wide(length);
      at += bytes(kind);
      return text;
    }

    private String narrow(int length) {
      return new String(piece, at, length, StandardCharsets.ISO_8859_1);
    }

    private String wide(int length) {
      char[] letters = new char[length];
      for (int i = 0; i < length; i++) {
        letters[i] = (char) (piece[at + 2 * i] << Byte.SIZE | piece[at + 2 * i + 1] & 0xFF);
      }
      return new String(letters);
    }

    public Reading skipTexts(int count) {
      for (int i = 0; i < count; i++) {
        int kind = number();
        at += bytes(kind);
      }
      return this;
    }

    private static int bytes(int kind) {
      return kind == SAME ? 0 : (kind >>> 1) << (kind & 1);
    }
  }
}
