package dev.rollcall.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;

/**
 * A connection to H2 that is lost, and says why, as soon as its store is closed. H2 closes it by
 * itself where its file cannot be written, as on a full disk, and leaves the connections as they
 * are: a transaction that fails there is counted out twice, and with that the next statement on any
 * of them looks for a version that is in use for ever (2.4.240, {@code registerVersionUsage}).
 */
final class H2Connection extends JdbcConnection {

  /** Held, because a session that is closed knows its database no more. */
  private final MVStore store;

  H2Connection(String url, Properties info) throws SQLException {
    super(url, info, null, null, false);
    // No engine of ours is a server.
    store = ((SessionLocal) getSession()).getDatabase().getStore().getMvStore();
  }

  /** Refuses a connection that is lost, as every statement on it would. */
  static void refuseLost(Connection connection) throws SQLException {
    if (connection instanceof H2Connection ours && ours.store.isClosed()) {
      throw DbException.toSQLException(ours.lost());
    }
  }

  /** Asked by H2 at the beginning of whatever a connection or a statement on it is to do. */
  @Override
  protected void checkClosed() {
    super.checkClosed();
    if (store.isClosed()) {
      throw lost();
    }
  }

  private DbException lost() {
    return DbException.get(ErrorCode.DATABASE_IS_CLOSED, store.getPanicException());
  }

  @Override
  public boolean isClosed() throws SQLException {
    return super.isClosed() || store.isClosed();
  }

  /** What is in a store that is closed cannot be undone, and H2 would try. */
  @Override
  public void close() throws SQLException {
    if (!store.isClosed()) {
      super.close();
    }
  }
}
