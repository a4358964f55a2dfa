package dev.rollcall.planning;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Status;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.safety.Limits;
import dev.rollcall.tenant.Tenant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a workspace holds beyond a job's scope. It is read only where something depends on it,
 * because each group and each project costs a request.
 */
record BeyondScope(Tenant workspace, Scope scope) {

  /**
   * The same with all of it, where that is needed to plan: whoever has left and still holds
   * something must lose all of it, in groups and projects beyond the scope too.
   */
  PlanInput forPlanning(PlanInput seen) {
    return leaverIsPresent(seen) || anythingMayGo(seen) || AddressBook.anybodyGoes(seen, scope)
        ? whole(seen)
        : seen;
  }

  /** The same with all of it. */
  PlanInput whole(PlanInput seen) {
    return seen.withSnapshot(workspace.beyond(scope, seen.snapshot()));
  }

  private boolean leaverIsPresent(PlanInput seen) {
    return seen.desired().roster().people().stream()
        .filter(person -> person.status() == Status.LEFT && scope.plans(person.email()))
        .flatMap(person -> seen.snapshot().actual().person(person.email()).stream())
        .anyMatch(member -> member.status() != Status.SUSPENDED);
  }

  /** What is to be deleted must be in nobody's way, wherever that is. */
  private static boolean anythingMayGo(PlanInput seen) {
    return seen.desired().declarations().stream()
        .anyMatch(each -> each.isAbsent() && seen.snapshot().catalogue().has(each.resource()));
  }

  /**
   * The workspace by which a plan is judged: with what groups pass on beyond the scope, where the
   * plan changes who is in a group and that could be a role which the limits name.
   *
   * @param read the situation as it was read, in scope
   * @param foreseen the same by the names that come about
   */
  Snapshot forJudging(Plan plan, Limits limits, PlanInput read, PlanInput foreseen) {
    return mayPassOn(limits, foreseen.snapshot().catalogue())
            && plan.operations().stream().anyMatch(BeyondScope::changesMembers)
        ? foreseen.names().in(whole(read)).snapshot()
        : foreseen.snapshot();
  }

  /** Whether a group could pass on such a role where the scope does not look. */
  private boolean mayPassOn(Limits limits, Catalogue catalogue) {
    Set<String> names =
        Stream.of(limits.adminRoles(), limits.sensitiveRoles())
            .flatMap(Set::stream)
            .map(Levels::fold)
            .collect(toSet());
    return catalogue.vocabulary().kinds().stream()
        .filter(kind -> kind.isHeldBy(Kind.Holder.GROUP) && kind.is(Kind.Trait.SCOPED))
        .filter(kind -> scope.ours(kind) != NamePatterns.ALL)
        .flatMap(kind -> catalogue.of(kind).levels().stream())
        .map(Levels::fold)
        .anyMatch(names::contains);
  }

  private static boolean changesMembers(PlannedOperation planned) {
    return planned.operation().changes().stream()
        .flatMap(change -> change.on().stream())
        .anyMatch(resource -> resource.kind().is(Kind.Trait.HOLDS_RIGHTS));
  }
}
