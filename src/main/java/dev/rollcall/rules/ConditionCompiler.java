package dev.rollcall.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.source.columns.DoubtfulCell;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiler of conditions: turns the text of one into a program that cannot run away, or into
 * problems.
 */
final class ConditionCompiler {

  static final int LONGEST = 4_000;
  private static final int DEEPEST = 100;
  private static final int MOST_ITERATIONS = 1_000;
  private static final int MOST_PATTERN_STEPS = 1_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .maxRegexProgramSize(MOST_PATTERN_STEPS)
          .build();

  private static final CelStringExtensions EXTENSIONS =
      CelExtensions.strings(Function.LOWER_ASCII, Function.TRIM);

  /** What every condition is written in; made once, for that takes longer than any condition. */
  private static final CelCompiler CEL =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          // Not has(): a missing attribute is blank. Not map and filter: they build lists.
          .setStandardMacros(
              CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
          .addVar("person", MapType.create(SimpleType.STRING, SimpleType.STRING))
          .addVar("today", SimpleType.STRING)
          .addLibraries(EXTENSIONS)
          // Not what comes out of it, which setResultType can say: that sets up Protocol Buffers.
          .build();

  private final String today;
  private final StandardFunctions functions = new StandardFunctions(OPTIONS, EXTENSIONS);

  ConditionCompiler(LocalDate today) {
    this.today = today.toString();
  }

  /** The condition, ready to be asked; empty where it is none, with the problems added. */
  Optional<Condition> compile(ConditionText text, List<Problem> problems) {
    ConditionErrors mistakes = new ConditionErrors(text);
    if (text.text().isBlank()) {
      String remedy = "write " + text.key() + ": \"true\" for everybody";
      problems.add(Problem.at(text.origin(), text.owner() + " has no " + text.key(), remedy));
      return Optional.empty();
    }
    int before = problems.size();
    Optional<Condition> condition = Optional.empty();
    try {
      condition = compile(text, mistakes, problems);
    } catch (CelValidationException | CelEvaluationException | RuntimeException e) {
      // A text the parser itself stumbles over; whatever it says, it is about this text.
      problems.add(mistakes.whole(firstLine(e), ""));
    } catch (StackOverflowError e) {
      problems.add(mistakes.whole("the condition is nested too deeply", text.remedy()));
    }
    return problems.size() > before ? Optional.empty() : condition;
  }

  private Optional<Condition> compile(
      ConditionText text, ConditionErrors mistakes, List<Problem> problems)
      throws CelValidationException, CelEvaluationException {
    CelValidationResult checked = CEL.compile(text.text());
    if (checked.hasError()) {
      problems.addAll(mistakes.of(checked.getErrors()));
      return Optional.empty();
    }
    CelAbstractSyntaxTree syntax = checked.getAst();
    CelType result = syntax.getResultType();
    if (!result.equals(SimpleType.BOOL) && !result.equals(SimpleType.DYN)) {
      int offset = syntax.getSource().getPositionsMap().getOrDefault(syntax.getExpr().id(), 0);
      problems.add(mistakes.undecided(CelTypes.format(result), offset));
      return Optional.empty();
    }
    ConditionReferences.checkPatterns(
        syntax,
        MOST_PATTERN_STEPS,
        (offset, what) -> problems.add(mistakes.at(offset, what, "write a smaller, valid one")));
    CelRuntime.Program ready = functions.neededBy(syntax).createProgram(syntax);
    Program program = new Program(text, ready, today, ConditionReferences.of(syntax));
    if (program.runsTooLong()) {
      problems.add(
          mistakes.whole(
              "goes through more than " + MOST_ITERATIONS + " combinations of list items",
              text.remedy()));
    }
    return Optional.of(
        program.mentions().anyAttribute() ? program : new RememberedCondition(program));
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  private static boolean isDoubt(Throwable thrown) {
    return thrown instanceof DoubtfulCell
        || thrown.getCause() != null && thrown.getCause() != thrown && isDoubt(thrown.getCause());
  }

  /** Without where in the parser, and about the text that is no number. */
  private static String inWords(String message) {
    return message
        .replaceFirst("^evaluation error( at <input>:\\d+)?: ", "")
        .replaceFirst("^For input string: (\".*\").*", "$1 is no number that int() can read")
        .replaceFirst("^empty String$", "a blank is no number");
  }

  /** A condition that is ready to be asked. */
  interface Condition {

    /**
     * Whether it holds; empty where it could not be told: with the problem added, unless it hangs
     * on a cell that is in doubt, of which is told elsewhere.
     */
    Optional<Boolean> holds(Map<String, String> person, List<Problem> problems, Origin row);

    /** What it speaks of. */
    ConditionReferences mentions();
  }

  private record Program(
      ConditionText text, CelRuntime.Program program, String today, ConditionReferences mentions)
      implements Condition {

    /** Tried on somebody of whom nothing is known: lists are as long as for anybody. */
    boolean runsTooLong() {
      try {
        program.eval(Map.of("person", PersonView.BLANK, "today", today));
        return false;
      } catch (CelEvaluationException e) {
        return e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED;
      }
    }

    @Override
    public Optional<Boolean> holds(Map<String, String> person, List<Problem> problems, Origin row) {
      try {
        Object result = program.eval(Map.of("person", person, "today", today));
        return Optional.of(Boolean.TRUE.equals(result));
      } catch (CelEvaluationException | RuntimeException e) {
        if (!isDoubt(e)) {
          String remedy = "see " + text.origin() + "; or mend the row";
          problems.add(Problem.at(row, text.named(inWords(firstLine(e))), remedy));
        }
        return Optional.empty();
      }
    }
  }
}
