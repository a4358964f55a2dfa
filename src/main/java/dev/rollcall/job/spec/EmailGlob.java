package dev.rollcall.job.spec;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Naming;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A pattern of addresses: {@code *} stands for any text, {@code ?} for one character.
 *
 * @param pattern as it is matched with canonical addresses, whose domains are in ASCII
 */
public record EmailGlob(String pattern) {

  /** What is right, for people. */
  static final String EXPECTED = "a pattern of addresses such as *@example.com";

  private static final Pattern REGEX = Pattern.compile("^\\.\\*|[\\\\^$()\\[\\]{}|]");

  /** What stands between or around addresses, never in them. */
  private static final Pattern FOREIGN = Pattern.compile("[,;:<>\"]");

  /** Checks that it can match something. */
  public EmailGlob {
    pattern = Naming.tidy(pattern);
    if (FOREIGN.matcher(pattern).find()) {
      throw new IllegalArgumentException("write a list of patterns, one address or domain each");
    }
    if (REGEX.matcher(pattern).find()) {
      throw new IllegalArgumentException(
          "no regular expressions here: * stands for any text, ? for one character");
    }
    if (pattern.isBlank() || pattern.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("addresses have no blanks");
    }
    if (!Normalizer.isNormalized(pattern, Normalizer.Form.NFKC)) {
      throw new IllegalArgumentException(
          meant(Normalizer.normalize(pattern, Normalizer.Form.NFKC)));
    }
    int at = pattern.indexOf('@');
    if (at < 0 && pattern.indexOf('*') < 0) {
      throw new IllegalArgumentException(meant("*@" + pattern));
    }
    if (at != pattern.lastIndexOf('@')) {
      throw new IllegalArgumentException("addresses have one @");
    }
    if (at == 0) {
      throw new IllegalArgumentException(meant("*" + pattern));
    }
    if (at == pattern.length() - 1) {
      throw new IllegalArgumentException(meant(pattern + "*"));
    }
    String domain = pattern.substring(at + 1);
    if (at > 0 && (domain.startsWith(".") || domain.endsWith(".") || domain.contains(".."))) {
      throw new IllegalArgumentException(
          domain.startsWith(".")
              ? meant(pattern.substring(0, at + 1) + "*" + domain)
              : "a domain has text around each dot");
    }
    pattern = pattern.substring(0, at + 1) + ascii(domain);
  }

  private static String meant(String pattern) {
    return "did you mean \"" + pattern + "\"?";
  }

  /**
   * Addresses are compared with their domain in ASCII; a label in parts cannot be turned into it.
   */
  private static String ascii(String domain) {
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return domain;
    }
    return Arrays.stream(domain.split("\\.", -1)).map(EmailGlob::asciiLabel).collect(joining("."));
  }

  private static String asciiLabel(String label) {
    if (label.chars().allMatch(c -> c < 0x80)) {
      return label;
    }
    if (label.indexOf('*') >= 0 || label.indexOf('?') >= 0) {
      throw new IllegalArgumentException("write this part of the domain out, or as xn--…");
    }
    return IDN.toASCII(label);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
