package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Naming;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Attempt;
import dev.rollcall.tenant.http.Tried;
import dev.rollcall.tenant.workato.payload.EnvRole;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.InvitationBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends what must not happen twice: invitations, and groups that are created. */
final class Unrepeatable {

  private final Tools tools;

  Unrepeatable(Tools tools) {
    this.tools = tools;
  }

  Outcome invite(WorkatoOperation.Invite invite) {
    List<Id> groups = new ArrayList<>();
    for (String name : invite.groups()) {
      Optional<Id> group = tools.index().group(name);
      if (group.isEmpty()) {
        return new Outcome.Blocked(0, "there is no group \"" + name + "\"");
      }
      groups.add(group.get());
    }
    List<EnvRole> roles = new ArrayList<>();
    invite
        .roles()
        .forEach(
            (environment, role) ->
                roles.add(EnvRole.of(environment.name(), tools.index().spelled(role))));
    String name = invite.name().isBlank() ? invite.email().address() : invite.name();
    Email email = invite.email();
    Tried<String> tried =
        tools
            .api()
            .invite(
                new InvitationBody(name, email.address(), roles, groups),
                () -> tools.recently().invited(email).isEmpty() && !isMember(invite));
    return tried.last() instanceof Attempt.Accepted
        ? new Outcome.Applied()
        : notInvited(invite, tried);
  }

  private Outcome notInvited(WorkatoOperation.Invite invite, Tried<String> tried) {
    if (WorkatoErrors.notPermitted(tried.last())) {
      return refused(Endpoint.INVITE, tried);
    }
    boolean hints = WorkatoErrors.hintsAtMember(tried.last()) || tried.last().isTooMany();
    if (hints && isMember(invite)) {
      return new Outcome.AlreadySo(invite.email() + " is a member already");
    }
    return WorkatoErrors.mayBeTooSoon(tried.last())
        ? tooSoon(invite, tried)
        : WorkatoErrors.outcome(tried);
  }

  /** Only who was invited shortly before, or what says so itself, is waited for. */
  private Outcome tooSoon(WorkatoOperation.Invite invite, Tried<String> tried) {
    Optional<Instant> before = tools.recently().invited(invite.email());
    if (before.isEmpty() && !WorkatoErrors.saysTooSoon(tried.last())) {
      return WorkatoErrors.outcome(tried);
    }
    Instant from = before.orElseGet(tools.waiting().clock()::instant);
    return new Outcome.Deferred(
        from.plus(Recently.BETWEEN_INVITATIONS), WorkatoErrors.why(tried.last()));
  }

  private boolean isMember(WorkatoOperation.Invite invite) {
    try {
      Optional<ActualMember> member = tools.readings().member(invite.email());
      member.ifPresent(found -> tools.index().member(invite.email(), found.id()));
      return member.isPresent();
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  Outcome createGroup(WorkatoOperation.CreateGroup create) {
    Tried<GroupRow> tried = tools.api().createGroup(create.group(), create.description());
    if (tried.last() instanceof Attempt.Accepted<GroupRow> accepted) {
      return accepted.value().id().exists()
          ? created(create, accepted.value().id())
          : found(create)
              ? new Outcome.Applied()
              : new Outcome.Failed(
                  tried.attempts(), true, "answered that all is well, but the group is not listed");
    }
    if (WorkatoErrors.notPermitted(tried.last())) {
      return refused(Endpoint.CREATE_GROUP, tried);
    }
    Outcome outcome = WorkatoErrors.outcome(tried);
    boolean mayBeThere = outcome instanceof Outcome.Refused || WorkatoErrors.lost(tried.last());
    if (mayBeThere && found(create)) {
      return outcome instanceof Outcome.Refused
          ? new Outcome.AlreadySo(outcome.message())
          : new Outcome.Applied();
    }
    return outcome;
  }

  private Outcome created(WorkatoOperation.CreateGroup create, Id id) {
    tools.index().created(create.group(), create.description(), id);
    return new Outcome.Applied();
  }

  private boolean found(WorkatoOperation.CreateGroup create) {
    try {
      return exists(create);
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  /** Whether the group exists; then it is in the index. Ends the run where nobody can tell. */
  boolean exists(WorkatoOperation.CreateGroup create) {
    Optional<GroupRow> found =
        tools.readings().groups().stream()
            .filter(row -> !row.system() && Naming.same(row.name(), create.group()))
            .findFirst();
    found.ifPresent(row -> created(create, row.id()));
    return found.isPresent();
  }

  private Outcome refused(Endpoint endpoint, Tried<?> tried) {
    return tools.access().turnedAway(endpoint, tools.main(), tried);
  }
}
