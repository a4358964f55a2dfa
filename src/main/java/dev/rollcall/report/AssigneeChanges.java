package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Assignee;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.ResourceCreations;
import dev.rollcall.report.OperationSummary.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person or a group with all operations on them: how people read a plan. */
public record AssigneeChanges(Assignee assignee, List<OperationRecord> operations) {

  private static final Comparator<AssigneeChanges> TROUBLE_FIRST =
      Comparator.comparing(AssigneeChanges::isPerson)
          .thenComparing(
              subject -> subject.operations().stream().noneMatch(AssigneeChanges::needsAttention))
          .thenComparing(AssigneeChanges::label);

  /** Groups before people; of each, those that need attention first, so that no cut hides them. */
  static List<AssigneeChanges> of(Collection<OperationRecord> operations) {
    Map<Assignee, List<OperationRecord>> gathered = new HashMap<>();
    for (OperationRecord record : operations) {
      gathered
          .computeIfAbsent(record.planned().operation().assignee(), who -> new ArrayList<>(4))
          .add(record);
    }
    return gathered.entrySet().stream()
        .map(entry -> new AssigneeChanges(entry.getKey(), entry.getValue()))
        .sorted(TROUBLE_FIRST)
        .toList();
  }

  boolean isPerson() {
    return assignee.person().isPresent();
  }

  /** What it is called: {@code group}; {@code person} where it is one. */
  String noun() {
    return assignee.group().map(group -> group.kind().noun().one()).orElse("person");
  }

  /** With what it is, unless it is a person: {@code group Finance}. */
  String title() {
    return isPerson() ? label() : noun() + " " + label();
  }

  String label() {
    return assignee.label();
  }

  /** The full name, where an operation tells it. */
  String name() {
    return operations.stream()
        .flatMap(record -> Joins.of(record.planned()).stream())
        .map(Operation.Join::name)
        .findFirst()
        .orElse("");
  }

  /** What happens to the person or group as a whole; a decision that is needed outweighs it. */
  Mark mark() {
    if (operations.stream().anyMatch(AssigneeChanges::needsDecision)) {
      return Mark.DECIDE;
    }
    boolean isDeleted =
        operations.stream()
            .allMatch(record -> record.planned().operation().verb() == Operation.Verb.UNDEFINE);
    if (isDeleted
        || operations.stream().anyMatch(record -> record.planned().reason() == Reason.LEAVER)) {
      return Mark.TAKE;
    }
    return operations.stream().anyMatch(AssigneeChanges::begins) ? Mark.ADD : Mark.CHANGE;
  }

  public static boolean needsDecision(OperationRecord record) {
    return record.state() == OperationState.HELD;
  }

  private static boolean needsAttention(OperationRecord record) {
    return switch (record.state()) {
      case APPLIED, ALREADY_SO -> record.verification() == Verification.DIFFERS;
      case PENDING, DEFERRED -> false;
      default -> true;
    };
  }

  /** Whether it makes what was not there, or brings somebody back. */
  private static boolean begins(OperationRecord record) {
    return switch (record.planned().stage()) {
      case ACCOUNTS -> true;
      case ROLES, GROUPS -> ResourceCreations.isNew(record.planned());
      case ADDITIONS -> record.planned().reason() == Reason.JOINER;
      case REVOCATIONS, REMOVALS -> false;
    };
  }
}
