package dev.rollcall.model;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A canonical e-mail address, the key of a person on both sides: trimmed, without invisible
 * characters, in Unicode normal form C, lower case, its domain in ASCII.
 *
 * <p>Two spellings of one address are equal; canonicalising happens once, when data enters.
 *
 * @param address canonical already; use {@link #parse} for anything from outside
 */
public record Email(String address) implements Comparable<Email> {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_QUOTE = 80;

  /** What takes no room on the screen: format characters, selectors, fillers. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0"
              + "\\x{E0100}-\\x{E01EF}]");

  /** Blanks of all widths, and control characters, which only stray in at the ends. */
  private static final String SPACE = "[\\s\\p{Z}\\p{Cc}]";

  private static final Pattern PADDING = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");
  private static final String ATOM =
      "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-][\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]*+";
  private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*+");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  /**
   * Canonicalises and checks an address as people write it.
   *
   * @throws MalformedEmail where it is no address; its message says why
   */
  public static Email parse(String text) {
    // Nearly all are so already, and then need not be looked at letter by letter twice.
    return PlainAddress.isCanonical(text) ? new Email(text) : canonical(text);
  }

  private static Email canonical(String text) {
    String visible = visible(text);
    if (visible.isEmpty()) {
      throw new MalformedEmail("the e-mail address is blank");
    }
    if (visible.length() > 2 * LONGEST) {
      throw tooLong(visible);
    }
    String folded = fold(visible);
    if (PlainAddress.isCanonical(folded)) {
      return new Email(folded);
    }
    refuseOtherForms(visible);
    int at = folded.lastIndexOf('@');
    if (at < 0) {
      throw new MalformedEmail(quoted(visible) + " has no @");
    }
    if (folded.indexOf('@') != at) {
      throw new MalformedEmail(quoted(visible) + " has more than one @");
    }
    String local = folded.substring(0, at);
    if (bytes(local) > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(local).matches()) {
      throw malformed(visible, "before");
    }
    String address = local + "@" + asciiDomain(visible, folded.substring(at + 1));
    if (bytes(address) > LONGEST) {
      throw tooLong(visible);
    }
    return new Email(address);
  }

  private static String visible(String text) {
    if (isPlain(text)) {
      return text;
    }
    return PADDING.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /**
   * Lower case of no language in particular, but for the dotted capital I, which Turkish keyboards
   * write for a plain one. Lowering may take the normal form away, so it is restored.
   */
  private static String fold(String visible) {
    if (isPlain(visible)) {
      return visible.toLowerCase(Locale.ROOT);
    }
    String composed = Normalizer.normalize(visible, Normalizer.Form.NFC).replace('\u0130', 'i');
    return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /**
   * Letters of other widths, ligatures and the like are not typed by hand: whoever receives mail at
   * the plain address would not be who is meant.
   */
  private static void refuseOtherForms(String visible) {
    String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
    String plain = Normalizer.normalize(composed, Normalizer.Form.NFKC);
    composed
        .codePoints()
        .filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c))
        .mapToObj(Character::toString)
        .filter(letter -> !Normalizer.isNormalized(letter, Normalizer.Form.NFKC))
        .findFirst()
        .ifPresent(
            letter -> {
              throw new MalformedEmail(
                  "%s has \"%s\" (U+%04X), which is \"%s\" in plain letters; the address would be %s"
                      .formatted(
                          quoted(visible),
                          letter,
                          letter.codePointAt(0),
                          Normalizer.normalize(letter, Normalizer.Form.NFKC),
                          quoted(plain)));
            });
  }

  private static String asciiDomain(String visible, String domain) {
    // Older rules would turn these letters into others, and so the domain into another one.
    if (domain.indexOf('\u00DF') >= 0 || domain.indexOf('\u03C2') >= 0) {
      throw new MalformedEmail(
          quoted(visible) + " has a domain that can be read in two ways: write it as xn--…");
    }
    String ascii;
    try {
      ascii =
          isPlain(domain)
              ? domain
              : IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw malformed(visible, "after");
    }
    if (!DOMAIN.matcher(ascii).matches()) {
      throw malformed(visible, "after");
    }
    return ascii;
  }

  private static int bytes(String text) {
    return isPlain(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static MalformedEmail malformed(String visible, String side) {
    return new MalformedEmail(
        quoted(visible) + " is no e-mail address: look at the part " + side + " the @");
  }

  private static MalformedEmail tooLong(String visible) {
    return new MalformedEmail(quoted(visible) + " is longer than " + LONGEST + " characters");
  }

  private static String quoted(String visible) {
    String line =
        visible.length() > 4 * LONGEST_QUOTE ? visible.substring(0, 4 * LONGEST_QUOTE) : visible;
    String shown = line.replaceAll("[\\s\\p{Cc}]+", " ");
    return shown.length() <= LONGEST_QUOTE
        ? '"' + shown + '"'
        : '"' + shown.substring(0, LONGEST_QUOTE - 1) + "…\"";
  }

  /** The part after the {@code @}, in ASCII. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /**
   * What the address looks like, letters of other alphabets being replaced by the Latin ones they
   * resemble. Where it differs from the address and is the address of somebody else, this one is a
   * look-alike.
   */
  public String skeleton() {
    return LookAlikeForm.of(address);
  }

  // Written out, because every look-up of a person ends here, and those that a record is given are
  // many times slower where the JVM compiles quickly rather than well, as the launcher asks it to.
  @Override
  public boolean equals(Object other) {
    return other instanceof Email email && address.equals(email.address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
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
