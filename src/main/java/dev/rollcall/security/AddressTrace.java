package dev.rollcall.security;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Reader;
import java.net.IDN;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds one e-mail address in words, however it is spelled there: in any case, its domain in ASCII
 * or in its own letters, with characters nobody sees in between, escaped for HTML, XML, JSON or an
 * address of the web. Another address that only ends or begins like it is not found.
 */
public final class AddressTrace {

  private static final int WINDOW = 1 << 16;

  /** Longer than an address can be with every character of it escaped. */
  private static final int OVERLAP = 1 << 13;

  /** What takes no room on the screen may stand between any two characters. */
  private static final String UNSEEN = "[\\p{Cf}\\u034F\\u3164\\uFE00-\\uFE0F]*+";

  private static final String BEFORE =
      "(?:(?<![\\p{L}\\p{N}_.+\\-])|(?<=\\\\[nrtbf])|(?<=\\\\u\\p{XDigit}{4})|(?<=%\\p{XDigit}{2}))";
  private static final String AFTER = "(?![\\p{L}\\p{N}\\-]|\\.[\\p{L}\\p{N}])";

  private static final Map<Character, String> NAMED =
      Map.of('&', "amp", '\'', "apos", '"', "quot", '<', "lt", '>', "gt");

  private final Pattern pattern;
  private final boolean plain;

  private AddressTrace(String address) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(address);
    spellings.add(ownLetters(address));
    this.pattern =
        Pattern.compile(
            first(address)
                + BEFORE
                + spellings.stream().map(AddressTrace::spelled).collect(joining("|", "(?:", ")"))
                + AFTER,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.plain = spellings.size() == 1 && address.chars().allMatch(c -> c < 0x80);
  }

  /** Of an address in its canonical form. */
  public static AddressTrace of(String address) {
    return new AddressTrace(address);
  }

  /** Whether the address stands there. */
  public boolean isIn(String text) {
    return pattern.matcher(normal(text)).find();
  }

  /** The same of a text of any length; it is read to where the address is found. */
  public boolean isIn(Reader text) throws IOException {
    StringBuilder window = new StringBuilder();
    char[] next = new char[WINDOW];
    for (int read = text.read(next); read >= 0; read = text.read(next)) {
      window.append(next, 0, read);
      if (isIn(window.toString())) {
        return true;
      }
      window.delete(0, Math.max(0, window.length() - OVERLAP));
    }
    return false;
  }

  /** The text with something else in the address's place. */
  public String without(String text, String instead) {
    return pattern.matcher(normal(text)).replaceAll(Matcher.quoteReplacement(instead));
  }

  /** Letters and their accents in one character, as canonical addresses have them. */
  private String normal(String text) {
    return plain ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Where the first letter is none, nothing else needs to be looked at. */
  private static String first(String address) {
    char first = address.charAt(0);
    boolean plain = first < 0x80 && Character.isLetterOrDigit(first);
    return plain ? "(?=" + first + ")" : "";
  }

  private static String ownLetters(String address) {
    int at = address.lastIndexOf('@') + 1;
    return address.substring(0, at) + IDN.toUnicode(address.substring(at));
  }

  private static String spelled(String spelling) {
    return spelling.codePoints().mapToObj(AddressTrace::character).collect(joining(UNSEEN));
  }

  private static String character(int point) {
    String itself = Pattern.quote(Character.toString(point));
    if (point < 0x80 && Character.isLetterOrDigit(point)) {
      return itself;
    }
    String named = NAMED.getOrDefault((char) point, "");
    return "(?:"
        + itself
        + "|&#0*"
        + point
        + ";|&#x0*"
        + Integer.toHexString(point)
        + ";|"
        + (named.isEmpty() ? "" : "&" + named + ";|")
        + inJson(point)
        + "|"
        + inUrl(point)
        + ")";
  }

  private static String inJson(int point) {
    return Character.toString(point)
        .chars()
        .mapToObj(unit -> String.format("\\\\u%04x", unit))
        .collect(joining());
  }

  private static String inUrl(int point) {
    StringBuilder bytes = new StringBuilder();
    for (byte each : Character.toString(point).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      bytes.append(String.format("%%%02x", each));
    }
    return bytes.toString();
  }
}
