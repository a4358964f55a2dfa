package dev.rollcall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.logging.LogManager;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** Sets up logging to stderr as the options ask. */
final class Logs {

  /** No stack traces: those are for whoever reads the logs as JSON. */
  private static final String PATTERN = "%d{HH:mm:ss} %-5level %msg%n%nopex";

  private Logs() {}

  /** Errors only, ours in detail when verbose; as text, or a JSON object a line. */
  static void setUp(Terminal terminal, ProcessOptions options) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("dev.rollcall").setLevel(options.verbose ? Level.INFO : Level.WARN);
    Encoder<ILoggingEvent> encoder =
        new DiscreetEncoder(encoder(options.logFormat, context), terminal.discretion());
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    // Some drivers log on their own, whole addresses too; what matters reaches users as ours.
    LogManager.getLogManager().reset();
  }

  private static Encoder<ILoggingEvent> encoder(
      ProcessOptions.LogFormat format, LoggerContext context) {
    if (format == ProcessOptions.LogFormat.json) {
      LogstashEncoder encoder = new LogstashEncoder();
      encoder.setContext(context);
      return encoder;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    return encoder;
  }
}
