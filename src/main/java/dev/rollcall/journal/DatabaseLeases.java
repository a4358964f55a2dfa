package dev.rollcall.journal;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.TenantBusy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Leases as rows with a fencing token. That an owner named by a row is dead is known from the
 * database's own lock: H2's on its file, an advisory lock of the owner's session in PostgreSQL. So
 * no lease has to run out before a killed run can be continued.
 */
final class DatabaseLeases implements Lease.Leases {

  private final Database database;
  private final Proofs proofs;
  private final Clock clock;
  private final Consumer<RunId> named;
  private final String owner = UUID.randomUUID().toString();
  private final Map<RunId, HeldLease> held = new ConcurrentHashMap<>();

  /**
   * Leases of one repository.
   *
   * @param named is told of each run that holds a lease, to name it beside the database
   */
  DatabaseLeases(Database database, Proofs proofs, Clock clock, Consumer<RunId> named) {
    this.database = database;
    this.proofs = proofs;
    this.clock = clock;
    this.named = named;
  }

  /** Proves that no other process works on a workspace, for as long as the proof is held. */
  interface Proofs {
    /** Empty where another process holds it. */
    Optional<Proof> take(String workspace);
  }

  /**
   * Proof that no other process holds a workspace.
   *
   * @param ownersAreDead whether it proves, too, that the owner named by the row is dead
   * @param release gives it back
   */
  record Proof(boolean ownersAreDead, Runnable release) {}

  private record HeldLease(String workspace, long token, Proof proof) {}

  @Override
  public Lease acquire(String workspace, RunId run) {
    Proof proof = proofs.take(workspace).orElseThrow(() -> busy(workspace));
    boolean taken = false;
    try {
      HeldLease lease = new HeldLease(workspace, token(workspace, run, proof), proof);
      held.put(run, lease);
      named.accept(run);
      taken = true;
      return () -> release(run, lease);
    } catch (Database.Duplicate e) {
      throw busy(workspace);
    } finally {
      if (!taken) {
        proof.release().run();
      }
    }
  }

  private long token(String workspace, RunId run, Proof proof) {
    return database.transaction(
        session -> {
          if (proof.ownersAreDead()) {
            session.update("UPDATE leases SET run = NULL WHERE workspace = ?", workspace);
          }
          if (!claim(session, workspace, run)) {
            session.update(
                "INSERT INTO leases (workspace, token, run, owner, since, heartbeat_at)"
                    + " VALUES (?, 1, ?, ?, ?, ?)",
                workspace,
                run.value(),
                owner,
                clock.instant(),
                clock.instant());
          }
          return session
              .first(
                  row -> row.getLong("token"),
                  "SELECT token FROM leases WHERE workspace = ?",
                  workspace)
              .orElseThrow();
        });
  }

  /** Takes a row that is there and free; inserting over one that is taken fails as a duplicate. */
  private boolean claim(RepositorySession session, String workspace, RunId run)
      throws SQLException {
    return session.update(
            "UPDATE leases SET token = token + 1, run = ?, owner = ?, since = ?, heartbeat_at = ?"
                + " WHERE workspace = ? AND run IS NULL",
            run.value(),
            owner,
            clock.instant(),
            clock.instant(),
            workspace)
        > 0;
  }

  private TenantBusy busy(String workspace) {
    String holder =
        database
            .first(
                row ->
                    "run "
                        + row.getString("run")
                        + " since "
                        + RepositorySession.time(row, "since"),
                "SELECT run, since FROM leases WHERE workspace = ? AND run IS NOT NULL",
                workspace)
            .orElse("another run");
    return new TenantBusy("the workspace " + workspace + " is held by " + holder);
  }

  /**
   * Makes sure, within the transaction that marks a request as sent, that the run still holds its
   * workspace; the row stays locked until that transaction ends.
   */
  void fence(RepositorySession session, RunId run) throws SQLException {
    HeldLease lease = held.get(run);
    if (lease == null) {
      throw new LeaseLost("run " + run + " holds no lease on its workspace");
    }
    int kept =
        session.update(
            "UPDATE leases SET heartbeat_at = ? WHERE workspace = ? AND token = ?",
            clock.instant(),
            lease.workspace(),
            lease.token());
    if (kept == 0) {
      throw new LeaseLost(
          "another run has taken over the workspace " + lease.workspace() + " from run " + run);
    }
  }

  private void release(RunId run, HeldLease lease) {
    if (!held.remove(run, lease)) {
      return;
    }
    try {
      database.update(
          "UPDATE leases SET run = NULL WHERE workspace = ? AND token = ?",
          lease.workspace(),
          lease.token());
    } finally {
      lease.proof().release().run();
    }
  }
}
