package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Because;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.util.List;
import java.util.Optional;

/** The groups the job file declares: creates those that are missing, and sets what they may do. */
final class OwnedGroups {

  private final Comparison comparison;
  private final Draft draft;

  OwnedGroups(Comparison comparison, Draft draft) {
    this.comparison = comparison;
    this.draft = draft;
  }

  /** Plans for all of them. */
  void plan() {
    for (Group owned : comparison.desired().roster().groups()) {
      if (comparison.scope().groups().contains(owned.name()) && isWanted(owned)) {
        plan(owned);
      }
    }
  }

  /** Where people are brought in, only the groups that they are to be in matter. */
  private boolean isWanted(Group owned) {
    GroupMembership membership = new GroupMembership(owned.name());
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
                    && !comparison.rolesToInvite(person).isEmpty());
  }

  private void plan(Group owned) {
    GroupMembership named = new GroupMembership(owned.name());
    Optional<Group> actual = comparison.actual().group(owned.name());
    if (comparison.creates(owned.name())) {
      Operation create = new Operation.CreateGroup(owned.name(), owned.description());
      draft.add(Stage.GROUPS, create, Reason.DRIFT, cause(named));
      compare(owned, List.of());
    } else if (actual.isPresent() && comparison.isKnown(named)) {
      compare(owned, actual.orElseThrow().projectRoles());
    }
  }

  private void compare(Group owned, List<ProjectRole> held) {
    Desired desired = comparison.desired();
    boolean takesExtra =
        comparison.policy().extra() == Policy.Extra.REVOKE
            && desired.managed().groupsWithProjects().contains(owned.name());
    for (Difference difference :
        Difference.between(owned.projectRoles(), held, extra -> takesExtra)) {
      boolean allowed = !comparison.policy().onlyAdds() || difference.onlyGives();
      if (allowed && difference.on() instanceof ProjectRole role && comparison.isOpen(role)) {
        set(owned, role, difference);
      }
    }
  }

  private void set(Group owned, ProjectRole role, Difference difference) {
    draft.add(
        difference.stage(Stage.GROUPS),
        new Operation.SetProjectRole(
            new Assignee.GroupNamed(owned.name()),
            role.project(),
            role.environment(),
            difference.before(),
            difference.after()),
        Reason.DRIFT,
        cause(role).origin().isEmpty() ? cause(new GroupMembership(owned.name())) : cause(role));
  }

  private Cause cause(Entitlement declared) {
    Because because = comparison.desired().declared().get(declared);
    return because == null ? Cause.NONE : Cause.of(because);
  }
}
