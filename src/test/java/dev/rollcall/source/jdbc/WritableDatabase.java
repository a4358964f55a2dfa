package dev.rollcall.source.jdbc;

import dev.rollcall.testing.Given;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A database of a test, written to past the source that reads it. */
final class WritableDatabase {

  static final FurtherDrivers NO_DRIVERS = FurtherDrivers.NONE;
  private static final AtomicInteger TABLES = new AtomicInteger();

  final String url;
  private final String quote;

  WritableDatabase(String url, String quote) {
    this.url = url;
    this.quote = quote;
  }

  void execute(String... statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String ask(String query) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A query that gives exactly this. */
  String table(List<String> header, List<List<String>> rows) {
    String name = "t" + TABLES.incrementAndGet();
    String columns =
        IntStream.range(0, header.size())
            .mapToObj(column -> "c" + column + " VARCHAR(200)")
            .collect(Collectors.joining(", "));
    execute("CREATE TABLE " + name + " (line INT, " + columns + ")");
    rows.forEach(row -> insert(name, rows.indexOf(row), row));
    return "SELECT "
        + IntStream.range(0, header.size())
            .mapToObj(column -> "c" + column + " AS " + quote + header.get(column) + quote)
            .collect(Collectors.joining(", "))
        + " FROM "
        + name
        + " ORDER BY line";
  }

  private void insert(String table, int line, List<String> cells) {
    String places = ", ?".repeat(cells.size());
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO " + table + " VALUES (?" + places + ")")) {
      insert.setInt(1, line);
      for (int column = 0; column < cells.size(); column++) {
        insert.setString(column + 2, cells.get(column));
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  JdbcSettings asking(String query) {
    return asking(query, Given.login(url));
  }

  static JdbcSettings asking(String query, Login login) {
    return new JdbcSettings("hr", login, Query.of(query), Timeouts.USUAL, NO_DRIVERS);
  }
}
