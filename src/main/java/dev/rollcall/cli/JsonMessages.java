package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.report.JsonLine;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Events as JSON: for programs, one object a line. */
final class JsonMessages implements Messages {

  private final PrintStream err;
  private final Clock clock;
  private Optional<RunId> run = Optional.empty();

  JsonMessages(PrintStream err, Clock clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public synchronized void say(Event event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.instant().toString());
    line.put("level", event.level().name().toLowerCase(Locale.ROOT));
    line.put("event", event.kind().key());
    line.put("message", event.message());
    run.ifPresent(id -> line.put("run", id.value()));
    line.putAll(event.fields());
    err.print(JsonLine.of(line) + "\n");
  }

  @Override
  public synchronized void about(RunId id) {
    run = Optional.of(id);
  }
}
