package dev.rollcall.safety;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;

/**
 * Roles that a plan makes others of: what they let people do changes, or they get another name, or
 * are deleted. That concerns everybody who holds one, as if each had been given it anew.
 */
record RedefinedRoles(PlanUnderReview evidence, RoleNames names) {

  /** How many people an operation concerns by that, at least one; none where it does not. */
  int concerned(PlannedOperation planned) {
    return switch (planned.operation().verb()) {
      case DEFINE -> redefined((Operation.Define) planned.operation());
      case UNDEFINE -> role(((Operation.Undefine) planned.operation()).resource());
      case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> 0;
    };
  }

  /** Nobody holds what is made only now. */
  private int redefined(Operation.Define define) {
    return define.before().isEmpty()
        ? 0
        : Math.max(role(define.resource()), define.was().map(this::role).orElse(0));
  }

  private int role(Resource role) {
    boolean isNamed =
        evidence.proposed().snapshot().vocabulary().roles().contains(role.kind())
            && names.contains(role.name());
    return isNamed ? Math.max(1, holders(role)) : 0;
  }

  /** By whatever name it is read: where it gets another, everybody holds it by that. */
  private int holders(Resource role) {
    long people =
        evidence.proposed().snapshot().actual().people().stream()
            .filter(person -> person.entitlements().stream().anyMatch(right -> is(right, role)))
            .count();
    int inGroups =
        evidence.proposed().snapshot().actual().groups().stream()
            .filter(group -> group.rights().stream().anyMatch(right -> is(right, role)))
            .mapToInt(group -> evidence.groupSize(group.resource()))
            .sum();
    int told = evidence.proposed().snapshot().holders().getOrDefault(role, 0);
    return Math.max(told, (int) people + inGroups);
  }

  private static boolean is(Entitlement right, Resource role) {
    return right.roleItself().filter(role::equals).isPresent();
  }
}
