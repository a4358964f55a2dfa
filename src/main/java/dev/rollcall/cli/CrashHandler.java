package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.security.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is left to do where something went wrong that nobody foresaw, in whatever thread: one line,
 * a file that only its owner can read with what a developer needs, and the code for bugs.
 */
final class CrashHandler implements Thread.UncaughtExceptionHandler {

  private static final int RESERVE = 512 * 1024;
  private static final int LONGEST = 300;

  private final Terminal terminal;
  private final UnaryOperator<String> cleaning;
  private final AtomicBoolean struck = new AtomicBoolean();

  /** Let go of when memory is short, so that there is some to say so. */
  private byte[] reserve = new byte[RESERVE];

  /**
   * Before anything is done.
   *
   * @param cleaning takes out of a text what nobody may see
   */
  CrashHandler(Terminal terminal, UnaryOperator<String> cleaning) {
    this.terminal = terminal;
    this.cleaning = cleaning;
  }

  /** Does the work; whatever it throws becomes an exit code. */
  int over(IntSupplier work) {
    int code;
    try {
      code = work.getAsInt();
    } catch (Throwable e) {
      code = tell(e).code();
    }
    return struck.get() ? ExitCode.UNEXPECTED.code() : code;
  }

  /** Says it. */
  ExitCode tell(Throwable failure) {
    reserve = new byte[0];
    terminal.say(EventKind.COMPLAINT, what(failure) + "; " + kept(failure));
    return ExitCode.UNEXPECTED;
  }

  /** A thread died of it: the command may go on, but it does not end well. */
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    struck.set(true);
    tell(failure);
    if (failure instanceof OutOfMemoryError) {
      // Whoever waits for that thread would wait for ever; a run can be restarted.
      Runtime.getRuntime().halt(ExitCode.UNEXPECTED.code());
    }
  }

  private String what(Throwable failure) {
    if (isMemory(failure)) {
      return "%d MiB of memory are not enough; give Java more, such as ROLLCALL_JAVA_OPTS=-Xmx1g"
          .formatted(Runtime.getRuntime().maxMemory() / (1024 * 1024));
    }
    String text = cleaning.apply(String.valueOf(failure)).replaceAll("[\\p{Cntrl}\\s]+", " ");
    return "this is a bug: " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }

  /** Also where somebody has wrapped it. */
  private static boolean isMemory(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(20)
        .anyMatch(OutOfMemoryError.class::isInstance);
  }

  private String kept(Throwable failure) {
    try {
      // Made for its owner alone, wherever files have owners.
      Path file = Files.createTempFile("rollcall-bug-", ".log");
      Files.writeString(file, PlainText.lines(cleaning.apply(details(failure))));
      return "please report it with " + file;
    } catch (IOException e) {
      return "please report it (the details could not be kept: there is no place for a file)";
    }
  }

  private static String details(Throwable failure) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(Instant.now() + " " + new Version().getVersion()[0]);
    out.println("Java " + Runtime.version() + ", " + System.getProperty("os.name"));
    failure.printStackTrace(out);
    out.flush();
    return text.toString();
  }
}
