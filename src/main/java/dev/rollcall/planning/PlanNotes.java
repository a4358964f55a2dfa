package dev.rollcall.planning;

import dev.rollcall.plan.Finding;
import dev.rollcall.source.Reject;
import java.util.List;

/**
 * Notes on a plan: what is said beside it because of whom it is for.
 *
 * @param notes sentences about the plan as a whole, shown right above its tally
 * @param leftAlone rows of people who are left alone, to be handed back beside those rejected
 */
public record PlanNotes(List<String> notes, List<Finding> findings, List<Reject> leftAlone) {

  /** Nothing. */
  public static final PlanNotes NOTHING = new PlanNotes(List.of(), List.of(), List.of());

  /** Copies. */
  public PlanNotes {
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
    leftAlone = List.copyOf(leftAlone);
  }
}
