package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.security.PlainText;
import java.io.PrintStream;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.Supplier;

/** Events as text: for people, one line each. */
final class PlainMessages implements Messages {

  private final PrintStream err;
  private final Supplier<LocalTime> now;

  PlainMessages(PrintStream err, Supplier<LocalTime> now) {
    this.err = err;
    this.now = now;
  }

  @Override
  public synchronized void say(Event event) {
    if (event.isForText()) {
      err.print(start(event) + PlainText.line(event.message()) + "\n");
    }
  }

  private String start(Event event) {
    return event.kind() == EventKind.LOG
        ? String.format(Locale.ROOT, "%tT %-5s ", now.get(), event.level())
        : event.kind().prefix();
  }

  @Override
  public void about(RunId run) {
    // Whoever reads text knows by the lines around it.
  }
}
