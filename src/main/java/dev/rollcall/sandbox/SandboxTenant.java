package dev.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The workspace behind the API: its state, its clock and its switches, under one lock. */
final class SandboxTenant {
  private final Store store;
  private final SandboxClock clock;
  private final Ids ids;
  private final AuditLog audit;
  private final Quotas quotas = new Quotas();
  private final Quotas customerQuotas = new Quotas();
  private final Optional<SandboxTenant> partner;
  private final Optional<StateFile> file;

  SandboxTenant(Store store, SandboxClock clock, Optional<StateFile> file) {
    this(store, clock, file, Optional.empty());
  }

  /** A customer's, which behaves as the partner's own does, in its time. */
  SandboxTenant(
      Store store, SandboxClock clock, Optional<StateFile> file, Optional<SandboxTenant> partner) {
    this.partner = partner;
    this.store = store;
    this.clock = clock;
    this.file = file;
    this.ids = new Ids(store);
    this.audit = new AuditLog(store, ids);
  }

  /** Runs an action alone; what it changed is on disk when this returns. */
  synchronized <T> T alone(Supplier<T> action) {
    try {
      return action.get();
    } finally {
      List<Store.Change> changes = store.takeChanges();
      file.ifPresent(state -> state.write(changes));
    }
  }

  Store store() {
    return store;
  }

  Ids ids() {
    return ids;
  }

  SandboxClock clock() {
    return clock;
  }

  Instant now() {
    return partner.map(SandboxTenant::now).orElseGet(clock::now);
  }

  Quotas quotas() {
    return quotas;
  }

  /** What the quota is of: a minute, unless a switch says otherwise. */
  Duration quotaWindow() {
    return is(Switch.QUOTA_WINDOW, "second") ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
  }

  /** Those that the requests to all customers' workspaces count against. */
  Quotas customerQuotas() {
    return customerQuotas;
  }

  /** Whether it is a customer's of a partner. */
  boolean isCustomers() {
    return partner.isPresent();
  }

  Behaviour<Switch> behaviour() {
    return partner.map(SandboxTenant::behaviour).orElseGet(this::ownBehaviour);
  }

  private Behaviour<Switch> ownBehaviour() {
    return Behaviour.assumed(Switch.class).with(store.meta().behaviour());
  }

  boolean is(Switch which, String position) {
    return behaviour().is(which, position);
  }

  /** Writes an audit row about a member. */
  void log(String event, StoredRow.Member member) {
    audit.changed("dev", now(), event, AuditLog.managedUserGrant(member));
  }

  /** Writes an audit row about anything else. */
  void log(String event, Map<String, Object> resource) {
    audit.changed("dev", now(), event, resource);
  }

  /** Turns every pending invitation of an address into a member; false where there is none. */
  boolean accept(String email) {
    List<StoredRow.Invitation> pending = store.invitationsByEmail.all(Store.lower(email));
    pending.forEach(this::accept);
    return !pending.isEmpty();
  }

  void acceptAll() {
    List.copyOf(store.invitations.rows()).forEach(this::accept);
  }

  /** Removes a member with everything that was granted to them directly. */
  void remove(StoredRow.Member member) {
    removeGrants(member);
    store.remove(store.members, member.key());
    store.profiles.find(member.key()).ifPresent(told -> store.remove(store.profiles, member.key()));
    log("team_membership_deleted", member);
  }

  /** Takes what was granted to a member directly. */
  void removeGrants(StoredRow.Member member) {
    store
        .grantsByAssignee
        .all(StoredRow.Grant.ofUser(member.id()))
        .forEach(grant -> store.remove(store.grants, grant.id()));
  }

  Collection<StoredRow.Environment> environments() {
    return store.environments.rows();
  }

  private void accept(StoredRow.Invitation invitation) {
    store.remove(store.invitations, invitation.key());
    if (store.membersByEmail.count(Store.lower(invitation.email())) > 0) {
      return;
    }
    List<String> groups =
        invitation.groups().stream().filter(id -> store.groups.find(id).isPresent()).toList();
    StoredRow.Member member =
        new StoredRow.Member(
            ids.user(),
            invitation.email(),
            invitation.name(),
            "team",
            invitation.roles(),
            groups,
            now());
    store.put(member);
    audit.accepted(member, now());
  }
}
