package dev.rollcall.job;

import dev.rollcall.plan.Finding;
import java.util.List;

/**
 * What is said beside a plan because of whom it is for.
 *
 * @param notes sentences about the plan as a whole, shown right above its tally
 */
public record Beside(List<String> notes, List<Finding> findings) {

  /** Nothing. */
  public static final Beside NOTHING = new Beside(List.of(), List.of());

  /** Copies. */
  public Beside {
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }
}
