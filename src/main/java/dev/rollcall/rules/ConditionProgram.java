package dev.rollcall.rules;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.source.columns.DoubtfulCell;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the text of a condition says, wherever it stands and whatever the day.
 *
 * @param mentions what it speaks of
 */
record ConditionProgram(CelRuntime.Program program, ConditionReferences mentions) {

  /**
   * The condition on a day.
   *
   * @param text where it stands
   * @param complaints takes the problem where it would run too long
   */
  ConditionCompiler.Condition on(
      LocalDate today, ConditionText text, Consumer<Problem> complaints) {
    Dated dated = new Dated(this, today.toString(), text);
    if (dated.runsTooLong()) {
      complaints.accept(
          new ConditionErrors(text)
              .whole(
                  "goes through more than "
                      + ConditionLanguage.MOST_ITERATIONS
                      + " combinations of list items",
                  text.remedy()));
    }
    return mentions.anyAttribute() ? dated : new RememberedCondition(dated);
  }

  private Object asked(Map<String, String> person, String today) throws CelEvaluationException {
    return program.eval(Map.of("person", person, "today", today));
  }

  /** What an exception says, in one line. */
  static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  private record Dated(ConditionProgram said, String today, ConditionText text)
      implements ConditionCompiler.Condition {

    /** Tried on somebody of whom nothing is known: lists are as long as for anybody. */
    boolean runsTooLong() {
      try {
        said.asked(PersonView.BLANK, today);
        return false;
      } catch (CelEvaluationException e) {
        return e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED;
      }
    }

    @Override
    public Optional<Boolean> holds(Map<String, String> person, List<Problem> problems, Origin row) {
      try {
        return Optional.of(Boolean.TRUE.equals(said.asked(person, today)));
      } catch (CelEvaluationException | RuntimeException e) {
        if (!isDoubt(e)) {
          String remedy = "see " + text.origin() + "; or mend the row";
          problems.add(Problem.at(row, text.named(inWords(firstLine(e))), remedy));
        }
        return Optional.empty();
      }
    }

    @Override
    public ConditionReferences mentions() {
      return said.mentions();
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
  }
}
