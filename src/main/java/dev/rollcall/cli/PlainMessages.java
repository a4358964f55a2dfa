package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.security.PlainText;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;

/** Events as text: for people, one line each. */
final class PlainMessages implements Messages {

  private final PrintStream err;
  private final Clock clock;

  PlainMessages(PrintStream err, Clock clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public synchronized void say(Event event) {
    if (event.isForText()) {
      err.print(start(event) + PlainText.line(event.message()) + "\n");
    }
  }

  private String start(Event event) {
    return event.kind() == EventKind.LOG
        ? String.format(Locale.ROOT, "%tT %-5s ", LocalTime.now(clock), event.level())
        : event.kind().prefix();
  }

  @Override
  public void about(RunId run) {
    // Whoever reads text knows by the lines around it.
  }
}
