package dev.rollcall.source.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shared strings of a workbook, which its cells refer to, kept as bytes: a million of them as
 * objects would take most of a small heap.
 */
final class SharedStrings {

  private static final int CHUNK = 1 << 20;
  private static final long MOST_BYTES = 128L * 1024 * 1024;
  private static final int MOST = 10_000_000;

  private final List<byte[]> chunks = new ArrayList<>();
  private long[] starts = new long[1024];
  private int count;
  private int free;
  private long bytes;

  private SharedStrings() {}

  /** For a workbook that has none. */
  static SharedStrings none() {
    return new SharedStrings();
  }

  /** Reads all of them. */
  static SharedStrings read(WorkbookParts parts, String part) throws IOException {
    SharedStrings texts = new SharedStrings();
    try (PartReader xml = parts.read(part)) {
      while (xml.next()) {
        if (xml.opens("si")) {
          texts.add(RichText.read(xml), parts.label());
        }
      }
    }
    return texts;
  }

  private void add(String text, String label) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes += utf8.length;
    if (bytes > MOST_BYTES || count == MOST) {
      throw UnreadableWorkbook.tooMuch(
          label, "its different texts take more than " + MOST_BYTES / 1024 / 1024 + " MiB");
    }
    if (chunks.isEmpty() || last().length - free < utf8.length) {
      chunks.add(new byte[Math.max(CHUNK, utf8.length)]);
      free = 0;
    }
    System.arraycopy(utf8, 0, last(), free, utf8.length);
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    // chunk, start and length of each in one number
    starts[count++] = ((long) (chunks.size() - 1) << 46) | ((long) free << 23) | utf8.length;
    free += utf8.length;
  }

  private byte[] last() {
    return chunks.get(chunks.size() - 1);
  }

  boolean has(int index) {
    return index >= 0 && index < count;
  }

  String get(int index) {
    long start = starts[index];
    return new String(
        chunks.get((int) (start >>> 46)),
        (int) (start >>> 23) & 0x7FFFFF,
        (int) start & 0x7FFFFF,
        StandardCharsets.UTF_8);
  }
}
