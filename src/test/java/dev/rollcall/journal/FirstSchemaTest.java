package dev.rollcall.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.testing.TestingRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstSchemaTest {

  private static final String HISTORY =
      "SELECT \"installed_rank\", \"version\", \"description\", \"type\", \"script\","
          + " \"checksum\", \"installed_by\", \"success\""
          + " FROM ROLLCALL.\"flyway_schema_history\" ORDER BY \"installed_rank\"";

  @TempDir Path folder;

  @Test
  void isWhatFlywayMakes() throws SQLException {
    try (Connection byHand = connection("by-hand");
        Connection byFlyway = connection("by-flyway")) {
      FirstSchema.make(byHand);
      Schema.migrate(new PlainConnections(() -> connection("by-flyway")), Engine.H2_FILE);

      assertThat(tables(byHand)).isEqualTo(tables(byFlyway)).hasSizeGreaterThan(20);
      assertThat(lines(byHand, HISTORY)).isEqualTo(lines(byFlyway, HISTORY)).hasSize(9);
    }
  }

  @Test
  void leavesNothingForFlyway() throws SQLException {
    try (Connection connection = connection("both")) {
      FirstSchema.make(connection);
      List<String> history = lines(connection, HISTORY);

      Schema.migrate(new PlainConnections(() -> connection("both")), Engine.H2_FILE);

      assertThat(lines(connection, HISTORY)).isEqualTo(history);
    }
  }

  /** As a process leaves it that is killed after so many statements. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 12, 20, 30, 33, 34})
  void isMadeWholeByTheNextRunWhereverItWasCutOff(int statements) throws SQLException {
    try (Connection connection = connection("runs")) {
      assertThatThrownBy(() -> FirstSchema.make(dyingAfter(statements, connection)))
          .hasMessage("killed");
    }

    TestingRepository.at(settings("runs")).close();

    try (Connection connection = connection("runs");
        Connection whole = connection("whole")) {
      FirstSchema.make(whole);
      assertThat(tables(connection)).isEqualTo(tables(whole));
      assertThat(new Soundness(settings("runs")).isCurrent(connection)).isTrue();
    }
  }

  /** All there is in our schema, as statements that would make it. */
  private static List<String> tables(Connection connection) throws SQLException {
    return lines(connection, "SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA ROLLCALL").stream()
        .filter(line -> !line.startsWith("-- "))
        .map(line -> line.replaceAll("CONSTRAINT_[0-9A-F_]+", "CONSTRAINT"))
        .sorted()
        .toList();
  }

  private static List<String> lines(Connection connection, String sql) throws SQLException {
    return new RepositorySession(connection)
        .list(
            row -> {
              StringBuilder line = new StringBuilder();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                line.append(i == 1 ? "" : " | ").append(row.getString(i));
              }
              return line.toString();
            },
            sql);
  }

  private RepositorySettings settings(String name) {
    return RepositorySettings.of("jdbc:h2:file:" + folder.resolve(name));
  }

  private Connection connection(String name) {
    Properties user = new Properties();
    user.setProperty("user", "rollcall");
    try {
      return new Driver().connect(settings(name).url(), user);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection dyingAfter(int statements, Connection connection) {
    return (Connection) dying(Connection.class, connection, new AtomicInteger(statements));
  }

  private static Object dying(Class<?> type, Object whole, AtomicInteger left) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute") && left.getAndDecrement() <= 0) {
            throw new SQLException("killed");
          }
          try {
            Object result = method.invoke(whole, arguments);
            return result instanceof Statement
                ? dying(method.getReturnType(), result, left)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
