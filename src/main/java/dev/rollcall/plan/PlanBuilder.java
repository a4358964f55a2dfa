package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan in the making: collects in any order, leaves out what is switched off, sorts at the end.
 */
final class PlanBuilder {

  /** How often in a row an operation was applied before it is said to recur. */
  private static final int RECURRENCES = 2;

  private final ReconciliationTerms comparison;
  private final List<PlannedOperation> operations = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  PlanBuilder(ReconciliationTerms comparison) {
    this.comparison = comparison;
  }

  /** Plans an operation, unless its kind is switched off. */
  void add(Stage stage, Operation operation, Reason reason, Cause cause) {
    PlannedOperation planned =
        new PlannedOperation(
            0, stage, operation, reason, cause.origin(), cause.rule(), cause.note());
    if (isSwitchedOn(planned)) {
      operations.add(planned);
    }
  }

  /** What is planned so far that gives a right. */
  List<PlannedOperation> giving() {
    return operations.stream()
        .filter(
            planned ->
                planned.operation().changes().stream()
                    .anyMatch(change -> change.after().isPresent()))
        .toList();
  }

  /** Notes something that nothing is done about. */
  void find(Finding.Kind kind, String subject, String detail, Cause cause) {
    findings.add(new Finding(kind, subject, detail, cause.origin()));
  }

  /** Notes what is not changed because nobody can tell what is there now. */
  void leaveAlone(Email email, Entitlement entitlement) {
    find(
        Finding.Kind.INCOMPLETE_KNOWLEDGE,
        email.address(),
        "left as is: "
            + entitlement
            + " may be missing or too much, but the list could not be read whole",
        Cause.of(comparison.desired(), email, entitlement));
  }

  /** Notes names in a roster that the workspace does not offer. */
  void complain(List<Problem> more) {
    problems.addAll(more);
  }

  /** The operations in plan order, numbered. */
  List<PlannedOperation> operations() {
    List<PlannedOperation> sorted = operations.stream().sorted(PlanOrder.OPERATIONS).toList();
    List<PlannedOperation> numbered = new ArrayList<>(sorted.size());
    for (PlannedOperation planned : sorted) {
      numbered.add(planned.at(numbered.size() + 1));
    }
    return numbered;
  }

  /** The findings, sorted, with those about recurring operations. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    operations.stream().filter(this::recurs).map(PlanBuilder::recurring).forEach(all::add);
    return all.stream().sorted(PlanOrder.FINDINGS).distinct().toList();
  }

  /** The problems, by person. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private boolean isSwitchedOn(PlannedOperation planned) {
    OperationSwitches switches = comparison.switches();
    if (Joins.of(planned).isPresent()) {
      return switches.invites();
    }
    boolean changes = switches.changes() || planned.reason() == Reason.LEAVER;
    return changes && (switches.removals() || !takes(planned));
  }

  private static boolean takes(PlannedOperation planned) {
    if (planned.stage() == Stage.REVOCATIONS || planned.stage() == Stage.REMOVALS) {
      return true;
    }
    return planned.operation().changes().stream().anyMatch(Change::isLoss);
  }

  private boolean recurs(PlannedOperation planned) {
    var recurring = comparison.situation().history().recurring();
    // The key is a long text: not worth making where nothing is remembered.
    return !recurring.isEmpty()
        && recurring.getOrDefault(PlanDigest.key(planned.operation()), 0) >= RECURRENCES;
  }

  private static Finding recurring(PlannedOperation planned) {
    return new Finding(
        Finding.Kind.MANAGED_ELSEWHERE,
        planned.operation().assignee().label(),
        "the same change was made by the last runs and was undone each time: something else, such"
            + " as an identity provider, manages it too ("
            + PlanDigest.key(planned.operation())
            + ")",
        planned.origin());
  }
}
