package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.security.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One number for everything a job file says. It is made when it is asked for: many commands never
 * do, and Java takes longer to find SHA-256 than to read a job file.
 */
public final class InputsDigest {

  private final byte[] file;
  private final List<String> overrides;
  private final SortedMap<String, String> followed;

  InputsDigest(byte[] file, List<String> overrides, SortedMap<String, String> followed) {
    this.file = file.clone();
    this.overrides = List.copyOf(overrides);
    this.followed = new TreeMap<>(followed);
  }

  /** In hexadecimal digits. */
  String text() {
    MessageDigest digest = Sha256.digest();
    add(digest, file);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(overrides.size()).array());
    overrides.forEach(override -> add(digest, override.getBytes(UTF_8)));
    followed.forEach(
        (path, value) -> {
          add(digest, path.getBytes(UTF_8));
          add(digest, value.getBytes(UTF_8));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no two lists of pieces look the same. */
  private static void add(MessageDigest digest, byte[] piece) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(piece.length).array());
    digest.update(piece);
  }
}
