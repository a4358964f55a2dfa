package dev.rollcall.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The tables, step by step: Spring Batch's own by its own script, then ours. Flyway takes the steps
 * that are missing; where none was ever taken, {@link FirstSchema} may take them all.
 *
 * <p>The scripts are named here instead of being searched for on the class path, which is quicker
 * and works alike in a jar of jars.
 */
final class Schema {

  private static final int NEWEST = 7;

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
        .javaMigrations(scripts(engine).toArray(JavaMigration[]::new))
        .load()
        .migrate();
  }

  /** The script that makes Spring Batch's tables. */
  static SqlScript ofBatch(Engine engine) {
    return new SqlScript("org/springframework/batch/core/schema-" + engine.dialect() + ".sql");
  }

  /** What is to be done, step by step. */
  static List<Script> scripts(Engine engine) {
    return List.of(
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
            String.valueOf(NEWEST),
            "made groups",
            "db/migration/V7__made_groups.sql",
            connection -> MadeGroups.adopt(new RepositorySession(connection))));
  }

  /** A script, and what it cannot say. */
  record Script(String version, String description, String resource, Afterwards afterwards)
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
    public void migrate(Context context) throws SQLException {
      new SqlScript(resource).run(context.getConnection());
      afterwards.rewrite(context.getConnection());
    }
  }
}
