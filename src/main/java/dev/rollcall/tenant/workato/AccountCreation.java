package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.AccountBody;
import dev.rollcall.tenant.workato.payload.EnvRole;
import dev.rollcall.tenant.workato.payload.MemberRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addition of a person to a customer's workspace, which must not happen twice: somebody whose
 * address the workspace does not take would be added again by every run, and so the first is looked
 * for before there is a second.
 */
record AccountCreation(WorkatoContext context, WorkatoOperation.AddAccount account)
    implements ResolvedOperation.Alone {

  private static final BatchKind KIND = WorkatoBatchKinds.ADD_BY_ADDRESS;

  /** The server gives up on a request after 40 s; clocks may differ. */
  private static final Duration CERTAIN_AFTER = Duration.ofMinutes(1);

  private static final String NAMELESS =
      "accounts that are added to this workspace are not known by their address; write"
          + " target.managed-users.external-id: email, or join: invite";

  @Override
  public Outcome send() {
    if (context.experience().of(KIND) == Trust.HARMFUL
        && account.detail(AccountDetail.EXTERNAL_ID).isEmpty()) {
      return new Outcome.Refused(0, NAMELESS);
    }
    FinishedCall<MemberRow> finished =
        context.api().addAccount(body(), () -> context.recently().invited(email()).isEmpty());
    return finished.last() instanceof CallOutcome.Accepted<MemberRow> accepted
        ? added(accepted.value())
        : notAdded(finished);
  }

  private AccountBody body() {
    List<EnvRole> roles = new ArrayList<>();
    account
        .roles()
        .forEach((environment, role) -> roles.add(context.role(environment.name(), role)));
    String name = account.name().isBlank() ? email().address() : account.name();
    return new AccountBody(
        name,
        email().address(),
        roles,
        account.detail(AccountDetail.OAUTH_ID),
        account.detail(AccountDetail.EXTERNAL_ID),
        account.detail(AccountDetail.TIME_ZONE));
  }

  private Outcome added(MemberRow answer) {
    ActualMember told = CompleteLists.small(answer, context.main(), new SharedRoles());
    if (answer.id().exists() && told.email().filter(email()::equals).isPresent()) {
      context.index().member(email(), told);
      remember(Trust.MANY_WORK, "the answer names the address");
      return new Outcome.Applied();
    }
    context.added().added(email());
    return switch (context.experience().of(KIND)) {
      case MANY_WORK, ONE_WORKED, ONE_BY_ONE -> new Outcome.Applied();
      case UNTRIED, HARMFUL -> looked();
    };
  }

  /** Whoever is not found by their address must not be followed by others. */
  private Outcome looked() {
    if (isMember()) {
      remember(Trust.MANY_WORK, "a member was found by the address");
      return new Outcome.Applied();
    }
    remember(Trust.HARMFUL, "a member was added and not found by the address");
    return new Outcome.Ignored(
        "accepted, but no member has the address, so that an account called \"%s\" may have to be removed by hand; %s"
            .formatted(account.name(), NAMELESS));
  }

  private void remember(Trust trust, String detail) {
    if (context.experience().of(KIND) != trust) {
      context.experience().remember(KIND, trust, detail);
    }
  }

  private Outcome notAdded(FinishedCall<MemberRow> finished) {
    if (WorkatoErrors.notPermitted(finished.last())) {
      return context.access().turnedAway(Endpoint.ADD_ACCOUNT, context.main(), finished);
    }
    boolean hints = WorkatoErrors.hintsAtMember(finished.last()) || finished.last().isTooMany();
    if (hints && isKnownMember()) {
      return new Outcome.AlreadySo(email() + " is a member already");
    }
    Optional<Instant> before =
        WorkatoErrors.mayBeTooSoon(finished.last())
            ? context.recently().invited(email())
            : Optional.empty();
    if (before.isPresent() || WorkatoErrors.saysTooSoon(finished.last())) {
      return new Outcome.Deferred(
          before
              .orElseGet(context.waiting().clock()::instant)
              .plus(RecentInvitations.BETWEEN_INVITATIONS),
          WorkatoErrors.why(finished.last()));
    }
    return context.access().outcome(finished);
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
    return context.waiting().clock().instant().isBefore(sent.plus(CERTAIN_AFTER))
        ? Settled.TOO_EARLY
        : Settled.DID_NOT_HAPPEN;
  }

  private boolean isMember() {
    Optional<ActualMember> member = context.lists().member(email());
    member.ifPresent(found -> context.index().member(email(), found));
    return member.isPresent();
  }

  private Email email() {
    return account.email();
  }
}
