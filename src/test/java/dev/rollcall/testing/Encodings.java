package dev.rollcall.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The usual ways to write a secret down, and where a text still says one. */
public final class Encodings {

  /** A secret is out when somebody reads so many of its characters in a row. */
  public static final int PART = 8;

  private Encodings() {}

  /** As it stands, and in JSON, addresses, HTML, base64 wherever it begins, and hexadecimal. */
  public static Set<String> of(String text) {
    Set<String> all =
        new LinkedHashSet<>(
            List.of(
                text,
                json(text),
                text.replace("/", "\\/"),
                each(text, c -> "\\u%04x".formatted(c)),
                URLEncoder.encode(text, StandardCharsets.UTF_8),
                each(text, c -> "%%%02X".formatted(c)),
                each(text, c -> "&#%d;".formatted(c)),
                each(text, c -> "&#x%x;".formatted(c)),
                hex(text),
                hex(text).toUpperCase(java.util.Locale.ROOT)));
    for (int shift = 0; shift < 3; shift++) {
      all.add(base64(text, shift, Base64.getEncoder()));
      all.add(base64(text, shift, Base64.getUrlEncoder()));
    }
    return all;
  }

  /** Signs escaped as JSON writers with doubts do it. */
  public static String json(String text) {
    return each(
        text,
        c ->
            c == '/' || c == '"' || c == '\\'
                ? "\\" + (char) c
                : Character.isLetterOrDigit(c) ? Character.toString(c) : "\\u%04x".formatted(c));
  }

  /** As octets in hexadecimal digits. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String each(String text, IntFunction<String> write) {
    return text.chars().mapToObj(write).collect(Collectors.joining());
  }

  /** Those letters of base64 that depend on the text alone, after so many other octets. */
  private static String base64(String text, int shift, Base64.Encoder encoder) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    byte[] shifted = new byte[shift + octets.length];
    System.arraycopy(octets, 0, shifted, shift, octets.length);
    int first = (8 * shift + 5) / 6;
    int end = 8 * shifted.length / 6;
    return encoder.encodeToString(shifted).substring(first, end);
  }

  /** Every way in which a text says a secret, or a part of it. */
  public static List<String> leaks(String text, String secret) {
    return parts(secret).stream()
        .flatMap(part -> of(part).stream())
        .filter(text::contains)
        .distinct()
        .toList();
  }

  /** All parts of a secret; a short one has one part. */
  public static List<String> parts(String secret) {
    int length = Math.min(PART, secret.length());
    String[] parts = new String[secret.length() - length + 1];
    Arrays.setAll(parts, start -> secret.substring(start, start + length));
    return List.of(parts);
  }
}
