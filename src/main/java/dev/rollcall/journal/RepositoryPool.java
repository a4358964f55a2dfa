package dev.rollcall.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The pool of a repository's connections. It gives none once the database has let go of its file:
 * H2 would open that anew, beside what goes on in the connections there are, and while another
 * process may have taken it.
 */
final class RepositoryPool extends HikariDataSource {

  private final Connection anchor;

  private RepositoryPool(HikariConfig config, Connection anchor) {
    super(config);
    this.anchor = anchor;
  }

  /**
   * Starts it.
   *
   * @param anchor a connection that is open before the first and after the last of the pool
   */
  static RepositoryPool of(
      HikariConfig config, Connection anchor, PlainConnections.Connecting connect) {
    // The pool knows no address: it would tell it.
    config.setDataSource(
        new PlainConnections(
            () -> {
              H2Connection.refuseLost(anchor);
              return connect.get();
            }));
    return new RepositoryPool(config, anchor);
  }

  @Override
  public Connection getConnection() throws SQLException {
    H2Connection.refuseLost(anchor);
    return super.getConnection();
  }
}
