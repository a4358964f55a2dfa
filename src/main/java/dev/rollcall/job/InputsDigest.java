package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.security.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** One number for everything a job file says. */
final class InputsDigest {

  private InputsDigest() {}

  static String of(byte[] file, List<String> overrides, SortedMap<String, String> followed) {
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
