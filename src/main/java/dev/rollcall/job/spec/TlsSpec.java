package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.source.jdbc.Tls;
import java.util.Optional;

/**
 * How the connection to a database is protected.
 *
 * @param mode empty for what the driver does on its own
 * @param ca the certificates that are trusted
 */
public record TlsSpec(Optional<Tls.Mode> mode, Optional<ResolvedPath> ca) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "mode",
              "disable, require: encrypted, or verify-full: encrypted, and the server checked."),
          Key.of(
              "ca",
              "The certificates that are trusted, as a PEM file; those of Java where left out."));

  /** Checks: certificates that nothing is checked by would only seem to help. */
  public TlsSpec {
    if (mode.isEmpty() && ca.isEmpty()) {
      throw new WrongValue("", "says nothing", "write mode: verify-full");
    }
    if (ca.isPresent() && mode.filter(each -> each != Tls.Mode.VERIFY_FULL).isPresent()) {
      throw new WrongValue("ca", "has no effect in this mode", "write mode: verify-full");
    }
  }
}
