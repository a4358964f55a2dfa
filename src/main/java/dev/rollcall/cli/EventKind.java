package dev.rollcall.cli;

import org.slf4j.event.Level;

/**
 * What can be said on stderr. The names are for programs that read {@code --log-format json}: they
 * stay as they are.
 */
enum EventKind {
  RUN_STARTED("run.started", Level.INFO, ""),
  PHASE_STARTED("phase.started", Level.INFO, ""),
  PHASE_PROGRESS("phase.progress", Level.INFO, ""),
  NOTE("note", Level.INFO, ""),
  REMARK("remark", Level.INFO, EventKind.PREFIX),
  WARNING("warning", Level.WARN, EventKind.PREFIX),
  PROBLEM("problem", Level.WARN, EventKind.PREFIX),
  VIOLATION("violation", Level.WARN, ""),
  SIGNAL("signal", Level.WARN, ""),
  COMPLAINT("complaint", Level.ERROR, EventKind.PREFIX),
  USAGE("usage", Level.ERROR, EventKind.PREFIX),
  HINT("hint", Level.INFO, ""),
  LOG("log", Level.INFO, ""),
  COMMAND_ENDED("command.ended", Level.INFO, "");

  private static final String PREFIX = "rollcall: ";

  private final String key;
  private final Level level;
  private final String prefix;

  EventKind(String key, Level level, String prefix) {
    this.key = key;
    this.level = level;
    this.prefix = prefix;
  }

  /** Its name in JSON. */
  String key() {
    return key;
  }

  Level level() {
    return level;
  }

  /** What stands before it in text. */
  String prefix() {
    return prefix;
  }
}
