package dev.rollcall.journal;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Lease;
import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.RepositoryUnavailable;
import java.sql.Connection;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The database that runs are kept in: the journal, the ledger, the leases, and the tables of Spring
 * Batch beside them. Open it once a process and close it at the end.
 */
public final class Repository implements AutoCloseable {

  private final RepositoryPool connections;
  private final Connection anchor;
  private final Runnable afterwards;
  private final DatabaseLeases leases;
  private final DatabaseJournal journal;
  private final DatabaseLedger ledger;
  private final Purging purging;

  private Repository(OpenedDatabase opened, DatabaseLeases leases, Database database, Clock clock) {
    this.connections = opened.connections();
    this.anchor = opened.anchor();
    this.afterwards = opened.afterwards();
    this.leases = leases;
    PlanRows plans = new PlanRows();
    this.journal = new DatabaseJournal(database, leases, plans);
    this.ledger = new DatabaseLedger(database, clock);
    this.purging = new Purging(database, plans);
  }

  /**
   * Opens the repository, and makes or completes it where needed.
   *
   * @throws dev.rollcall.apply.TenantBusy where another process holds its file
   * @throws dev.rollcall.apply.RepositoryUnavailable where it cannot be reached
   * @throws dev.rollcall.apply.RepositoryUnusable where it is damaged, or cannot be made or written
   */
  public static Repository open(RepositorySettings settings, Clock clock) {
    return over(DatabaseOpening.of(settings).writable(clock), clock);
  }

  /**
   * Opens a repository that exists already, for reading only; creates nothing.
   *
   * @return empty where no run was ever kept there
   * @throws dev.rollcall.apply.TenantBusy where another process holds its file
   * @throws dev.rollcall.apply.RepositoryUnavailable where it cannot be reached
   * @throws dev.rollcall.apply.RepositoryUnusable where it is damaged or does not let us in
   */
  public static Optional<Repository> openExisting(RepositorySettings settings, Clock clock) {
    return DatabaseOpening.of(settings).readOnly().map(opened -> over(opened, clock));
  }

  private static Repository over(OpenedDatabase opened, Clock clock) {
    Database database = new Database(opened.connections(), opened.name());
    DatabaseLeases leases =
        new DatabaseLeases(database, opened.proofs(), clock, opened.named()::accept);
    return new Repository(opened, leases, database, clock);
  }

  /** What a failure of somebody who uses our connections means; empty where it is another's. */
  public static Optional<RepositoryUnavailable> unavailable(Throwable failure) {
    return RepositoryFault.isOfADatabase(failure)
        ? Optional.of(
            new RepositoryUnavailable(RepositoryFault.of(failure).told("of this run"), failure))
        : Optional.empty();
  }

  /** Connections whose schema holds the tables of Spring Batch. */
  public DataSource dataSource() {
    return connections;
  }

  /** What runs did. */
  public Journal journal() {
    return journal;
  }

  /** What is remembered across runs. */
  public Ledger ledger() {
    return ledger;
  }

  /** The right to change a workspace. */
  public Lease.Leases leases() {
    return leases;
  }

  /** What is to be let go. */
  public Purging purging() {
    return purging;
  }

  /**
   * Rids a repository that is closed of the bytes of what was deleted, as far as that is ours to
   * do: a database server sees to it by itself, and an operator to its backups.
   *
   * @return false where another process has it open already
   * @throws dev.rollcall.apply.RepositoryUnavailable where it could not be done
   */
  public static boolean compact(RepositorySettings settings) {
    return DatabaseOpening.of(settings).compact();
  }

  /** Lets go of the database. */
  @Override
  public void close() {
    connections.close();
    DatabaseOpening.closeQuietly(anchor);
    afterwards.run();
  }
}
