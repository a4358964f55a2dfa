package dev.rollcall.rules;

import dev.rollcall.model.Problem;
import java.util.List;

/** Conditions of the job file that are no valid CEL. */
public final class UnusableRules extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With all of them at once. */
  public UnusableRules(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each with its line and column. */
  public List<Problem> problems() {
    return problems;
  }
}
