package dev.rollcall.plan;

import dev.rollcall.model.Problem;
import java.util.List;

/** The job file names roles, groups, projects or environments that the workspace does not offer. */
public final class UnknownNames extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With all of them at once. */
  public UnknownNames(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** Each with its place and the nearest valid name. */
  public List<Problem> problems() {
    return problems;
  }
}
