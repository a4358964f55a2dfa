package dev.rollcall.journal;

import dev.rollcall.security.FileLook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of an H2 database, looked at before H2 is: it takes an encrypted file for a broken one,
 * and a broken one for whatever its first bytes resemble.
 */
record DatabaseFile(Path path) {

  /** A header is kept twice, at the beginning of the first two blocks. */
  private static final int BLOCK = 4096;

  private static final String HEADER = "H:2,";
  private static final String CHUNK = "chunk:";
  private static final Pattern NUMBER = Pattern.compile("(block|version|clean):([0-9a-f]{1,15})");
  private static final String ENCRYPTED = "H2encrypt";

  /** All tables of ours take more, and what H2 makes of an empty file less. */
  private static final long LEAST_BYTES_WITH_TABLES = 4L * BLOCK;

  /** Nobody who only began to make tables gets that far. */
  private static final long TOO_LARGE_TO_BE_EMPTY = 12L * BLOCK;

  /** Whoever died while making the file left one that H2 cannot open without writing to it. */
  boolean holdsTables() throws IOException {
    return size() >= LEAST_BYTES_WITH_TABLES;
  }

  /** Where H2 finds nothing in such a file, it has lost what was there. */
  boolean isTooLargeToBeEmpty() throws IOException {
    return size() >= TOO_LARGE_TO_BE_EMPTY;
  }

  /** None where there is no file; whatever is closed to us fails. */
  private long size() throws IOException {
    return FileLook.at(path).map(BasicFileAttributes::size).orElse(0L);
  }

  /** What is wrong with what is there; nothing where nothing is, or nothing yet. */
  Optional<RepositoryFault> fault(boolean encrypted) throws IOException {
    if (Files.isDirectory(path)) {
      return Optional.of(RepositoryFault.NO_FILE);
    }
    if (size() == 0) {
      return Optional.empty();
    }
    byte[] begin = begin();
    if (startsWith(begin, 0, ENCRYPTED)) {
      return encrypted ? Optional.empty() : Optional.of(RepositoryFault.ENCRYPTED);
    }
    if (!startsWith(begin, 0, HEADER) && !startsWith(begin, BLOCK, HEADER)) {
      return Optional.of(RepositoryFault.DAMAGED);
    }
    if (isTorn(header(begin))) {
      return Optional.of(RepositoryFault.DAMAGED);
    }
    return encrypted ? Optional.of(RepositoryFault.NOT_ENCRYPTED) : Optional.empty();
  }

  /** The later of both headers. */
  private static Map<String, Long> header(byte[] begin) {
    Map<String, Long> first = header(begin, 0);
    Map<String, Long> second = header(begin, BLOCK);
    return second.getOrDefault("version", -1L) > first.getOrDefault("version", -1L)
        ? second
        : first;
  }

  private static Map<String, Long> header(byte[] begin, int at) {
    Map<String, Long> found = new HashMap<>();
    if (startsWith(begin, at, HEADER)) {
      int length = Math.min(BLOCK, begin.length - at);
      Matcher number = NUMBER.matcher(new String(begin, at, length, StandardCharsets.ISO_8859_1));
      while (number.find()) {
        found.put(number.group(1), Long.parseLong(number.group(2), 16));
      }
    }
    return found;
  }

  /**
   * Whether a file that was closed in order ends before what its header names, or that has been
   * written over. H2 would take such a file for an empty one, and begin anew.
   */
  private boolean isTorn(Map<String, Long> header) throws IOException {
    Long block = header.get("block");
    // Of a file that was not closed the header may be older than the rest.
    return header.containsKey("clean") && block != null && !isChunk(block * BLOCK);
  }

  private boolean isChunk(long at) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      ByteBuffer begin = ByteBuffer.allocate(CHUNK.length());
      boolean whole = at < file.size() && file.position(at).read(begin) == CHUNK.length();
      return whole && startsWith(begin.array(), 0, CHUNK);
    }
  }

  private byte[] begin() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(2 * BLOCK);
    }
  }

  private static boolean startsWith(byte[] bytes, int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= at + wanted.length
        && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
