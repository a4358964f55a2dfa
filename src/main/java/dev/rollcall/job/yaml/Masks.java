package dev.rollcall.job.yaml;

import java.util.regex.Pattern;

/** Hides what looks like a password in an address. */
public final class Masks {

  private static final Pattern PASSWORD =
      Pattern.compile("(?i)((?:password|passwd|pwd|secret|token|key)[a-z]*=)[^&;\\s]*");
  private static final Pattern USER_INFO = Pattern.compile("(//|:thin:|:oci:)\\S*@");

  private Masks() {}

  /** The text without passwords. */
  public static String apply(String text) {
    return USER_INFO.matcher(PASSWORD.matcher(text).replaceAll("$1***")).replaceAll("$1***@");
  }
}
