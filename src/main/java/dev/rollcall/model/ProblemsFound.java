package dev.rollcall.model;

import java.util.List;

/** Something cannot be used or done because of problems, which are told all at once. */
public abstract class ProblemsFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With all of them. */
  protected ProblemsFound(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each with its place. */
  public final List<Problem> problems() {
    return problems;
  }
}
