package dev.rollcall.export;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import java.util.List;

/** Nothing was exported, and why. */
public final class CannotExport extends ProblemsFound {

  private static final long serialVersionUID = 1L;

  CannotExport(List<Problem> problems) {
    super(problems);
  }

  CannotExport(String where, String what, String remedy) {
    this(List.of(new Problem(where, what, remedy)));
  }
}
