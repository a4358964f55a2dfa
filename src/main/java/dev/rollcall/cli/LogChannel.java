package dev.rollcall.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** What logs under one name: puts the words together and hands them on. */
final class LogChannel extends LegacyAbstractLogger {

  private final transient Logs logs;

  private LogChannel(String name, Logs logs) {
    this.name = name;
    this.logs = logs;
  }

  static Function<String, Logger> in(Logs logs) {
    return name -> new LogChannel(name, logs);
  }

  @Override
  public boolean isTraceEnabled() {
    return logs.lets(name, Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return logs.lets(name, Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return logs.lets(name, Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return logs.lets(name, Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return logs.lets(name, Level.ERROR);
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      @Nullable Object @Nullable [] values,
      @Nullable Throwable thrown) {
    logs.say(name, level, MessageFormatter.basicArrayFormat(pattern, values));
  }

  /** Only needed where it is said which line of code logged. */
  @Override
  protected String getFullyQualifiedCallerName() {
    return "";
  }
}
