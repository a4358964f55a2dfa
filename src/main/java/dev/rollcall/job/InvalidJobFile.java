package dev.rollcall.job;

import dev.rollcall.model.Problem;
import java.util.List;

/** A job file that cannot be used; holds all that is wrong with it. */
public final class InvalidJobFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With all that were found. */
  public InvalidJobFile(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each with its place. */
  public List<Problem> problems() {
    return problems;
  }
}
