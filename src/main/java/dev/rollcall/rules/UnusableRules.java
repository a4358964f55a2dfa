package dev.rollcall.rules;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import java.util.List;

/** Conditions of the job file that are no valid CEL. */
public final class UnusableRules extends ProblemsFound {

  private static final long serialVersionUID = 1L;

  /** With all of them at once. */
  public UnusableRules(List<Problem> problems) {
    super(problems);
  }
}
