package dev.rollcall.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The tables, made by Flyway alone: Spring Batch's own by its own script, then ours.
 *
 * <p>Both scripts are named here instead of being searched for on the class path, which is quicker
 * and works alike in a jar of jars.
 */
final class Schema {

  private static final int NEWEST = 8;

  private Schema() {}

  /** Whether a version of the schema is later than all that are known here. */
  static boolean isNewer(String version) {
    return version != null && version.matches("\\d{1,9}") && Integer.parseInt(version) > NEWEST;
  }

  /**
   * Whether nothing is left to do where these versions were reached. Then Flyway, which costs more
   * to load than to ask, is not needed.
   */
  static boolean isReachedBy(Collection<String> versions) {
    return IntStream.rangeClosed(1, NEWEST).mapToObj(String::valueOf).allMatch(versions::contains);
  }

  static void migrate(DataSource database, Engine engine) {
    Flyway.configure()
        .dataSource(database)
        .schemas(engine.schema())
        .defaultSchema(engine.schema())
        .locations(new String[0])
        .javaMigrations(
            new Script(
                "1",
                "tables of Spring Batch",
                "org/springframework/batch/core/schema-" + engine.dialect() + ".sql"),
            new Script("2", "journal and ledger", "db/migration/V2__journal.sql"),
            new Script("3", "known addresses", "db/migration/V3__known_addresses.sql"),
            new Script("4", "keeping", "db/migration/V4__keeping.sql"),
            new Script(
                "5",
                "general rights",
                "db/migration/V5__general_rights.sql",
                connection -> GeneralRights.rewrite(new RepositorySession(connection))),
            new Script("6", "ways of sending", "db/migration/V6__ways_of_sending.sql"),
            new Script(
                "7",
                "made groups",
                "db/migration/V7__made_groups.sql",
                connection -> MadeGroups.adopt(new RepositorySession(connection))),
            new Script(
                String.valueOf(NEWEST), "sent requests", "db/migration/V8__sent_requests.sql"))
        .load()
        .migrate();
  }

  /** A script of plain statements, none of which has a semicolon or two dashes within a text. */
  private record Script(String version, String description, String resource, Afterwards afterwards)
      implements JavaMigration {

    Script(String version, String description, String resource) {
      this(version, description, resource, connection -> {});
    }

    /** What a script cannot say. */
    interface Afterwards {
      void rewrite(Connection connection) throws SQLException;
    }

    @Override
    public MigrationVersion getVersion() {
      return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
      return description;
    }

    @Override
    public Integer getChecksum() {
      return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
      return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
      Connection connection = context.getConnection();
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements()) {
          statement.execute(sql);
        }
      }
      afterwards.rewrite(connection);
    }

    private Iterable<String> statements() throws IOException {
      try (InputStream script = Schema.class.getClassLoader().getResourceAsStream(resource)) {
        if (script == null) {
          throw new IllegalStateException("the script " + resource + " is not on the class path");
        }
        String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(text.replaceAll("--[^\\n]*", "").split(";"))
            .map(String::strip)
            .filter(sql -> !sql.isEmpty())
            .map(Script::repeatable)
            .toList();
      }
    }

    /** H2 commits each table by itself: a process killed in between leaves some of them. */
    private static String repeatable(String sql) {
      return sql.replaceFirst("(?i)^(CREATE (?:TABLE|INDEX|SEQUENCE)) +", "$1 IF NOT EXISTS ");
    }
  }
}
