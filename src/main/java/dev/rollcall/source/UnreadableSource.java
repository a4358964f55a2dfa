package dev.rollcall.source;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import java.util.List;

/** A source that cannot be used as a whole: missing, empty, of another kind, or wrongly mapped. */
public final class UnreadableSource extends ProblemsFound {

  private static final long serialVersionUID = 1L;

  /** With one problem: where, what, and what would be right. */
  public UnreadableSource(String where, String what, String remedy) {
    this(List.of(new Problem(where, what, remedy)));
  }

  /** With all that were found. */
  public UnreadableSource(List<Problem> problems) {
    super(problems);
  }
}
