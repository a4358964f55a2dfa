package dev.rollcall.plan;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import java.util.List;

/** The job file names roles, groups, projects or environments that the workspace does not offer. */
public final class UnknownNames extends ProblemsFound {

  private static final long serialVersionUID = 1L;

  /** With all of them at once. */
  public UnknownNames(List<Problem> problems) {
    super(problems);
  }
}
