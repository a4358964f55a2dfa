package dev.rollcall.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session with the database: statements within one transaction. Times are kept to the
 * microsecond, in UTC.
 */
final class RepositorySession {

  private static final int BATCH = 1000;
  private static final int FETCH = 1000;

  private final Connection connection;

  RepositorySession(Connection connection) {
    this.connection = connection;
  }

  /** Makes something of the row that the result stands on. */
  interface RowReader<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Does something with the row that the result stands on. */
  interface RowConsumer {
    void row(ResultSet row) throws SQLException;
  }

  /** Runs a statement and says how many rows it touched. */
  int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs one statement with many sets of values. */
  void batch(String sql, Iterable<Object[]> many) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (Object[] values : many) {
        bind(statement, values);
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }

  <T> List<T> list(RowReader<T> reading, String sql, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    each(row -> found.add(reading.of(row)), sql, values);
    return found;
  }

  /** Reads row by row and keeps none. */
  void each(RowConsumer taking, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taking.row(rows);
        }
      }
    }
  }

  <T> Optional<T> first(RowReader<T> reading, String sql, Object... values) throws SQLException {
    return list(reading, sql, values).stream().findFirst();
  }

  boolean exists(String sql, Object... values) throws SQLException {
    return first(row -> true, sql, values).isPresent();
  }

  /** Whether a table is there: who only reads may meet a repository of an earlier release. */
  boolean hasTable(String table) throws SQLException {
    return exists(
        "SELECT 1 FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE UPPER(TABLE_SCHEMA) = 'ROLLCALL' AND UPPER(TABLE_NAME) = UPPER(?)",
        table);
  }

  /** The same of a column. */
  boolean hasColumn(String table, String column) throws SQLException {
    return exists(
        "SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS WHERE UPPER(TABLE_SCHEMA) = 'ROLLCALL'"
            + " AND UPPER(TABLE_NAME) = UPPER(?) AND UPPER(COLUMN_NAME) = UPPER(?)",
        table,
        column);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        bind(statement, index, optional.get());
      } else {
        statement.setNull(index, Types.NULL);
      }
    } else if (value instanceof Instant time) {
      // Cut here, because databases round: what is read back must never be later than it was.
      statement.setObject(index, time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    } else if (value instanceof Enum<?> constant) {
      statement.setString(index, constant.name());
    } else if (value instanceof String text) {
      // PostgreSQL takes no NUL in a text; messages of others may hold one.
      statement.setString(index, text.replace("\0", ""));
    } else {
      statement.setObject(index, value);
    }
  }
}
