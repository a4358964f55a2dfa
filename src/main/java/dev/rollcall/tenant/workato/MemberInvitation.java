package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.plan.Invitation;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.EnvRole;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.InvitationBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The invitation of a person, which must not happen twice. */
record MemberInvitation(WorkatoContext context, WorkatoOperation.Invite invite)
    implements ResolvedOperation.Alone {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  @Override
  public Outcome send() {
    List<Id> groups = new ArrayList<>();
    for (String name : invite.groups()) {
      Optional<Id> group = context.index().group(name);
      if (group.isEmpty()) {
        return new Outcome.Blocked(0, "there is no group \"" + name + "\"");
      }
      groups.add(group.get());
    }
    FinishedCall<String> finished = invited(groups);
    return finished.last() instanceof CallOutcome.Accepted
        ? new Outcome.Applied()
        : notInvited(finished);
  }

  private FinishedCall<String> invited(List<Id> groups) {
    FinishedCall<String> finished =
        context
            .api()
            .invite(
                body(groups),
                () -> context.recently().invited(email()).isEmpty() && !isKnownMember());
    if (finished.last() instanceof CallOutcome.Accepted) {
      context.traffic().invited(groups);
    } else if (finished.last().isLost()) {
      context.traffic().perhapsInvited();
    }
    return finished;
  }

  private InvitationBody body(List<Id> groups) {
    List<EnvRole> roles = new ArrayList<>();
    invite
        .roles()
        .forEach((environment, role) -> roles.add(context.role(environment.name(), role)));
    String name = invite.name().isBlank() ? email().address() : invite.name();
    return new InvitationBody(name, email().address(), roles, groups);
  }

  private Outcome notInvited(FinishedCall<String> finished) {
    if (WorkatoErrors.notPermitted(finished.last())) {
      return context.access().turnedAway(Endpoint.INVITE, context.main(), finished);
    }
    boolean hints = WorkatoErrors.hintsAtMember(finished.last()) || finished.last().isTooMany();
    if (hints && isKnownMember()) {
      return new Outcome.AlreadySo(
          email() + " is a member already; the next run compares what they hold");
    }
    return WorkatoErrors.mayBeTooSoon(finished.last())
        ? tooSoon(finished)
        : context.access().outcome(finished);
  }

  /** Only who was invited shortly before, or what says so itself, is waited for. */
  private Outcome tooSoon(FinishedCall<String> finished) {
    Optional<Instant> before = context.recently().invited(email());
    if (before.isEmpty() && !WorkatoErrors.saysTooSoon(finished.last())) {
      return context.access().outcome(finished);
    }
    Instant from = before.orElseGet(context.waiting().clock()::instant);
    return new Outcome.Deferred(
        from.plus(RecentInvitations.BETWEEN_INVITATIONS), WorkatoErrors.why(finished.last()));
  }

  private boolean isKnownMember() {
    try {
      return isMember();
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  @Override
  public Settled settle(Instant sent) {
    if (isMember()) {
      return Settled.HAPPENED;
    }
    Optional<List<Invitation>> remembered = context.log().invitations(sent.minus(CLOCKS_DIFFER));
    if (remembered.isEmpty()) {
      return Settled.UNKNOWN;
    }
    if (remembered.get().stream().anyMatch(each -> each.email().equals(email()))) {
      return Settled.HAPPENED;
    }
    Instant certain = sent.plus(RecentInvitations.BETWEEN_INVITATIONS);
    return context.waiting().clock().instant().isBefore(certain)
        ? Settled.TOO_EARLY
        : Settled.DID_NOT_HAPPEN;
  }

  /**
   * Whether somebody is a member; then they are in the index. Ends the run where nobody can tell.
   */
  private boolean isMember() {
    Optional<ActualMember> member = context.lists().member(email());
    member.ifPresent(found -> context.index().member(email(), found));
    return member.isPresent();
  }

  private Email email() {
    return invite.email();
  }
}
