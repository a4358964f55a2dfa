package dev.rollcall.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Transactions on the repository: each is committed before its method returns, or undone whole. */
final class Database {

  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource connections;
  private final String name;

  Database(DataSource connections, String name) {
    this.connections = connections;
    this.name = name;
  }

  /** Something that is done in one transaction. */
  interface TransactionWork<T> {
    T in(RepositorySession session) throws SQLException;
  }

  /** The same without a result. */
  interface TransactionChange {
    void in(RepositorySession session) throws SQLException;
  }

  /** A row that is already there. */
  static final class Duplicate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Duplicate(SQLException cause) {
      super(cause);
    }
  }

  void change(TransactionChange change) {
    transaction(
        session -> {
          change.in(session);
          return true;
        });
  }

  /** One statement. */
  void update(String sql, Object... values) {
    change(session -> session.update(sql, values));
  }

  /** All rows of one query. */
  <T> List<T> list(RepositorySession.RowReader<T> reading, String sql, Object... values) {
    return transaction(session -> session.list(reading, sql, values));
  }

  /** The first row of one query. */
  <T> Optional<T> first(RepositorySession.RowReader<T> reading, String sql, Object... values) {
    return transaction(session -> session.first(reading, sql, values));
  }

  /**
   * Runs the work in a transaction of its own.
   *
   * @throws Duplicate where a row exists already
   * @throws dev.rollcall.apply.RepositoryUnavailable where the database cannot be used
   */
  <T> T transaction(TransactionWork<T> work) {
    try (Connection connection = connections.getConnection()) {
      return commit(connection, work);
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new Duplicate(e);
      }
      throw RepositoryFault.of(e).at(name, e);
    } catch (IllegalArgumentException | DateTimeException | PlanCodec.Unreadable e) {
      // What is read here was written here: nothing of it can be wrong by itself.
      throw RepositoryFault.FOREIGN_VALUE.at(name, e);
    }
  }

  private static <T> T commit(Connection connection, TransactionWork<T> work) throws SQLException {
    connection.setAutoCommit(false);
    boolean committed = false;
    try {
      T result = work.in(new RepositorySession(connection));
      connection.commit();
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is gone, and the transaction with it: the first error tells more.
    }
  }
}
