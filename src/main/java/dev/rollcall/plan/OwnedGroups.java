package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Attribution;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import java.util.List;
import java.util.Optional;

/** The groups the job file declares: creates those that are missing, and sets what they may do. */
final class OwnedGroups {

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;

  OwnedGroups(ReconciliationTerms comparison, PlanBuilder draft) {
    this.comparison = comparison;
    this.draft = draft;
  }

  /** Plans for all of them. */
  void plan() {
    for (Group owned : comparison.desired().roster().groups()) {
      if (comparison.scope().covers(owned.resource()) && isWanted(owned)) {
        plan(owned);
      }
    }
  }

  /** Where people are brought in, only the groups that they are to be in matter. */
  private boolean isWanted(Group owned) {
    Entitlement membership = owned.resource().membership();
    return !comparison.policy().onlyAdds()
        || comparison.desired().roster().people().stream()
            .filter(person -> person.status() == Status.ACTIVE)
            .filter(person -> comparison.plans(person.email()))
            .filter(person -> !comparison.desired().held().containsKey(person.email()))
            .filter(person -> person.entitlements().contains(membership))
            .anyMatch(this::comesOrIsHere);
  }

  private boolean comesOrIsHere(Member person) {
    return comparison
        .actual()
        .person(person.email())
        .map(here -> here.status() != Status.INVITED)
        .orElseGet(
            () ->
                comparison.policy().invite()
                    && comparison.switches().invites()
                    && comparison.canJoin(person));
  }

  private void plan(Group owned) {
    Resource group = owned.resource();
    Optional<Group> actual = comparison.actual().group(group);
    if (comparison.creates(group)) {
      Operation create =
          new Operation.Define(group, Optional.empty(), new Definition(owned.description()));
      draft.add(Stage.GROUPS, create, Reason.DRIFT, cause(group.membership()));
      compare(owned, List.of());
    } else if (actual.isPresent() && comparison.isKnown(group)) {
      compare(owned, actual.orElseThrow().rights());
    }
  }

  private void compare(Group owned, List<Entitlement> held) {
    boolean takesExtra =
        comparison.policy().extra() == Policy.Extra.REVOKE
            && comparison.desired().managed().groupsWithRights().contains(owned.resource());
    for (RightDifference difference :
        RightDifference.between(owned.rights(), held, extra -> takesExtra)) {
      boolean allowed = !comparison.policy().onlyAdds() || difference.onlyGives();
      if (allowed && comparison.isOpen(difference.on())) {
        set(owned.resource(), difference);
      }
    }
  }

  private void set(Resource group, RightDifference difference) {
    Cause cause = cause(difference.right());
    draft.add(
        difference.stage(Stage.GROUPS),
        new Operation.Set(new Assignee.GroupNamed(group), difference.before(), difference.after()),
        Reason.DRIFT,
        cause.origin().isEmpty() ? cause(group.membership()) : cause);
  }

  private Cause cause(Entitlement declared) {
    Attribution because = comparison.desired().declared().get(declared);
    return because == null ? Cause.NONE : Cause.of(because);
  }
}
