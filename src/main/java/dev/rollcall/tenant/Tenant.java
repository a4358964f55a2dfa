package dev.rollcall.tenant;

import dev.rollcall.model.Email;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workspace that can be read. This is all that {@code plan} is given, so that a dry run cannot
 * write.
 *
 * <p>Every method may throw {@link TenantUnavailable} (it did not answer, or not completely) and
 * {@link AccessRefused} (a wrong token or a missing privilege).
 */
public interface Tenant extends AutoCloseable {

  /**
   * The words of its vendor. Where tenants of the vendor differ, those of this one from the first
   * snapshot on, and those of all before.
   */
  Vocabulary vocabulary();

  /**
   * Which permission model it has, where its vendor has several, and what shows that: a sentence,
   * once a snapshot was taken.
   */
  default Optional<String> permissionModel() {
    return Optional.empty();
  }

  /** What there is to say of how it was understood, once a snapshot was taken: sentences. */
  default List<String> remarks() {
    return List.of();
  }

  /** Which workspace it is; tokens that belong to different ones are refused. */
  Identity identify();

  /**
   * Reads everything in scope, proven complete. An incomplete member list is {@link
   * TenantUnavailable}; an incomplete group or grant list is named in the snapshot.
   */
  Snapshot snapshot(Scope scope);

  /**
   * Reads what a snapshot left out because it was beyond its scope, and only that: afterwards all
   * that its people hold is known. The same as a snapshot of everything, for far fewer requests.
   *
   * @param seen the last snapshot of this object, in the same scope
   */
  Snapshot beyond(Scope scope, Snapshot seen);

  /**
   * Reads members, and the groups and projects in scope, once more, to compare with what was sent.
   * Costs no more requests than that: the catalogue of the last snapshot is kept.
   */
  Roster readBack(Scope touched);

  /**
   * Invitations that the workspace itself remembers since then, newest of each person; empty where
   * its log cannot be read.
   */
  Optional<List<Invitation>> rememberedInvitations(Instant since);

  /** What it tells of itself beyond that; empty where it does not. */
  default Optional<Inspection> inspection() {
    return Optional.empty();
  }

  /**
   * Reads all access there is, whoever's it is, for whoever has to look at it as a whole. What
   * could not be read whole is named. A vendor that tells more than a snapshot holds, of the use of
   * accounts or of those that are not ours, does it by itself.
   */
  default AccessInventory access() {
    return AccessInventory.of(snapshot(AccessInventory.EVERYTHING));
  }

  /**
   * What accounts were used for last since then, by the tenant's own log, which may know more than
   * its list of accounts; of those that are missing it knows nothing. Empty where it cannot be
   * read.
   */
  default Optional<Map<Email, Activity>> lastUse(Collection<Account> accounts, Instant since) {
    return Optional.of(Map.of());
  }

  /** What accounts may do by the tenant's own word; empty where it does not tell. */
  default Optional<PrivilegeReading> privileges() {
    return Optional.empty();
  }

  /**
   * Is told of operations that the tenant accepted, and that do not show: what was found out about
   * how they are sent is to be found out anew.
   */
  default void doubt(Collection<Operation> operations) {}

  /** How operations on the last snapshot become requests. */
  Batching batching();

  /** Lets go of connections. */
  @Override
  void close();
}
