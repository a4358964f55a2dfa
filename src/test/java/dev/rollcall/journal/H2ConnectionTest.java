package dev.rollcall.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of connections to H2 once its file cannot be written any more. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class H2ConnectionTest {

  private static final String READ = "SELECT COUNT(*) FROM rows";

  @TempDir Path folder;

  private String url;

  @BeforeEach
  void useASmallDisk() throws SQLException {
    FilePath.register(new SmallDisk());
    url = "jdbc:h2:" + SmallDisk.SCHEME + ":" + folder.resolve("runs") + ";WRITE_DELAY=0";
  }

  private Connection connect() {
    try {
      return new H2Connection(url, new Properties());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until nothing fits any more. */
  private static SQLException fill(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS rows (text VARCHAR)");
      return catchThrowableOfType(
          SQLException.class,
          () -> {
            while (true) {
              statement.execute("INSERT INTO rows VALUES (REPEAT(RANDOM_UUID(), 500))");
              connection.commit();
            }
          });
    }
  }

  private static void refused(ThrowingCallable use) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(use)
        .satisfies(e -> assertThat(RepositoryFault.of(e)).isEqualTo(RepositoryFault.FULL));
  }

  @Test
  void allOfThemSayThatTheDiskIsFullInsteadOfWaitingForEver() throws SQLException {
    try (Connection writing = connect();
        Connection other = connect();
        Statement made = other.createStatement()) {
      other.setAutoCommit(false);

      assertThat(RepositoryFault.of(fill(writing))).isEqualTo(RepositoryFault.FULL);

      refused(() -> made.executeQuery(READ));
      refused(other::commit);
      refused(other::rollback);
      refused(other::createStatement);
      refused(writing::rollback);
      refused(() -> writing.prepareStatement(READ));
      assertThat(List.of(writing.isClosed(), other.isClosed(), other.isValid(0)))
          .containsExactly(true, true, false);
    }
  }

  @Test
  void aStatementThatWasPreparedBeforeIsRefusedToo() throws SQLException {
    try (Connection writing = connect();
        Connection other = connect();
        PreparedStatement prepared = other.prepareStatement("SELECT 1")) {
      fill(writing);

      refused(prepared::executeQuery);
    }
  }

  @Test
  void thePoolGivesNoneAndOpensTheFileNotAnew() throws SQLException {
    List<Connection> made = new CopyOnWriteArrayList<>();
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(1);
    try (Connection anchor = connect();
        RepositoryPool pool =
            RepositoryPool.of(
                config,
                anchor,
                () -> {
                  made.add(connect());
                  return made.get(made.size() - 1);
                })) {
      try (Connection writing = pool.getConnection()) {
        fill(writing);

        refused(pool::getConnection);
        pool.evictConnection(writing);
        refused(pool::getConnection);
      } catch (SQLException e) {
        // It cannot be given back as it was.
        assertThat(RepositoryFault.of(e)).isEqualTo(RepositoryFault.FULL);
      }
    }
    assertThat(made).hasSize(1);
  }
}
