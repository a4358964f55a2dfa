package dev.rollcall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.logging.LogManager;
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
    // Some drivers log on their own, whole addresses too; what matters reaches users as ours.
    LogManager.getLogManager().reset();
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
}
