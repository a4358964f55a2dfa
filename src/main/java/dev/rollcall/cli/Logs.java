package dev.rollcall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Hands what is logged, by us or by a library, to the {@link Messages}. Never a stack trace. */
final class Logs {

  private Logs() {}

  /** Errors only, ours in detail when verbose. */
  static void setUp(Terminal terminal, ProcessOptions options) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("dev.rollcall").setLevel(options.verbose ? Level.INFO : Level.WARN);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    Said said = new Said(terminal.messages());
    said.setContext(context);
    said.start();
    root.addAppender(said);
    LogManager.getLogManager().reset();
    java.util.logging.Logger.getLogger("").addHandler(new SaidByJdk(terminal.messages()));
  }

  private static Event event(String logger, String message, org.slf4j.event.Level level) {
    return Event.of(EventKind.LOG, message).at(level).with("logger", logger);
  }

  /** What is logged through SLF4J. */
  private static final class Said extends AppenderBase<ILoggingEvent> {

    private final Messages messages;

    Said(Messages messages) {
      this.messages = messages;
    }

    @Override
    protected void append(ILoggingEvent logged) {
      messages.say(
          event(
              logged.getLoggerName(),
              logged.getFormattedMessage(),
              org.slf4j.event.Level.valueOf(logged.getLevel().toString())));
    }
  }

  /** What the JDK and some drivers log in the JDK's way; only what is worth a warning. */
  private static final class SaidByJdk extends Handler {

    private final Messages messages;

    SaidByJdk(Messages messages) {
      this.messages = messages;
      setLevel(java.util.logging.Level.WARNING);
      setFormatter(new SimpleFormatter());
    }

    @Override
    public void publish(LogRecord logged) {
      if (isLoggable(logged)) {
        boolean isError = logged.getLevel().intValue() > java.util.logging.Level.WARNING.intValue();
        messages.say(
            event(
                String.valueOf(logged.getLoggerName()),
                getFormatter().formatMessage(logged),
                isError ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.WARN));
      }
    }

    @Override
    public void flush() {
      // Every line is said at once.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
