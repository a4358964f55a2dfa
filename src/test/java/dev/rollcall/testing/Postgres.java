package dev.rollcall.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A real PostgreSQL server for tests: one a process, one fresh database a call. Where it cannot be
 * started here, {@code -Dtest.postgres.url=jdbc:postgresql://host/?user=u&password=p} names
 * another.
 */
public final class Postgres {

  private Postgres() {}

  /** Started by the first who asks, stopped with the process. */
  private static final class Server {
    static final String URL = url();

    private static String url() {
      String given = System.getProperty("test.postgres.url", "");
      if (!given.isEmpty()) {
        return given;
      }
      try {
        return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL could not be started", e);
      }
    }
  }

  /** The URL of a new, empty database. */
  public static String freshDatabase() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(Server.URL);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for this test", e);
    }
    return Server.URL.replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
  }
}
