package dev.rollcall.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * People who are to be in the workspace and are not yet: invites them, or says what is waited for.
 */
final class Joiners {

  /** Of people in no roster, no other run gives what waits. */
  private static final String ONBOARD_AGAIN =
      "onboard them again after that, where no roster gives it to them";

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;
  private final RenamedPeople renamed;

  Joiners(ReconciliationTerms comparison, PlanBuilder draft, RenamedPeople renamed) {
    this.comparison = comparison;
    this.draft = draft;
    this.renamed = renamed;
  }

  /** Somebody of whom the workspace knows nothing. */
  void joins(Member desired) {
    if (!comparison.policy().invite()) {
      find(
          Finding.Kind.JOINS_BY_SINGLE_SIGN_ON,
          desired,
          comparison.vocabulary().invites()
              ? "joins by signing in, not by invitation"
              : "joins by signing in: no account is made");
    } else if (!comparison.canJoin(desired)) {
      find(
          Finding.Kind.NOT_INVITABLE,
          desired,
          "cannot be invited: an invitation needs a role in at least one "
              + comparison.vocabulary().neededToJoin().orElseThrow().noun());
    } else {
      invite(desired);
    }
  }

  /** Somebody whose invitation is pending. */
  void waits(Member desired, Invitation invitation) {
    if (isOverdue(invitation) && mayBeInvited(desired)) {
      invitesAgainOrSaysSo(desired, invitation);
    } else if (!invitation.ours()) {
      saysWhoseItIs(desired, invitation);
      saysWhatWaits(desired);
    } else if (differs(desired, invitation)) {
      find(
          Finding.Kind.INVITATION_OUTDATED,
          desired,
          "is invited, but is to hold other roles or groups by now; " + corrected());
    } else {
      saysWhatWaits(desired);
    }
  }

  /** Nobody has seen it in a plan, and more may be given by it than anybody here asks for. */
  private void saysWhoseItIs(Member desired, Invitation invitation) {
    List<Entitlement> asked = comparison.rightsToJoin(desired);
    List<Entitlement> more =
        invitation.rights().stream().filter(right -> isMore(right, asked)).toList();
    find(
        Finding.Kind.INVITED_BY_OTHERS,
        desired,
        "was invited by somebody else, or before this repository was there, on "
            + day(invitation)
            + (invitation.rights().isEmpty()
                ? ", with what is not known; "
                : " with " + words(invitation.rights()) + ", and what else is not known; ")
            + (more.isEmpty() ? "" : words(more) + " is more than they are to hold; ")
            + (comparison.policy().onlyAdds() ? "" : "what differs is ")
            + corrected());
  }

  private static boolean isMore(Entitlement told, List<Entitlement> asked) {
    Optional<Entitlement> same =
        asked.stream().filter(right -> right.on().equals(told.on())).findFirst();
    return new Change(Optional.of(told), same).isDownward();
  }

  private static String words(List<Entitlement> rights) {
    return rights.stream().map(Entitlement::toString).collect(joining(", "));
  }

  private static LocalDate day(Invitation invitation) {
    return LocalDate.ofInstant(invitation.sent(), ZoneOffset.UTC);
  }

  private String corrected() {
    return comparison.policy().onlyAdds() ? ONBOARD_AGAIN : "corrected after acceptance";
  }

  private void invite(Member desired) {
    if (!comparison.switches().invites()) {
      return;
    }
    Vocabulary vocabulary = comparison.vocabulary();
    draft.add(
        Stage.ofJoining(vocabulary),
        new Operation.Join(
            desired.email(),
            desired.name(),
            comparison.rightsToJoin(desired),
            vocabulary.joining(),
            comparison.desired().details(desired.email())),
        Reason.JOINER,
        renamed.welcome(desired, welcome(comparison.desired(), desired)));
    desired.entitlements().stream()
        .filter(right -> vocabulary.givesByJoining(right.kind()))
        .filter(right -> comparison.isUnread(right.on()))
        .forEach(right -> draft.leaveAlone(desired.email(), right));
    switch (vocabulary.joining()) {
      case INVITATION -> saysWhatWaits(desired);
      case ACCOUNT -> givesTheRest(desired);
    }
  }

  /** Who has an account at once can be given what does not go along with it. */
  private void givesTheRest(Member desired) {
    for (Entitlement right : laterRights(desired)) {
      if (comparison.isUnread(right.on())) {
        draft.leaveAlone(desired.email(), right);
      } else if (comparison.isOpen(right.on())
          && !comparison.scope().isByIdentityProvider(right.on())) {
        draft.add(
            Stage.ADDITIONS,
            Operation.Set.give(new Assignee.Person(desired.email()), right),
            Reason.JOINER,
            Cause.of(comparison.desired(), desired.email(), right));
      }
    }
  }

  private List<Entitlement> laterRights(Member desired) {
    return desired.entitlements().stream()
        .filter(
            right -> !comparison.vocabulary().givesByJoining(right.kind()) && !right.isNoAccess())
        .toList();
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
            + day(invitation)
            + ", and has not accepted; is not invited again");
  }

  private boolean mayBeInvited(Member desired) {
    return comparison.policy().invite() && comparison.canJoin(desired);
  }

  private boolean isOverdue(Invitation invitation) {
    Instant now = comparison.situation().now();
    return comparison
        .policy()
        .reinviteAfter()
        .filter(wait -> !invitation.sent().plus(wait).isAfter(now))
        .isPresent();
  }

  private boolean differs(Member desired, Invitation invitation) {
    Optional<Kind> needed = comparison.vocabulary().neededToJoin();
    boolean known =
        invitation.rights().stream()
            .anyMatch(right -> needed.isEmpty() || needed.get() == right.kind());
    return known && !invitation.rights().equals(comparison.rightsToJoin(desired));
  }

  private void saysWhatWaits(Member desired) {
    Map<Kind, Long> waiting =
        laterRights(desired).stream()
            .filter(right -> comparison.isOpen(right.on()))
            .collect(groupingBy(Entitlement::kind, TreeMap::new, counting()));
    if (!waiting.isEmpty()) {
      long all = waiting.values().stream().mapToLong(Long::longValue).sum();
      find(
          Finding.Kind.AWAITING_ACCEPTANCE,
          desired,
          waiting.entrySet().stream()
                  .map(each -> each.getKey().right().counted(each.getValue()))
                  .collect(joining(" and "))
              + (all == 1 ? " waits" : " wait")
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
    String rule =
        person.entitlements().stream()
            .filter(right -> right.kind().is(Kind.Trait.GIVEN_BY_JOINING))
            .filter(right -> right.level().isPresent())
            .flatMap(right -> desired.provenance().of(person.email(), right).stream())
            .map(Attribution::rule)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    return new Cause(row.origin(), rule);
  }
}
