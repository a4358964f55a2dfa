package dev.rollcall.cli;

import dev.rollcall.apply.Stop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * SIGTERM, Ctrl-C, and SIGHUP, which comes when a terminal is closed or its connection is lost,
 * unless nohup keeps it away: the first asks the run to stop after the request in flight, which
 * leaves it restartable; the second, or {@link #PATIENCE} without an end, stops at once. Where
 * there is no run, the first stops at once.
 */
final class Signals {

  /** Less than a pod's usual grace period of 30 s. */
  static final Duration PATIENCE = Duration.ofSeconds(25);

  private final AtomicBoolean asked = new AtomicBoolean();

  private Signals() {}

  /** From now on signals ask this. */
  static void stop(Stop stop, Terminal terminal, int exitCode) {
    Signals signals = new Signals();
    handle(signal -> signals.received(stop, terminal, exitCode));
  }

  /**
   * From now on a signal ends the process at once, and says so: what a command does that has
   * nothing to finish.
   */
  static void end(Terminal terminal, int exitCode) {
    Signals signals = new Signals();
    handle(signal -> signals.ended(terminal, exitCode));
  }

  /** Has each of them handled like this. */
  static void handle(SignalHandler handler) {
    for (String name : new String[] {"TERM", "INT", "HUP"}) {
      try {
        Signal.handle(new Signal(name), handler);
      } catch (IllegalArgumentException e) {
        // Java was told to leave signals alone (-Xrs): they do what they do to any process.
      }
    }
  }

  private void ended(Terminal terminal, int exitCode) {
    if (!asked.getAndSet(true)) {
      terminal.say(EventKind.SIGNAL, "Stopped, as asked by a signal.");
      terminal.say(Event.ended(exitCode));
      Runtime.getRuntime().halt(exitCode);
    }
  }

  private void received(Stop stop, Terminal terminal, int exitCode) {
    if (asked.getAndSet(true)) {
      terminal.say(Event.ended(exitCode));
      Runtime.getRuntime().halt(exitCode);
    }
    terminal.say(
        EventKind.SIGNAL, "Stopping after the request in flight; once more stops at once.");
    stop.ask(Stop.Cause.SIGNAL);
    Thread patience = new Thread(() -> haltLater(terminal, exitCode), "patience");
    patience.setDaemon(true);
    patience.start();
  }

  private static void haltLater(Terminal terminal, int exitCode) {
    try {
      Thread.sleep(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.say(Event.ended(exitCode));
    Runtime.getRuntime().halt(exitCode);
  }
}
