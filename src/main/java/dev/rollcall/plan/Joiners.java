package dev.rollcall.plan;

import dev.rollcall.model.Because;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Member;
import java.time.Instant;
import java.util.SortedMap;

/**
 * People who are to be in the workspace and are not yet: invites them, or says what is waited for.
 */
final class Joiners {

  /** Of people in no roster, no other run gives what waits. */
  private static final String ONBOARD_AGAIN =
      "onboard them again after that, where no roster gives it to them";

  private final Comparison comparison;
  private final Draft draft;
  private final Renamed renamed;

  Joiners(Comparison comparison, Draft draft, Renamed renamed) {
    this.comparison = comparison;
    this.draft = draft;
    this.renamed = renamed;
  }

  /** Somebody of whom the workspace knows nothing. */
  void joins(Member desired) {
    if (!comparison.policy().invite()) {
      find(Finding.Kind.JOINS_BY_SINGLE_SIGN_ON, desired, "joins by signing in, not by invitation");
    } else if (comparison.rolesToInvite(desired).isEmpty()) {
      find(
          Finding.Kind.NOT_INVITABLE,
          desired,
          "cannot be invited: an invitation needs a role in at least one environment");
    } else {
      invite(desired);
    }
  }

  /** Somebody whose invitation is pending. */
  void waits(Member desired, Invitation invitation) {
    if (isOverdue(invitation) && mayBeInvited(desired)) {
      invitesAgainOrSaysSo(desired, invitation);
    } else if (differs(desired, invitation)) {
      find(
          Finding.Kind.INVITATION_OUTDATED,
          desired,
          "is invited, but is to hold other roles or groups by now; "
              + (comparison.policy().onlyAdds() ? ONBOARD_AGAIN : "corrected after acceptance"));
    } else {
      saysWhatWaits(desired);
    }
  }

  private void invite(Member desired) {
    if (!comparison.switches().invites()) {
      return;
    }
    draft.add(
        Stage.ADDITIONS,
        new Operation.Invite(
            desired.email(),
            desired.name(),
            comparison.rolesToInvite(desired),
            comparison.groupsToInvite(desired)),
        Reason.JOINER,
        renamed.welcome(desired, welcome(comparison.desired(), desired)));
    desired.entitlements().stream()
        .filter(GroupMembership.class::isInstance)
        .map(GroupMembership.class::cast)
        .filter(comparison::isUnread)
        .forEach(membership -> draft.leaveAlone(desired.email(), membership));
    saysWhatWaits(desired);
  }

  private void invitesAgainOrSaysSo(Member desired, Invitation invitation) {
    if (invitation.times() <= comparison.policy().reinviteLimit()) {
      invite(desired);
      return;
    }
    find(
        Finding.Kind.INVITATION_STALE,
        desired,
        "was invited "
            + invitation.times()
            + " times, last on "
            + invitation.sent()
            + ", and has not accepted; is not invited again");
  }

  private boolean mayBeInvited(Member desired) {
    return comparison.policy().invite() && !comparison.rolesToInvite(desired).isEmpty();
  }

  private boolean isOverdue(Invitation invitation) {
    Instant now = comparison.situation().now();
    return comparison
        .policy()
        .reinviteAfter()
        .filter(wait -> !invitation.sent().plus(wait).isAfter(now))
        .isPresent();
  }

  /** What an invitation asked for is unknown where only the audit log tells of it. */
  private boolean differs(Member desired, Invitation invitation) {
    return !invitation.roles().isEmpty()
        && !(invitation.roles().equals(comparison.rolesToInvite(desired))
            && invitation.groups().equals(comparison.groupsToInvite(desired)));
  }

  private void saysWhatWaits(Member desired) {
    long projectRoles =
        desired.entitlements().stream()
            .filter(Entitlement.ProjectRole.class::isInstance)
            .map(Entitlement.ProjectRole.class::cast)
            .filter(role -> !role.isNoAccess() && comparison.isOpen(role))
            .count();
    if (projectRoles > 0) {
      find(
          Finding.Kind.AWAITING_ACCEPTANCE,
          desired,
          (projectRoles == 1 ? "1 project role waits" : projectRoles + " project roles wait")
              + " until the invitation is accepted"
              + (comparison.policy().onlyAdds() ? "; " + ONBOARD_AGAIN : ""));
    }
  }

  private void find(Finding.Kind kind, Member desired, String detail) {
    Email email = desired.email();
    draft.find(kind, email.address(), detail, Cause.row(comparison.desired(), email));
  }

  /** The person's row, with the rule that gives the first role, if a rule does. */
  static Cause welcome(Desired desired, Member person) {
    Cause row = Cause.row(desired, person.email());
    SortedMap<Environment, String> roles = person.environmentRoles();
    String rule =
        roles.entrySet().stream()
            .map(entry -> new Entitlement.EnvironmentRole(entry.getKey(), entry.getValue()))
            .flatMap(role -> desired.provenance().of(person.email(), role).stream())
            .map(Because::rule)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    return new Cause(row.origin(), rule);
  }
}
