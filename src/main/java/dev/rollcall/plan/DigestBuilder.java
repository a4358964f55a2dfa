package dev.rollcall.plan;

import dev.rollcall.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/** A digest of many things, in the order in which they are added; sets may come in any. */
final class DigestBuilder {

  private static final byte END = 0;

  private final MessageDigest digest = Sha256.digest();

  /** One thing that prints all it holds, in an order of its own, as records and sorted sets do. */
  DigestBuilder add(Object thing) {
    digest.update(String.valueOf(thing).getBytes(StandardCharsets.UTF_8));
    digest.update(END);
    return this;
  }

  /** All of these, whatever their order; how many there are counts too. */
  DigestBuilder sorted(Collection<?> things) {
    return all(things.stream().map(String::valueOf));
  }

  /** Likewise, of sets by name. */
  DigestBuilder sorted(Map<?, ? extends Collection<?>> sets) {
    return all(sets.entrySet().stream().map(set -> set.getKey() + "=" + inOrder(set.getValue())));
  }

  private DigestBuilder all(Stream<String> texts) {
    String[] inOrder = texts.sorted().toArray(String[]::new);
    add(inOrder.length);
    for (String text : inOrder) {
      add(text);
    }
    return this;
  }

  private static String inOrder(Collection<?> things) {
    return things.stream().map(String::valueOf).sorted().toList().toString();
  }

  /** All of it, in hexadecimal; the last thing that is asked. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
