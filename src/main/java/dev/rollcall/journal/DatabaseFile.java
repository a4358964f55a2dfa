package dev.rollcall.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of an H2 database, looked at before H2 is: it takes an encrypted file for a broken one,
 * and a broken one for whatever its first bytes resemble.
 */
record DatabaseFile(Path path) {

  /** A header is kept twice, at the beginning of the first two blocks. */
  private static final int BLOCK = 4096;

  private static final String HEADER = "H:2,";
  private static final String ENCRYPTED = "H2encrypt";

  /** All tables of ours take more, and what H2 makes of an empty file less. */
  private static final long LEAST_BYTES_WITH_TABLES = 4L * BLOCK;

  DatabaseFile {
    requireNonNull(path, "path");
  }

  /** Whoever died while making the file left one that H2 cannot open without writing to it. */
  boolean holdsTables() throws IOException {
    return Files.exists(path) && Files.size(path) >= LEAST_BYTES_WITH_TABLES;
  }

  /** What is wrong with what is there; nothing where nothing is, or nothing yet. */
  Optional<Fault> fault(boolean encrypted) throws IOException {
    if (Files.isDirectory(path)) {
      return Optional.of(Fault.NO_FILE);
    }
    if (!Files.exists(path) || Files.size(path) == 0) {
      return Optional.empty();
    }
    byte[] begin = begin();
    if (startsWith(begin, 0, ENCRYPTED)) {
      return encrypted ? Optional.empty() : Optional.of(Fault.ENCRYPTED);
    }
    if (!startsWith(begin, 0, HEADER) && !startsWith(begin, BLOCK, HEADER)) {
      return Optional.of(Fault.DAMAGED);
    }
    return encrypted ? Optional.of(Fault.NOT_ENCRYPTED) : Optional.empty();
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
