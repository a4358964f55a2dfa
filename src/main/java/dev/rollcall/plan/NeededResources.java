package dev.rollcall.plan;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is not there, somebody is to hold a right on, and is of a kind that is made then: it is made
 * if the plan really gives that right.
 */
final class NeededResources {

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;

  NeededResources(ReconciliationTerms comparison, PlanBuilder draft) {
    this.comparison = comparison;
    this.draft = draft;
  }

  /** All that may be made in a situation as it was read. */
  static Set<Resource> of(PlanInput read, Scope scope) {
    Catalogue catalogue = read.snapshot().catalogue();
    Set<Resource> needed = new HashSet<>();
    if (catalogue.making().isEmpty()) {
      return needed;
    }
    for (Member person : read.desired().roster().people()) {
      if (isPlanned(person, read.desired(), scope)) {
        person.entitlements().stream()
            .map(Entitlement::on)
            .filter(resource -> isToBeMade(resource, catalogue) && scope.covers(resource))
            .forEach(needed::add);
      }
    }
    return needed;
  }

  private static boolean isPlanned(Member person, Desired desired, Scope scope) {
    return person.status() == Status.ACTIVE
        && scope.plans(person.email())
        && !desired.held().containsKey(person.email());
  }

  private static boolean isToBeMade(Resource resource, Catalogue catalogue) {
    return catalogue.isMade(resource, Catalogue.Making.Occasion.NEEDED)
        && !catalogue.has(resource)
        && !catalogue.isBuiltIn(resource);
  }

  /** Plans the making of each that something planned so far needs, for the reason of that. */
  void plan() {
    Set<Resource> made = comparison.situation().names().made();
    TreeMap<Resource, PlannedOperation> needed = new TreeMap<>();
    for (PlannedOperation planned : draft.giving()) {
      planned.operation().changes().stream()
          .filter(change -> change.after().isPresent())
          .flatMap(change -> change.on().stream())
          .filter(made::contains)
          .filter(on -> comparison.catalogue().isMade(on, Catalogue.Making.Occasion.NEEDED))
          .forEach(on -> needed.putIfAbsent(on, planned));
    }
    needed.forEach(this::make);
  }

  private void make(Resource resource, PlannedOperation because) {
    draft.add(
        Stage.GROUPS,
        new Operation.Define(resource, Optional.empty(), new Definition("")),
        Reason.DRIFT,
        new Cause(because.origin(), because.rule()));
  }
}
