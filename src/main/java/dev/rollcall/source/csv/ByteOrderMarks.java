package dev.rollcall.source.csv;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The byte order marks of a text, and what else its first bytes say about its charset: and NULs of
 * UTF-16.
 */
final class ByteOrderMarks {

  /** In hexadecimal; UTF-32 first, for its mark begins like that of UTF-16. */
  private static final List<Map.Entry<String, String>> MARKS =
      List.of(
          Map.entry("fffe0000", "UTF-32LE"),
          Map.entry("0000feff", "UTF-32BE"),
          Map.entry("efbbbf", "UTF-8"),
          Map.entry("fffe", "UTF-16LE"),
          Map.entry("feff", "UTF-16BE"));

  private ByteOrderMarks() {}

  /** By the mark at the beginning. */
  static Optional<Encoding> marked(byte[] head) {
    String start = HexFormat.of().formatHex(head, 0, Math.min(4, head.length));
    return MARKS.stream()
        .filter(mark -> start.startsWith(mark.getKey()))
        .findFirst()
        .map(mark -> marked(mark.getValue(), mark.getKey().length() / 2));
  }

  private static Encoding marked(String charset, int mark) {
    String remark = "read as " + charset + ", as the mark at its beginning says";
    return new Encoding(
        Charset.forName(charset), mark, charset.equals("UTF-8") ? List.of() : List.of(remark));
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
    StringBuilder pattern = new StringBuilder();
    for (int count : nuls) {
      if (count > few && count < many) {
        return Optional.empty();
      }
      pattern.append(count >= many ? '1' : '0');
    }
    return switch (pattern.toString()) {
      case "0101" -> Optional.of(guessed("UTF-16LE"));
      case "1010" -> Optional.of(guessed("UTF-16BE"));
      case "0111" -> Optional.of(guessed("UTF-32LE"));
      case "1110" -> Optional.of(guessed("UTF-32BE"));
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
