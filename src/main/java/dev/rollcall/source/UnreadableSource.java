package dev.rollcall.source;

import dev.rollcall.model.Problem;
import java.util.List;

/** A source that cannot be used as a whole: missing, empty, of another kind, or wrongly mapped. */
public final class UnreadableSource extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With one problem: where, what, and what would be right. */
  public UnreadableSource(String where, String what, String remedy) {
    this(List.of(new Problem(where, what, remedy)));
  }

  /** With all that were found. */
  public UnreadableSource(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each with its place. */
  public List<Problem> problems() {
    return problems;
  }
}
