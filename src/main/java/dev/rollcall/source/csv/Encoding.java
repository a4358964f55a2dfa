package dev.rollcall.source.csv;

import dev.rollcall.model.Problem;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The charset of a text file: what its byte order mark says, else what the job file says, else
 * UTF-8 where the whole file is that without exception, else Windows-1252.
 *
 * @param mark the length of the byte order mark in bytes
 * @param remarks where the choice is worth knowing
 */
record Encoding(Charset charset, int mark, List<String> remarks) {

  private static final int SAMPLE = 4_096;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  Encoding {
    remarks = List.copyOf(remarks);
  }

  /**
   * Finds it, reading the whole file once.
   *
   * @throws UnreadableSource where the file is no text in that charset
   */
  static Encoding of(CsvSettings settings) throws IOException {
    Encoding likely = likely(settings);
    TextScan scan = TextScan.of(settings.path(), likely);
    if (scan.isClean()) {
      return likely;
    }
    boolean mayBeWindows =
        likely.mark() == 0
            && settings.charset().isEmpty()
            && likely.charset().equals(StandardCharsets.UTF_8)
            && scan.isMalformed()
            && !scan.wasBeyondAscii();
    if (!mayBeWindows) {
      throw unreadable(settings, likely, scan);
    }
    Encoding windows = new Encoding(WINDOWS, 0, List.of(windowsRemark(settings.path(), scan)));
    TextScan again = TextScan.of(settings.path(), windows);
    if (!again.isClean()) {
      throw unreadable(settings, windows, again);
    }
    return windows;
  }

  private static Encoding likely(CsvSettings settings) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(settings.path())) {
      head = in.readNBytes(SAMPLE);
    }
    Optional<Encoding> marked = marked(head);
    if (marked.isPresent()) {
      return marked.get().against(settings.charset());
    }
    return settings
        .charset()
        .map(charset -> new Encoding(charset, 0, List.of()))
        .or(() -> unmarked(head))
        .orElse(new Encoding(StandardCharsets.UTF_8, 0, List.of()));
  }

  private static Optional<Encoding> marked(byte[] head) {
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

  private Encoding against(Optional<Charset> configured) {
    boolean same = configured.isEmpty() || charset.name().startsWith(configured.get().name());
    return same
        ? this
        : new Encoding(
            charset,
            mark,
            List.of(
                "read as "
                    + charset
                    + ", as the mark at its beginning says, not as "
                    + configured.get()));
  }

  /** UTF-16 without a mark: text in Latin letters has a NUL at every other byte. */
  private static Optional<Encoding> unmarked(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2;
      }
    }
    int few = head.length / 100;
    int many = head.length * 2 / 5;
    if (head.length > 3 && odd >= many && even <= few) {
      return Optional.of(guessed(StandardCharsets.UTF_16LE));
    }
    return head.length > 3 && even >= many && odd <= few
        ? Optional.of(guessed(StandardCharsets.UTF_16BE))
        : Optional.empty();
  }

  private static Encoding guessed(Charset charset) {
    return new Encoding(
        charset, 0, List.of("read as " + charset + ", by the look of it: it has no mark"));
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String windowsRemark(Path path, TextScan scan) {
    return "read as windows-1252, for line "
        + scan.line()
        + " is no UTF-8"
        + otherGuess(path)
        + "; say charset: where that is wrong";
  }

  /** Only a hint: what the letters look like to a detector, where it knows better. */
  private static String otherGuess(Path path) {
    try {
      String guess = UniversalDetector.detectCharset(path);
      boolean other =
          guess != null && !guess.equalsIgnoreCase("windows-1252") && !guess.equals("US-ASCII");
      return other ? " (the letters look like " + guess + ")" : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static UnreadableSource unreadable(
      CsvSettings settings, Encoding encoding, TextScan scan) {
    String where = settings.label() + ":" + scan.line();
    return scan.isMalformed()
        ? new UnreadableSource(
            new Problem(
                where,
                "this line is not written in " + encoding.charset() + " like the rest",
                "save the file anew as UTF-8, or say its charset: under the source"))
        : new UnreadableSource(
            new Problem(
                where,
                "there is a NUL character in this line, so the file is damaged or no text",
                "export it anew; if it is UTF-16, say charset: UTF-16LE"));
  }
}
