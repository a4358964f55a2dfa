package dev.rollcall.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * PostgreSQL's locks of a session: the server frees them when the owner's connection ends, however
 * it dies. Each is held by a connection of its own; a pool would hand it to others.
 */
final class AdvisoryLocks implements DatabaseLeases.Proofs {

  private final Supplier<Connection> connect;

  AdvisoryLocks(Supplier<Connection> connect) {
    this.connect = connect;
  }

  @Override
  public Optional<DatabaseLeases.Proof> take(String workspace) {
    Connection session = connect.get();
    boolean locked = false;
    try {
      locked = lock(session, "rollcall:" + workspace);
      return locked
          ? Optional.of(new DatabaseLeases.Proof(true, () -> release(session)))
          : Optional.empty();
    } catch (SQLException e) {
      throw RepositoryFault.of(e).at("the server that locks " + workspace, e);
    } finally {
      if (!locked) {
        DatabaseOpening.closeQuietly(session);
      }
    }
  }

  private static boolean lock(Connection session, String key) throws SQLException {
    return new RepositorySession(session)
        .first(row -> row.getBoolean(1), "SELECT pg_try_advisory_lock(hashtextextended(?, 0))", key)
        .orElse(false);
  }

  /** The server notices a closed connection a moment later; a lease handed back is free at once. */
  private static void release(Connection session) {
    try {
      new RepositorySession(session).exists("SELECT pg_advisory_unlock_all()");
    } catch (SQLException e) {
      // The session is gone, and its locks with it.
    } finally {
      DatabaseOpening.closeQuietly(session);
    }
  }
}
