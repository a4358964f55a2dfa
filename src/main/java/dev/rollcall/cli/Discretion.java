package dev.rollcall.cli;

import static java.util.Objects.requireNonNull;

import dev.rollcall.security.Secrets;

/**
 * What a command must keep to itself, as far as it knows by now: the last fence before a message or
 * a log line is written, for what nobody has thought of.
 */
final class Discretion {

  private volatile Secrets secrets = Secrets.none();

  /** From now on these too. */
  void keep(Secrets more) {
    secrets = secrets.and(requireNonNull(more, "more"));
  }

  /** The text without any of them. */
  String hide(String text) {
    return secrets.hide(text);
  }
}
