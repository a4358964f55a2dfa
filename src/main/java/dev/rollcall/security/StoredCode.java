package dev.rollcall.security;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code that an H2 database brings along. H2 runs in our own process: what is stored there as a
 * function, a trigger or a linked table would run with all of Rollcall's rights as soon as the
 * table or view that uses it is read. A server runs its own code in its own place.
 */
public final class StoredCode {

  /** Built in, and reaching beyond the database. */
  private static final Pattern REACHING_OUT =
      Pattern.compile("(?i)\\b(FILE_READ|FILE_WRITE|CSVREAD|CSVWRITE|LINK_SCHEMA)\"?\\s*\\(");

  /** Each gives what it is and its name. */
  private static final List<String> ALWAYS =
      List.of(
          "SELECT 'the function', ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES",
          "SELECT 'the trigger', TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS",
          "SELECT 'the linked table', TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
              + " WHERE STORAGE_TYPE = 'TABLE LINK'");

  private static final List<String> BESIDE_OURS =
      List.of(
          "SELECT 'the view', TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
              + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA' AND TABLE_TYPE = 'VIEW'",
          "SELECT 'the synonym', SYNONYM_NAME FROM INFORMATION_SCHEMA.SYNONYMS",
          "SELECT 'the domain', DOMAIN_NAME FROM INFORMATION_SCHEMA.DOMAINS");

  /** Each gives what it is, its name and its text. */
  private static final List<String> TEXTS =
      List.of(
          "SELECT 'the view', TABLE_NAME, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS",
          "SELECT 'the column', COLUMN_NAME, CONCAT_WS(' ', COLUMN_DEFAULT, GENERATION_EXPRESSION,"
              + " COLUMN_ON_UPDATE) FROM INFORMATION_SCHEMA.COLUMNS"
              + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'",
          "SELECT 'the check', CONSTRAINT_NAME, CHECK_CLAUSE"
              + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS");

  private StoredCode() {}

  /**
   * What a database of somebody's records must not hold, where it is one of H2.
   *
   * @return what it is and its name, such as {@code the function "X"}
   */
  public static Optional<String> inSource(Connection connection) throws SQLException {
    if (!runsHere(connection)) {
      return Optional.empty();
    }
    Optional<String> found = first(connection, ALWAYS);
    return found.isPresent() ? found : reachingOut(connection);
  }

  /** The same of a database in which every table is ours. */
  public static Optional<String> inRepository(Connection connection) throws SQLException {
    Optional<String> found = inSource(connection);
    return found.isPresent() || !runsHere(connection) ? found : first(connection, BESIDE_OURS);
  }

  /** Whether it is a database of H2 that runs here, and not on a server of its own. */
  private static boolean runsHere(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    return "H2".equals(about.getDatabaseProductName())
        && !String.valueOf(about.getURL()).matches("(?i)jdbc:h2:(tcp|ssl):.*");
  }

  private static Optional<String> first(Connection connection, List<String> questions)
      throws SQLException {
    for (String question : questions) {
      try (PreparedStatement statement = connection.prepareStatement(question);
          ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          return Optional.of(named(rows));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> reachingOut(Connection connection) throws SQLException {
    for (String question : TEXTS) {
      try (PreparedStatement statement = connection.prepareStatement(question);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String text = rows.getString(3);
          if (text != null && REACHING_OUT.matcher(text).find()) {
            return Optional.of(named(rows));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String named(ResultSet row) throws SQLException {
    return row.getString(1) + " \"" + PlainText.line(row.getString(2)) + "\"";
  }
}
