package dev.rollcall.source.csv;

import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The charset of a text file: what its byte order mark says, else what the job file says, else
 * UTF-8 where the whole file is that without exception, else what {@link LegacyCharset} make of it.
 *
 * @param mark the length of the byte order mark in bytes
 * @param remarks where the choice is worth knowing
 */
record Encoding(Charset charset, int mark, List<String> remarks) {

  private static final int SAMPLE = 4_096;

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
    boolean mayBeOther =
        likely.mark() == 0
            && settings.charset().isEmpty()
            && likely.charset().equals(StandardCharsets.UTF_8)
            && scan.isMalformed()
            && !scan.wasBeyondAscii();
    if (!mayBeOther) {
      throw unreadable(settings, likely, scan);
    }
    Encoding other = LegacyCharset.of(settings.path()).encoding(scan.line());
    TextScan again = TextScan.of(settings.path(), other);
    if (!again.isClean()) {
      throw unreadable(settings, other, again);
    }
    return other;
  }

  private static Encoding likely(CsvSettings settings) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(settings.path())) {
      head = in.readNBytes(SAMPLE);
    }
    Optional<Encoding> marked = ByteOrderMarks.marked(head);
    if (marked.isPresent()) {
      return marked.get().against(settings.charset());
    }
    return settings
        .charset()
        .map(charset -> new Encoding(charset, 0, List.of()))
        .or(() -> ByteOrderMarks.unmarked(head))
        .orElse(new Encoding(StandardCharsets.UTF_8, 0, List.of()));
  }

  private Encoding against(Optional<Charset> configured) {
    boolean same = configured.isEmpty() || charset.name().startsWith(configured.get().name());
    return same
        ? this
        : new Encoding(
            charset,
            mark,
            List.of(
                "read as %s, as the mark at its beginning says, not as %s"
                    .formatted(charset, configured.get())));
  }

  private static UnreadableSource unreadable(
      CsvSettings settings, Encoding encoding, TextScan scan) {
    String where = settings.label() + ":" + scan.line();
    return scan.isMalformed()
        ? new UnreadableSource(
            where,
            "this line is not written in " + encoding.charset() + " like the rest",
            "save the file anew as UTF-8, or say its charset: under the source")
        : new UnreadableSource(
            where,
            "there is a NUL character in this line, so the file is damaged or no text",
            "export it anew; if it is UTF-16, say charset: UTF-16LE");
  }
}
