package dev.rollcall.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The byte order marks of a text, and what else its first bytes say about its charset: and NULs of
 * UTF-16.
 */
final class ByteOrderMarks {

  private ByteOrderMarks() {}

  /** By the mark at the beginning. */
  static Optional<Encoding> marked(byte[] head) {
    // UTF-32 first: its mark begins like that of UTF-16.
    if (starts(head, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(marked("UTF-32LE", 4));
    }
    if (starts(head, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(marked("UTF-32BE", 4));
    }
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new Encoding(StandardCharsets.UTF_8, 3, List.of()));
    }
    if (starts(head, 0xFF, 0xFE)) {
      return Optional.of(marked("UTF-16LE", 2));
    }
    return starts(head, 0xFE, 0xFF) ? Optional.of(marked("UTF-16BE", 2)) : Optional.empty();
  }

  private static Encoding marked(String charset, int mark) {
    return new Encoding(
        Charset.forName(charset),
        mark,
        List.of("read as " + charset + ", as the mark at its beginning says"));
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-16 and UTF-32 without a mark: delimiters, line ends and addresses are ASCII in any
   * language, and so have NULs at every other byte, or at three of four.
   */
  static Optional<Encoding> unmarked(byte[] head) {
    int[] nuls = new int[4];
    for (int i = 0; i < head.length; i++) {
      nuls[i % 4] += head[i] == 0 ? 1 : 0;
    }
    int few = head.length / 100;
    int many = Math.max(1, head.length / 20);
    boolean[] has = new boolean[4];
    for (int i = 0; i < 4; i++) {
      if (nuls[i] > few && nuls[i] < many) {
        return Optional.empty();
      }
      has[i] = nuls[i] >= many;
    }
    int pattern = (has[0] ? 8 : 0) | (has[1] ? 4 : 0) | (has[2] ? 2 : 0) | (has[3] ? 1 : 0);
    return switch (pattern) {
      case 0b0101 -> Optional.of(guessed("UTF-16LE"));
      case 0b1010 -> Optional.of(guessed("UTF-16BE"));
      case 0b0111 -> Optional.of(guessed("UTF-32LE"));
      case 0b1110 -> Optional.of(guessed("UTF-32BE"));
      default -> Optional.empty();
    };
  }

  private static Encoding guessed(String charset) {
    return new Encoding(
        Charset.forName(charset),
        0,
        List.of(
            "read as " + charset + ", by the look of it: it has no mark; say charset: if wrong"));
  }
}
