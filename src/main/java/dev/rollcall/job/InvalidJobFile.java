package dev.rollcall.job;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import java.util.List;

/** A job file that cannot be used; holds all that is wrong with it. */
public final class InvalidJobFile extends ProblemsFound {

  private static final long serialVersionUID = 1L;

  /** With all that were found. */
  public InvalidJobFile(List<Problem> problems) {
    super(problems);
  }
}
