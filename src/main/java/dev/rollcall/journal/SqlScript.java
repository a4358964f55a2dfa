package dev.rollcall.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * A script of plain statements, none of which has a semicolon or two dashes within a text.
 *
 * @param resource its path on the class path
 */
record SqlScript(String resource) {

  /** Runs it; it can be run again. */
  void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements()) {
        statement.execute(sql);
      }
    }
  }

  private List<String> statements() {
    return Arrays.stream(text().replaceAll("--[^\\n]*", "").split(";"))
        .map(String::strip)
        .filter(sql -> !sql.isEmpty())
        .map(SqlScript::repeatable)
        .toList();
  }

  private String text() {
    try (InputStream script = SqlScript.class.getClassLoader().getResourceAsStream(resource)) {
      if (script == null) {
        throw new IllegalStateException("the script " + resource + " is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** H2 commits each table by itself: a process killed in between leaves some of them. */
  private static String repeatable(String sql) {
    return sql.replaceFirst("(?i)^(CREATE (?:TABLE|INDEX|SEQUENCE)) +", "$1 IF NOT EXISTS ");
  }
}
