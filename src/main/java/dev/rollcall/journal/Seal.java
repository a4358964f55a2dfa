package dev.rollcall.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.security.Sha256;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What shows that a saved plan is as it was written. Without a key it is a checksum, which tells of
 * accidents; with one it is an HMAC, which nobody without the key can make. It cannot be printed.
 */
public final class Seal {

  /** The field of a plan file that holds a checksum. */
  static final String CHECKSUM = "checksum";

  /** The field of a plan file that holds an HMAC. */
  static final String SEAL = "seal";

  private static final String ALGORITHM = "HmacSHA256";

  private final Optional<String> key;

  private Seal(Optional<String> key) {
    this.key = key;
  }

  /** A checksum. */
  public static Seal none() {
    return new Seal(Optional.empty());
  }

  /** An HMAC with this key. */
  public static Seal with(String key) {
    return new Seal(Optional.of(key));
  }

  boolean isKeyed() {
    return key.isPresent();
  }

  /** The field it stands in. */
  String field() {
    return isKeyed() ? SEAL : CHECKSUM;
  }

  /** What it is for this content, in hexadecimal. */
  String of(String content) {
    byte[] bytes = content.getBytes(UTF_8);
    return HexFormat.of()
        .formatHex(
            key.map(text -> hmac(text, bytes)).orElseGet(() -> Sha256.digest().digest(bytes)));
  }

  /** Whether what was found is the one for this content, in a time that tells nothing of it. */
  boolean fits(String content, String found) {
    return MessageDigest.isEqual(of(content).getBytes(UTF_8), found.getBytes(UTF_8));
  }

  private static byte[] hmac(String key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return isKeyed() ? "***" : CHECKSUM;
  }
}
