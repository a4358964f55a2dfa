package dev.rollcall.source.jdbc;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a connection is protected.
 *
 * @param mode empty for what the driver does on its own
 * @param ca the certificates that are trusted, as a PEM file; empty for those Java trusts
 */
public record Tls(Optional<Mode> mode, Optional<Path> ca) {

  /** What the driver does on its own. */
  public static final Tls DRIVERS_OWN = new Tls(Optional.empty(), Optional.empty());

  /** How far the server is checked. */
  public enum Mode {
    /** Not encrypted. */
    DISABLE,
    /** Encrypted, whoever the server is. */
    REQUIRE,
    /** Encrypted, with a server that proves to be the one named in the address. */
    VERIFY_FULL
  }

  /** Checks: authorities that nothing is verified by would only seem to help. */
  public Tls {
    if (ca.isPresent() && mode.filter(each -> each != Mode.VERIFY_FULL).isPresent()) {
      throw new IllegalArgumentException("a ca is for verifying");
    }
  }

  /** The mode; certificates that are named are there to be verified by. */
  Optional<Mode> effective() {
    return mode.isEmpty() && ca.isPresent() ? Optional.of(Mode.VERIFY_FULL) : mode;
  }
}
