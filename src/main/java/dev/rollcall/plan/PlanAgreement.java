package dev.rollcall.plan;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Assignee;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan that was reviewed and the plan that would be made now have in common, and what they
 * have not. A reviewed plan may come from anywhere: what is sent is always the operation of now,
 * and only where both have it.
 *
 * @param agreed operations of now that were reviewed, in the order of now
 * @param setAside reviewed ones that are not asked for any more, because something has moved
 * @param unasked reviewed ones that nothing asks for, although nothing has moved: no planner ever
 *     made them
 * @param unreviewed operations of now that nobody has reviewed
 */
public record PlanAgreement(
    List<Agreed> agreed,
    List<PlannedOperation> setAside,
    List<PlannedOperation> unasked,
    List<PlannedOperation> unreviewed) {

  /**
   * An operation that both have.
   *
   * @param reviewed its sequence number in the reviewed plan
   */
  public record Agreed(PlannedOperation now, int reviewed) {}

  /** Copies. */
  public PlanAgreement {
    agreed = List.copyOf(agreed);
    setAside = List.copyOf(setAside);
    unasked = List.copyOf(unasked);
    unreviewed = List.copyOf(unreviewed);
  }

  /**
   * Compares them.
   *
   * @param then what the reviewed plan says it was made on
   * @param now the situation from which {@code fresh}, the plan of now, was made
   */
  public static PlanAgreement between(Plan reviewed, PlanBasis then, Plan fresh, PlanInput now) {
    Map<String, PlannedOperation> left = new LinkedHashMap<>();
    reviewed
        .operations()
        .forEach(planned -> left.put(PlanDigest.key(planned.operation()), planned));
    List<Agreed> agreed = new ArrayList<>();
    List<PlannedOperation> unreviewed = new ArrayList<>();
    for (PlannedOperation planned : fresh.operations()) {
      PlannedOperation same = left.remove(PlanDigest.key(planned.operation()));
      if (same == null) {
        unreviewed.add(planned);
      } else {
        agreed.add(new Agreed(planned, same.sequence()));
      }
    }
    Set<String> newlyNoticed = noticed(fresh);
    newlyNoticed.removeAll(noticed(reviewed));
    PlanBasis grounds = PlanBasis.of(now, left.values());
    Map<Boolean, List<PlannedOperation>> byMoved =
        left.values().stream()
            .collect(partitioningBy(planned -> hasMoved(planned, then, grounds, newlyNoticed)));
    return new PlanAgreement(
        agreed,
        byMoved.getOrDefault(true, List.of()),
        byMoved.getOrDefault(false, List.of()),
        unreviewed);
  }

  private static boolean hasMoved(
      PlannedOperation planned, PlanBasis then, PlanBasis now, Set<String> newlyNoticed) {
    Assignee assignee = planned.operation().assignee();
    return !then.stillHoldFor(assignee, now)
        || newlyNoticed.stream().anyMatch(about -> about.endsWith(" " + assignee.label()));
  }

  /** Kind and subject of every finding: their words may tell how long ago something was. */
  private static Set<String> noticed(Plan plan) {
    return plan.findings().stream()
        .map(finding -> finding.kind() + " " + finding.subject())
        .collect(toCollection(HashSet::new));
  }
}
