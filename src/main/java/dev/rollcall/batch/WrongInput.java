package dev.rollcall.batch;

import dev.rollcall.model.Problem;
import java.util.List;

/** What was asked for cannot be done as it was asked: nothing was written. */
public final class WrongInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With all problems at once. */
  public WrongInput(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** With one problem that has no place. */
  public WrongInput(String what) {
    this(List.of(new Problem("", what, "")));
  }

  /** What is wrong, each with its place. */
  public List<Problem> problems() {
    return problems;
  }
}
