package dev.rollcall.job.spec;

import java.util.regex.Pattern;

/** The name of a job or of a source: small letters, digits and hyphens. */
public record JobName(String text) {

  /** What is right, for people. */
  static final String EXPECTED = "a name of small letters, digits and hyphens";

  /** The same for a schema. */
  static final String PATTERN = "^[a-z0-9-]+$";

  private static final Pattern VALID = Pattern.compile(PATTERN);

  /** Checks how it is written. */
  public JobName {
    if (!VALID.matcher(text).matches()) {
      throw new IllegalArgumentException("write it like nightly or hr-people");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
