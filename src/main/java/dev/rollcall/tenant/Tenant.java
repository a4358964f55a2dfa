package dev.rollcall.tenant;

import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import java.time.Instant;
import java.util.List;
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

  /** How operations on the last snapshot become requests. */
  Batching batching();

  /** Lets go of connections. */
  @Override
  void close();
}
