package dev.rollcall.cli;

import dev.rollcall.apply.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Progress for a pipe or a pod: one plain line a phase, and one every ten seconds within it. */
final class ProgressLines implements Progress {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final Clock clock;
  private String name = "";
  private int requests;
  private int done;
  private Instant said = Instant.EPOCH;

  ProgressLines(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public synchronized void phase(String phase, int total) {
    name = phase;
    requests = total;
    done = 0;
    said = clock.instant();
    terminal.say(
        Event.of(
                EventKind.PHASE_STARTED,
                total == 0
                    ? phase + " …"
                    : phase + ": " + total + (total == 1 ? " request" : " requests"))
            .with("phase", phase)
            .with("requests", total));
  }

  @Override
  public synchronized void step(String detail) {
    done++;
    if (Duration.between(said, clock.instant()).compareTo(PAUSE) >= 0) {
      said = clock.instant();
      terminal.say(
          Event.of(
                  EventKind.PHASE_PROGRESS,
                  name + ": " + done + (requests == 0 ? "" : " of " + requests))
              .with("phase", name)
              .with("done", done)
              .with("requests", requests));
    }
  }
}
