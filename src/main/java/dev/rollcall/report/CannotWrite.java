package dev.rollcall.report;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import java.util.List;

/** A file that was asked for cannot be written, or must not be. */
public final class CannotWrite extends ProblemsFound {

  private static final long serialVersionUID = 1L;

  CannotWrite(Problem problem) {
    super(List.of(problem));
  }
}
