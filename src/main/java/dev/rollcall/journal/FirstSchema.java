package dev.rollcall.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of an H2 database that has none yet, made at once as the steps of {@link Schema} leave
 * them, and noted as Flyway notes these steps. Flyway itself takes longer to start than the tables
 * to make.
 *
 * <p>Flyway's table is made first and filled last: after a process that was killed in between it is
 * empty, and all is made again as far as it is missing.
 */
final class FirstSchema {

  private static final String HISTORY =
      "CREATE TABLE IF NOT EXISTS \"flyway_schema_history\" ("
          + "\"installed_rank\" INT NOT NULL,"
          + " \"version\" VARCHAR(50),"
          + " \"description\" VARCHAR(200) NOT NULL,"
          + " \"type\" VARCHAR(20) NOT NULL,"
          + " \"script\" VARCHAR(1000) NOT NULL,"
          + " \"checksum\" INT,"
          + " \"installed_by\" VARCHAR(100) NOT NULL,"
          + " \"installed_on\" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,"
          + " \"execution_time\" INT NOT NULL,"
          + " \"success\" BOOLEAN NOT NULL,"
          + " CONSTRAINT \"flyway_schema_history_pk\" PRIMARY KEY (\"installed_rank\"))";

  private static final String INDEX =
      "CREATE INDEX IF NOT EXISTS \"flyway_schema_history_s_idx\" ON \"flyway_schema_history\" (\"success\")";

  private static final SqlScript TABLES = new SqlScript("db/all_tables.sql");

  private static final Engine ENGINE = Engine.H2_FILE;

  private FirstSchema() {}

  /** Makes them on a connection that is used for nothing else. */
  static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + ENGINE.schema());
      statement.execute("SET SCHEMA " + ENGINE.schema());
      statement.execute(HISTORY);
      statement.execute(INDEX);
      Schema.ofBatch(ENGINE).run(connection);
      TABLES.run(connection);
      statement.execute(notes());
    }
  }

  private static String notes() {
    List<String> notes = new ArrayList<>();
    notes.add(note(-1, "NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL"));
    notes.add(note(0, "NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '\"ROLLCALL\"', NULL"));
    Schema.scripts(ENGINE).forEach(script -> notes.add(note(script)));
    return "INSERT INTO \"flyway_schema_history\" VALUES " + String.join(", ", notes);
  }

  private static String note(Schema.Script script) {
    String text =
        "'%s', '%s', 'JDBC', '%s', %d"
            .formatted(
                script.version(),
                script.description(),
                script.getClass().getName(),
                script.getChecksum());
    return note(Integer.parseInt(script.version()), text);
  }

  private static String note(int rank, String what) {
    return "(" + rank + ", " + what + ", CURRENT_USER, LOCALTIMESTAMP, 0, TRUE)";
  }
}
