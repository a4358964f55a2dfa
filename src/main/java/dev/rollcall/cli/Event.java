package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.safety.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.event.Level;

/**
 * Something that is said on stderr: one line.
 *
 * @param message for people; its words need not be harmless yet
 * @param fields the same for programs: texts, numbers and truths by name
 * @param isForText whether it is said in text too; what stdout tells anyway is not
 */
record Event(
    EventKind kind, Level level, String message, Map<String, Object> fields, boolean isForText) {

  /** Copies. */
  Event {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static Event of(EventKind kind, String message) {
    return new Event(kind, kind.level(), message, Map.of(), true);
  }

  /** A problem with its place and its remedy. */
  static Event of(EventKind kind, Problem problem) {
    return of(kind, problem.toString())
        .with("where", problem.where())
        .with("what", problem.what())
        .with("remedy", problem.remedy());
  }

  /** Equal problems, told once. */
  static Event of(EventKind kind, ProblemGroup problems) {
    Event first = of(kind, problems.first());
    return problems.count() == 1
        ? first
        : of(kind, problems.toString())
            .with("where", problems.first().where())
            .with("what", problems.what())
            .with("remedy", problems.first().remedy())
            .with("count", problems.count());
  }

  static Event of(Violation violation) {
    return of(EventKind.VIOLATION, violation.message())
        .with("rule", violation.rule())
        .with("count", violation.count())
        .with("allowed", violation.allowed());
  }

  /** The last one of every command. */
  static Event ended(int exitCode) {
    return of(
            EventKind.COMMAND_ENDED, "Exit " + exitCode + ": " + ExitCode.meaningOf(exitCode) + ".")
        .with("exit_code", exitCode)
        .at(level(exitCode))
        .onlyForPrograms();
  }

  /** Done, to be looked at, or in vain. */
  private static Level level(int exitCode) {
    return switch (exitCode) {
      case 0, 2 -> Level.INFO;
      case 3, 4, 8 -> Level.WARN;
      default -> Level.ERROR;
    };
  }

  Event with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Event(kind, level, message, more, isForText);
  }

  /** The same with something done to every text of it. */
  Event with(UnaryOperator<String> change) {
    Map<String, Object> changed = new LinkedHashMap<>(fields);
    changed.replaceAll((name, value) -> value instanceof String text ? change.apply(text) : value);
    return new Event(kind, level, change.apply(message), changed, isForText);
  }

  Event at(Level other) {
    return new Event(kind, other, message, fields, isForText);
  }

  Event onlyForPrograms() {
    return new Event(kind, level, message, fields, false);
  }
}
