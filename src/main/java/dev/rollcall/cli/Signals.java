package dev.rollcall.cli;

import dev.rollcall.apply.Stop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * SIGTERM and Ctrl-C: the first asks the run to stop after the request in flight, which leaves it
 * restartable; the second, or {@link #PATIENCE} without an end, stops at once.
 */
final class Signals {

  /** Less than a pod's usual grace period of 30 s. */
  static final Duration PATIENCE = Duration.ofSeconds(25);

  private final AtomicBoolean asked = new AtomicBoolean();

  private Signals() {}

  /** From now on signals ask this. */
  static void stop(Stop stop, Terminal terminal, int exitCode) {
    Signals signals = new Signals();
    for (String name : new String[] {"TERM", "INT"}) {
      Signal.handle(new Signal(name), signal -> signals.received(stop, terminal, exitCode));
    }
  }

  private void received(Stop stop, Terminal terminal, int exitCode) {
    if (asked.getAndSet(true)) {
      terminal.messages().say(Event.ended(exitCode));
      Runtime.getRuntime().halt(exitCode);
    }
    terminal
        .messages()
        .say(EventKind.SIGNAL, "Stopping after the request in flight; once more stops at once.");
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
    terminal.messages().say(Event.ended(exitCode));
    Runtime.getRuntime().halt(exitCode);
  }
}
