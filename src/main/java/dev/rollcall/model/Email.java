package dev.rollcall.model;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A canonical e-mail address, the key of a person on both sides: trimmed, without invisible
 * characters, in Unicode normal form C, lower case, its domain in ASCII.
 *
 * <p>Two spellings of one address are equal; canonicalising happens once, when data enters.
 */
public record Email(String address) implements Comparable<Email> {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Cc}\\u00A0\\u2007\\u202F\\u3000]");
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  /** Takes an address that is canonical already; use {@link #parse} for anything from outside. */
  public Email {
    requireNonNull(address, "address");
  }

  /**
   * Canonicalises and checks an address as people write it.
   *
   * @throws MalformedEmail where it is no address; its message says why
   */
  public static Email parse(String text) {
    String visible = INVISIBLE.matcher(requireNonNull(text, "text")).replaceAll("").strip();
    if (visible.isEmpty()) {
      throw new MalformedEmail("the e-mail address is blank");
    }
    String folded = Normalizer.normalize(visible, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    int at = folded.lastIndexOf('@');
    if (at < 0) {
      throw new MalformedEmail("\"" + visible + "\" has no @");
    }
    String local = folded.substring(0, at);
    if (local.length() > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(local).matches()) {
      throw new MalformedEmail(
          "\"" + visible + "\" is no e-mail address: look at the part before the @");
    }
    String address = local + "@" + asciiDomain(visible, folded.substring(at + 1));
    if (address.length() > LONGEST) {
      throw new MalformedEmail("\"" + visible + "\" is longer than " + LONGEST + " characters");
    }
    return new Email(address);
  }

  private static String asciiDomain(String visible, String domain) {
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new MalformedEmail(
          "\"" + visible + "\" is no e-mail address: look at the part after the @");
    }
    if (!DOMAIN.matcher(ascii).matches()) {
      throw new MalformedEmail(
          "\"" + visible + "\" is no e-mail address: look at the part after the @");
    }
    return ascii;
  }

  /** The part after the {@code @}, in ASCII. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  @Override
  public int compareTo(Email other) {
    return address.compareTo(other.address);
  }

  @Override
  public String toString() {
    return address;
  }
}
