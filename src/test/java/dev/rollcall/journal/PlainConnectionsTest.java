package dev.rollcall.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a pool does with connections that are made one by one. */
class PlainConnectionsTest {

  private final List<Connection> made = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch given = new CountDownLatch(1);

  @Test
  void aPoolThatIsClosedWhileItMakesAConnectionClosesThatOneToo() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setDataSource(new PlainConnections(this::connect));
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(1);
    HikariDataSource pool = new HikariDataSource(config);
    try (Connection taken = pool.getConnection()) {
      assertThat(taken.isValid(0)).isTrue();
      asked.await();
    }
    Thread closing = new Thread(pool::close);
    closing.start();
    while (closing.getState() != Thread.State.TIMED_WAITING
        && closing.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }

    given.countDown();
    closing.join();

    assertThat(made).hasSize(2).allMatch(PlainConnectionsTest::isClosed);
  }

  /** The second one keeps whoever asked for it waiting. */
  private Connection connect() {
    if (!made.isEmpty()) {
      asked.countDown();
      awaitGiven();
    }
    try {
      Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
      made.add(connection);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitGiven() {
    try {
      given.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
