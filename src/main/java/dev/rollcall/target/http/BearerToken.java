package dev.rollcall.target.http;

import static java.util.Objects.requireNonNull;

/** A secret token. Only the transport can read it; printing it gives stars. */
public final class BearerToken {

  private final String secret;

  private BearerToken(String secret) {
    this.secret = secret;
  }

  /**
   * Takes a token as it was configured; surrounding blanks, such as the line end of a mounted file,
   * are dropped.
   *
   * @throws IllegalArgumentException where it is blank or holds what no header can carry
   */
  public static BearerToken of(String secret) {
    String stripped = requireNonNull(secret, "secret").strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("the token is blank");
    }
    if (!stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("the token holds blanks or characters outside ASCII");
    }
    return new BearerToken(stripped);
  }

  /** The value of the {@code Authorization} header; for the transport alone. */
  String header() {
    return "Bearer " + secret;
  }

  @Override
  public String toString() {
    return "***";
  }
}
