package dev.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Takes what a library prints past us and says each line of it as an event. Where it prints a stack
 * trace, only the first line is said.
 */
final class EventLines extends OutputStream {

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Consumer<String> said;

  private EventLines(Consumer<String> said) {
    this.said = said;
  }

  /** A stream whose lines are events of this kind. */
  static PrintStream of(Consumer<String> said) {
    return new PrintStream(new EventLines(said), true, StandardCharsets.UTF_8);
  }

  /** From now on nothing reaches the process's own streams but through these messages. */
  static void takeOver(Messages messages) {
    System.setOut(of(line -> messages.say(log(line, "stdout"))));
    System.setErr(of(line -> messages.say(log(line, "stderr"))));
  }

  private static Event log(String line, String stream) {
    return Event.of(EventKind.LOG, line).at(org.slf4j.event.Level.WARN).with("logger", stream);
  }

  @Override
  public synchronized void write(int b) {
    if (b != '\n') {
      line.write(b);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
    line.reset();
    if (!text.isEmpty() && !isTrace(text)) {
      said.accept(text);
    }
  }

  private static boolean isTrace(String text) {
    String entry = text.stripLeading();
    return text.startsWith("Caused by: ")
        || entry.length() < text.length()
            && (entry.startsWith("at ")
                || entry.startsWith("... ") && Character.isDigit(entry.codePointAt(4))
                || entry.startsWith("Suppressed: "));
  }
}
