package dev.rollcall.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, progress and complaints to {@code err}.
 *
 * @param interactive whether a person watches {@code err}: colour and a progress bar make sense
 * @param environment the process environment
 * @param discretion what must not be written
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Map<String, String> environment,
    Discretion discretion) {

  /** Checks. */
  public Terminal {
    requireNonNull(out, "out");
    requireNonNull(err, "err");
    requireNonNull(environment, "environment");
    requireNonNull(discretion, "discretion");
  }

  /** One for a command that knows no secret yet. */
  public Terminal(
      PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {
    this(out, err, interactive, environment, new Discretion());
  }

  /** The process's own. A console is there only where neither input nor output is redirected. */
  public static Terminal ofProcess() {
    return new Terminal(
        new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
        new PrintStream(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
        System.console() != null,
        System.getenv());
  }

  /** Whether to colour, by the rules of no-color.org. */
  public boolean colours(boolean switchedOff) {
    return interactive
        && !switchedOff
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
