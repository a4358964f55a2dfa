package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A pattern of addresses: {@code *} stands for any text, {@code ?} for one character. */
public record EmailGlob(String pattern) {

  /** What is right, for people. */
  static final String EXPECTED = "a pattern of addresses such as *@example.com";

  private static final Pattern REGEX = Pattern.compile("^\\.\\*|[\\\\^$()\\[\\]{}|]");

  /** Checks that it can match something. */
  public EmailGlob {
    requireNonNull(pattern, "pattern");
    if (REGEX.matcher(pattern).find()) {
      throw new IllegalArgumentException(
          "no regular expressions here: * stands for any text, ? for one character");
    }
    if (pattern.isBlank() || pattern.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("addresses have no blanks");
    }
    if (pattern.indexOf('@') < 0 && pattern.indexOf('*') < 0) {
      throw new IllegalArgumentException("did you mean \"*@" + pattern + "\"?");
    }
    if (pattern.indexOf('@') != pattern.lastIndexOf('@')) {
      throw new IllegalArgumentException("addresses have one @");
    }
  }

  @Override
  public String toString() {
    return pattern;
  }
}
