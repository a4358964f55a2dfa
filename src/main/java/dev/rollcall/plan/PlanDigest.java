package dev.rollcall.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Identifies a set of operations with their before-states; origins, reasons, numbers and order do
 * not count.
 */
public final class PlanDigest {

  private PlanDigest() {}

  /** SHA-256 over the sorted keys of the operations, in hexadecimal. */
  public static String of(Collection<PlannedOperation> operations) {
    MessageDigest digest = sha256();
    operations.stream()
        .map(planned -> key(planned.operation()))
        .sorted()
        .forEach(
            key -> {
              digest.update(key.getBytes(StandardCharsets.UTF_8));
              digest.update((byte) '\n');
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One operation with its before-state as a line of text: equal for equal operations only. */
  public static String key(Operation operation) {
    // Records print all their components, and those are sorted collections, texts and options.
    return operation.toString().replace("\n", "\\n");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
