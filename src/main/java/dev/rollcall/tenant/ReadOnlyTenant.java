package dev.rollcall.tenant;

import dev.rollcall.model.Email;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace that cannot be changed through this object, whatever it is underneath. */
public final class ReadOnlyTenant implements Tenant {

  private final Tenant workspace;

  /** A view of a workspace. */
  public ReadOnlyTenant(Tenant workspace) {
    this.workspace = workspace;
  }

  @Override
  public Vocabulary vocabulary() {
    return workspace.vocabulary();
  }

  @Override
  public Optional<String> permissionModel() {
    return workspace.permissionModel();
  }

  @Override
  public List<String> remarks() {
    return workspace.remarks();
  }

  @Override
  public Identity identify() {
    return workspace.identify();
  }

  @Override
  public Snapshot snapshot(Scope scope) {
    return workspace.snapshot(scope);
  }

  @Override
  public Snapshot beyond(Scope scope, Snapshot seen) {
    return workspace.beyond(scope, seen);
  }

  @Override
  public Roster readBack(Scope touched) {
    return workspace.readBack(touched);
  }

  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return workspace.rememberedInvitations(since);
  }

  @Override
  public Optional<Inspection> inspection() {
    return workspace.inspection();
  }

  @Override
  public AccessInventory access() {
    return workspace.access();
  }

  @Override
  public Optional<Map<Email, Activity>> lastUse(Collection<Account> accounts, Instant since) {
    return workspace.lastUse(accounts, since);
  }

  @Override
  public Optional<PrivilegeReading> privileges() {
    return workspace.privileges();
  }

  @Override
  public Batching batching() {
    return workspace.batching();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
