package dev.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hands what is logged, by us or by a library, to the {@link Messages}: errors and warnings, ours
 * in detail when verbose. Never a stack trace. Before a command has said where to, nothing is kept.
 */
final class Logs implements ILoggerFactory {

  private static final String OURS = "dev.rollcall.";

  /** What these have to say reaches users as our own message and exit code. */
  private static final List<String> SILENT =
      List.of(
          "org.springframework.",
          "com.zaxxer.hikari.",
          "org.flywaydb.",
          "org.apache.hc.",
          "org.apache.poi.",
          "org.apache.xmlbeans.",
          "org.mariadb.jdbc.");

  private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
  private volatile Destination destination = new Destination(Optional.empty(), false);

  /** Where logs go. */
  private record Destination(Optional<Messages> messages, boolean verbose) {}

  /** From now on logs of the process are said here. */
  static void setUp(Terminal terminal, ProcessOptions options) {
    nameProvider();
    if (LoggerFactory.getILoggerFactory() instanceof Logs logs) {
      logs.destination = new Destination(Optional.of(terminal.messages()), options.verbose.given());
    }
    SilentDrivers.setUp();
  }

  /** Else SLF4J looks for one in each jar; and it would say that it was told. */
  private static void nameProvider() {
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, LogsProvider.class.getName());
  }

  @Override
  public Logger getLogger(String name) {
    return loggers.computeIfAbsent(name, LogChannel.in(this));
  }

  /** Whether what is logged under this name is worth saying. */
  boolean lets(String name, Level level) {
    Destination to = destination;
    int least = to.verbose() && name.startsWith(OURS) ? Level.INFO.toInt() : Level.WARN.toInt();
    return to.messages().isPresent()
        && level.toInt() >= least
        && SILENT.stream().noneMatch(name::startsWith);
  }

  /** Says it. */
  void say(String name, Level level, @Nullable String message) {
    Event event = Event.of(EventKind.LOG, String.valueOf(message)).at(level).with("logger", name);
    destination.messages().ifPresent(messages -> messages.say(event));
  }
}
