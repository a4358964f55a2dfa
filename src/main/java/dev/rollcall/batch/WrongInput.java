package dev.rollcall.batch;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import java.util.List;

/** What was asked for cannot be done as it was asked: nothing was written. */
public final class WrongInput extends ProblemsFound {

  private static final long serialVersionUID = 1L;

  /** With all problems at once. */
  public WrongInput(List<Problem> problems) {
    super(problems);
  }

  /** With one problem. */
  public WrongInput(Problem problem) {
    this(List.of(problem));
  }

  /** With one problem that has no place. */
  public WrongInput(String what) {
    this(new Problem("", what, ""));
  }
}
