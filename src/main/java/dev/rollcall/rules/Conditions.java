package dev.rollcall.rules;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the text of a condition into a program that cannot run away, or into problems. */
final class Conditions {

  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 100;
  private static final int MOST_ITERATIONS = 1_000;

  private final Cel cel;
  private final String today;

  Conditions(LocalDate today) {
    this.today = today.toString();
    this.cel =
        CelFactory.standardCelBuilder()
            .setOptions(
                CelOptions.current()
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(DEEPEST)
                    .comprehensionMaxIterations(MOST_ITERATIONS)
                    .maxRegexProgramSize(MOST_ITERATIONS)
                    .build())
            // Not has(): a missing attribute is blank. Not map and filter: they build lists.
            .setStandardMacros(
                CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
            .addVar("person", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("today", SimpleType.STRING)
            .addCompilerLibraries(CelExtensions.strings(Function.LOWER_ASCII, Function.TRIM))
            .addRuntimeLibraries(CelExtensions.strings(Function.LOWER_ASCII, Function.TRIM))
            .setResultType(SimpleType.BOOL)
            .build();
  }

  /** The condition of a rule; empty where it is no valid one, with the problems added. */
  Optional<Condition> compile(Rule rule, List<Problem> problems) {
    if (rule.when().isBlank()) {
      String remedy = "write when: \"true\" for everybody";
      problems.add(Problem.at(rule.origin(), "rule \"" + rule.name() + "\" has no when", remedy));
      return Optional.empty();
    }
    try {
      CelValidationResult checked = cel.compile(rule.when());
      if (checked.hasError()) {
        problems.addAll(problems(rule, checked));
        return Optional.empty();
      }
      return Optional.of(new Program(rule, cel.createProgram(checked.getAst()), today));
    } catch (CelValidationException | CelEvaluationException | RuntimeException e) {
      // A text the parser itself stumbles over; whatever it says, it is about this rule.
      problems.add(Problem.at(rule.origin(), what(rule, firstLine(e)), ""));
      return Optional.empty();
    }
  }

  private static List<Problem> problems(Rule rule, CelValidationResult checked) {
    List<Problem> problems = new ArrayList<>();
    checked
        .getErrors()
        .forEach(
            issue -> {
              int line = issue.getSourceLocation().getLine();
              int column = issue.getSourceLocation().getColumn();
              String where = where(rule.origin(), line, column);
              problems.add(
                  new Problem(where, what(rule, issue.getMessage()), remedy(issue.getMessage())));
            });
    return problems;
  }

  /** The place in the job file of a place in the condition's own text. */
  private static String where(Origin origin, int line, int column) {
    if (line < 1 || column < 0 || origin.column() < 0) {
      return origin.toString();
    }
    int offset = line == 1 ? origin.column() : 0;
    return origin.place().label() + ":" + (origin.row() + line - 1) + ":" + (offset + column + 1);
  }

  private static String what(Rule rule, String message) {
    return "rule \"" + rule.name() + "\": " + message.lines().findFirst().orElse("");
  }

  private static String remedy(String message) {
    if (message.contains("'has'")) {
      return "a missing attribute is blank: compare it with \"\"";
    }
    if (message.contains("undeclared reference")) {
      return "conditions see person.<column> and today, and texts in quotes";
    }
    return message.contains("expected type 'bool'") ? "a condition must be true or false" : "";
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  /** A condition that is ready to be asked. */
  interface Condition {

    /** Whether it holds; empty where it could not be told, with the problem added. */
    Optional<Boolean> holds(Map<String, String> person, List<Problem> problems, Origin row);
  }

  private record Program(Rule rule, CelRuntime.Program program, String today) implements Condition {

    @Override
    public Optional<Boolean> holds(Map<String, String> person, List<Problem> problems, Origin row) {
      try {
        Object result = program.eval(Map.of("person", person, "today", today));
        return Optional.of(Boolean.TRUE.equals(result));
      } catch (CelEvaluationException | RuntimeException e) {
        String remedy = "see " + rule.origin() + "; or mend the row";
        problems.add(Problem.at(row, what(rule, firstLine(e)), remedy));
        return Optional.empty();
      }
    }
  }
}
