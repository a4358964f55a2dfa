package dev.rollcall.tenant.http;

import java.util.Optional;

/** A secret token. Only the transport can read it; printing it gives stars. */
public final class BearerToken extends Credential {

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
    fault(secret)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("the token " + fault);
            });
    return new BearerToken(secret.strip());
  }

  /** Why a text can be no token, as the end of a sentence about it; nothing of it is told. */
  public static Optional<String> fault(String secret) {
    String stripped = secret.strip();
    if (stripped.isEmpty()) {
      return Optional.of("is blank");
    }
    if (stripped.lines().count() > 1) {
      return Optional.of("holds a second line");
    }
    if (stripped.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      return Optional.of("holds a blank");
    }
    return stripped.chars().allMatch(c -> c > ' ' && c < 127)
        ? Optional.empty()
        : Optional.of("holds a character that no header can carry");
  }

  @Override
  String header() {
    return "Bearer " + secret;
  }
}
