package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database that runs in our process brings along. */
class StoredCodeTest {

  /** Does nothing. */
  public static final class Watching implements Trigger {
    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {}
  }

  @TempDir private Path folder;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
    execute("CREATE TABLE people (email VARCHAR, born DATE DEFAULT CURRENT_DATE)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void tablesAndViewsOfThemAreHarmless() throws SQLException {
    execute(
        "CREATE VIEW here AS SELECT UPPER(email) AS email FROM people",
        "ALTER TABLE people ADD CONSTRAINT c CHECK (LENGTH(email) > 0)");

    assertThat(StoredCode.inSource(connection)).isEmpty();
    assertThat(StoredCode.inRepository(connection)).contains("the view \"HERE\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE ALIAS now_here FOR 'java.lang.System.getProperty(java.lang.String)'"
            + " | the function \"NOW_HERE\"",
        "CREATE ALIAS code AS 'String code() { return \"\"; }' | the function \"CODE\"",
        "CREATE TRIGGER t BEFORE INSERT ON people FOR EACH ROW CALL"
            + " 'dev.rollcall.security.StoredCodeTest$Watching'"
            + " | the trigger \"T\"",
        "CREATE FORCE LINKED TABLE away('', 'jdbc:h2:mem:x', 'sa', '', 'y')"
            + " | the linked table \"AWAY\"",
        "CREATE VIEW reading AS SELECT FILE_READ('/etc/hostname', NULL) AS x"
            + " | the view \"READING\"",
        "CREATE VIEW rows_in AS SELECT * FROM CSVREAD('%s') | the view \"ROWS_IN\"",
        "ALTER TABLE people ADD COLUMN x BLOB DEFAULT FILE_READ('/etc/hostname')"
            + " | the column \"X\"",
        "ALTER TABLE people ADD CONSTRAINT k CHECK (FILE_WRITE('x', email) >= 0)"
            + " | the check \"K\""
      })
  void whatRunsOrReachesOutIsFound(String statement, String found) throws Exception {
    Path csv = Files.writeString(folder.resolve("x.csv"), "A\n1\n");
    execute(statement.formatted(csv));

    assertThat(StoredCode.inSource(connection)).contains(found);
    assertThat(StoredCode.inRepository(connection)).contains(found);
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
