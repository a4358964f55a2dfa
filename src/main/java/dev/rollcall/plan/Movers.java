package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People who are in the workspace and are to stay, or to come back: gives and takes the difference.
 */
final class Movers {

  private final Comparison comparison;
  private final Draft draft;
  private final Renamed renamed;

  Movers(Comparison comparison, Draft draft, Renamed renamed) {
    this.comparison = comparison;
    this.draft = draft;
    this.renamed = renamed;
  }

  /** Plans what makes the actual person hold what the desired one does. */
  void stays(Member desired, Member actual) {
    Managed managed = comparison.desired().managed();
    boolean revokes = comparison.policy().extra() == Policy.Extra.REVOKE;
    List<Difference> differences =
        Difference.between(
            desired.entitlements(),
            actual.entitlements(),
            held -> revokes && managed.covers(desired, held));
    if (!differences.isEmpty()) {
      new One(desired, actual).plan(differences);
    }
  }

  /** One person's differences being turned into operations. */
  private final class One {

    private final Email email;
    private final Member desired;
    private final boolean comesBack;
    private final SortedMap<Environment, String> reinstated = new TreeMap<>();
    private final List<String> leftAlone = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    One(Member desired, Member actual) {
      this.email = desired.email();
      this.desired = desired;
      this.comesBack = actual.status() == Status.SUSPENDED;
    }

    void plan(List<Difference> differences) {
      differences.stream().filter(this::isWanted).forEach(this::plan);
      kept.forEach(
          each ->
              draft.find(
                  Finding.Kind.KEEPS_MORE,
                  email.address(),
                  each,
                  Cause.row(comparison.desired(), email)));
      if (!reinstated.isEmpty()) {
        draft.add(
            Stage.ADDITIONS,
            new Operation.Reinstate(email, reinstated),
            Reason.JOINER,
            renamed.welcome(desired, Joiners.welcome(comparison.desired(), desired)));
      }
      if (!leftAlone.isEmpty()) {
        draft.find(
            Finding.Kind.MANAGED_BY_IDENTITY_PROVIDER,
            email.address(),
            "left to the identity provider: " + String.join(", ", leftAlone),
            Cause.row(comparison.desired(), email));
      }
    }

    /** Of people who are brought in, nothing is taken: what they hold stays, and is said. */
    private boolean isWanted(Difference difference) {
      boolean wanted = !comparison.policy().onlyAdds() || difference.onlyGives();
      if (!wanted) {
        kept.add(
            "keeps %s %s, although %s is asked for, which is not known to give more"
                .formatted(
                    difference.on().target(),
                    difference.before().orElse(""),
                    difference.after().orElse(Entitlement.NO_ACCESS)));
      }
      return wanted;
    }

    private void plan(Difference difference) {
      if (difference.on() instanceof EnvironmentRole role) {
        environmentRole(difference, role.environment());
      } else if (difference.on() instanceof GroupMembership membership) {
        membership(difference, membership);
      } else if (difference.on() instanceof ProjectRole role) {
        projectRole(difference, role);
      }
    }

    private void projectRole(Difference difference, ProjectRole role) {
      if (comparison.isOpen(role)) {
        add(
            difference,
            new Operation.SetProjectRole(
                new Assignee.Person(email),
                role.project(),
                role.environment(),
                difference.before(),
                difference.after()));
      } else if (comparison.isUnread(role)) {
        draft.leaveAlone(email, difference.on());
      }
    }

    private void environmentRole(Difference difference, Environment environment) {
      if (comparison.scope().rolesByIdentityProvider()) {
        leftAlone.add("role \"" + difference + "\"");
      } else if (comesBack) {
        difference.after().ifPresent(role -> reinstated.put(environment, role));
      } else {
        add(
            difference,
            new Operation.SetEnvironmentRole(
                email, environment, difference.before(), difference.after()));
      }
    }

    private void membership(Difference difference, GroupMembership membership) {
      String group = membership.group();
      if (!comparison.isOpen(membership)) {
        if (comparison.isUnread(membership)) {
          draft.leaveAlone(email, membership);
        }
        return;
      }
      if (comparison.scope().groupsByIdentityProvider().contains(group)) {
        leftAlone.add((difference.takes() ? "out of group \"" : "into group \"") + group + "\"");
        return;
      }
      add(
          difference,
          difference.takes()
              ? new Operation.RemoveFromGroup(email, group)
              : new Operation.AddToGroup(email, group));
    }

    private void add(Difference difference, Operation operation) {
      draft.add(
          difference.stage(Stage.ADDITIONS),
          operation,
          comesBack ? Reason.JOINER : Reason.MOVER,
          Cause.of(comparison.desired(), email, difference.on()));
    }
  }
}
