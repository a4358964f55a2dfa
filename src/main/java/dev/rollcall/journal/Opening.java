package dev.rollcall.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.WorkspaceBusy;
import dev.rollcall.security.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.api.FlywayException;

/** Opens a repository's database: one way in for each engine. */
final class Opening {

  private static final int H2_FILE_IS_LOCKED = 90020;
  private static final int CONNECTIONS = 16;

  /** All tables of ours take more, and what H2 makes of an empty file less. */
  private static final long LEAST_BYTES_WITH_TABLES = 4 * 4096;

  /** A folder of this name was made by us, perhaps by an earlier release that let others look. */
  private static final String OURS = ".rollcall";

  private static final String H2_USER = "rollcall";

  private final RepositorySettings settings;

  private Opening(RepositorySettings settings) {
    this.settings = settings;
  }

  static Opening of(RepositorySettings settings) {
    return new Opening(settings);
  }

  Opened writable(Clock clock) {
    String url = writableUrl();
    Connection anchor = connect(url);
    boolean opened = false;
    try {
      boolean alone = isAlone(anchor);
      migrate(url);
      if (alone) {
        forgetLeases(anchor);
      }
      HikariDataSource connections = pool(url, false);
      opened = true;
      return settings.engine() == Engine.H2_FILE
          ? withHolder(clock, connections, anchor)
          : new Opened(settings.toString(), connections, anchor, proofs(url), run -> {}, () -> {});
    } catch (SQLException e) {
      throw unavailable(e);
    } finally {
      if (!opened) {
        closeQuietly(anchor);
      }
    }
  }

  private Opened withHolder(Clock clock, HikariDataSource connections, Connection anchor) {
    Path note = Holder.beside(settings.databaseFile());
    Holder.self("", clock.instant()).write(note);
    return new Opened(
        settings.toString(),
        connections,
        anchor,
        proofs(settings.url()),
        run -> Holder.self(run.value(), clock.instant()).write(note),
        () -> Holder.remove(note));
  }

  Optional<Opened> readOnly() {
    if (settings.engine() == Engine.H2_FILE && !holdsTables(settings.databaseFile())) {
      return Optional.empty();
    }
    String url = readOnlyUrl();
    Connection anchor = connect(url);
    boolean opened = false;
    try {
      if (!hasTables(anchor)) {
        return Optional.empty();
      }
      Opened existing =
          new Opened(
              settings.toString(),
              pool(url, true),
              anchor,
              workspace -> Optional.empty(),
              run -> {},
              () -> {});
      opened = true;
      return Optional.of(existing);
    } catch (SQLException e) {
      throw unavailable(e);
    } finally {
      if (!opened) {
        closeQuietly(anchor);
      }
    }
  }

  /** Writes an H2 file anew, without what was deleted. */
  boolean compact() {
    if (settings.engine() != Engine.H2_FILE) {
      return true;
    }
    try {
      return Compaction.of(settings.databaseFile()).run(this::copyAt);
    } catch (IOException e) {
      throw new RepositoryUnavailable(
          "the repository at " + settings + " cannot be written anew: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private Connection copyAt(Path database) {
    int end = settings.url().indexOf(';');
    String how = end < 0 ? "" : settings.url().substring(end);
    return connect(withoutTrace("jdbc:h2:file:" + database + how));
  }

  /** Whoever died while making the file left one that H2 cannot open without writing to it. */
  private boolean holdsTables(Path file) {
    try {
      return Files.exists(file) && Files.size(file) >= LEAST_BYTES_WITH_TABLES;
    } catch (IOException e) {
      throw new RepositoryUnavailable(
          "the repository at " + settings + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private String writableUrl() {
    if (settings.engine() != Engine.H2_FILE) {
      return settings.url();
    }
    makeFile();
    return with(withoutTrace(with(settings.url(), "WRITE_DELAY=0")), "DB_CLOSE_ON_EXIT=FALSE");
  }

  /** H2 would make it readable for everybody whom the umask lets in. */
  private void makeFile() {
    Path file = settings.databaseFile().toAbsolutePath();
    Path folder = file.getParent();
    try {
      if (OURS.equals(String.valueOf(folder.getFileName()))) {
        OwnerOnly.ALONE.own(folder);
      }
      OwnerOnly.ALONE.folder(folder);
      OwnerOnly.ALONE.file(file);
      OwnerOnly.ALONE.tighten(Path.of(settings.databasePath() + ".trace.db"));
    } catch (IOException e) {
      throw new RepositoryUnavailable(
          "the repository's folder " + folder + " cannot be made: " + e.getMessage(),
          new UncheckedIOException(e));
    }
  }

  private String readOnlyUrl() {
    return switch (settings.engine()) {
      // Nothing is written, so whatever says how to write would be refused.
      case H2_FILE ->
          withoutTrace(with(with(settings.url(), "ACCESS_MODE_DATA=r"), "IFEXISTS=TRUE"));
      case H2_MEMORY, POSTGRESQL -> settings.url();
    };
  }

  /** H2's file of what went wrong quotes statements with their values, for all to read. */
  private static String withoutTrace(String url) {
    return with(url, "TRACE_LEVEL_FILE=0");
  }

  private String withoutWriteDelay() {
    return settings.url().replaceAll("(?i);WRITE_DELAY=[^;]*", "");
  }

  private static String with(String url, String setting) {
    String key = ";" + setting.substring(0, setting.indexOf('=') + 1);
    return url.toUpperCase(Locale.ROOT).contains(key) ? url : url + ";" + setting;
  }

  private Connection connect(String url) {
    try {
      return DriverManager.getConnection(url, credentials());
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_FILE_IS_LOCKED) {
        throw busy();
      }
      throw unavailable(e);
    }
  }

  private Properties credentials() {
    Properties credentials = new Properties();
    // What is not set here may stand in the URL, and must not be set twice.
    if (!user().isEmpty()) {
      credentials.setProperty("user", user());
      credentials.setProperty("password", settings.password());
    }
    return credentials;
  }

  private String user() {
    boolean needsOne =
        settings.engine() != Engine.POSTGRESQL
            && !settings.url().toUpperCase(Locale.ROOT).contains(";USER=");
    return settings.user().isEmpty() && needsOne ? H2_USER : settings.user();
  }

  private WorkspaceBusy busy() {
    String holder =
        Holder.read(Holder.beside(settings.databaseFile()))
            .map(Holder::toString)
            .orElse("another process");
    return new WorkspaceBusy(
        "the repository "
            + settings.databaseFile()
            + " is held by "
            + holder
            + "; several jobs at once want PostgreSQL as their repository");
  }

  private RepositoryUnavailable unavailable(SQLException cause) {
    String reason = Database.reason(cause);
    // The cause is what a log would print: it must quote no more than the message does.
    SQLException quiet = new SQLException(reason, cause.getSQLState(), cause.getErrorCode());
    quiet.setStackTrace(cause.getStackTrace());
    return new RepositoryUnavailable(
        "the repository at " + settings + " cannot be opened: " + reason, quiet);
  }

  private void migrate(String url) {
    try {
      Schema.migrate(new PlainConnections(() -> connect(url)), settings.engine());
    } catch (FlywayException e) {
      throw new RepositoryUnavailable(
          "the tables of the repository at "
              + settings
              + " cannot be made: "
              + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  private HikariDataSource pool(String url, boolean readOnly) throws SQLException {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("repository");
    pool.setJdbcUrl(url);
    pool.setDataSourceProperties(credentials());
    pool.setSchema(settings.engine().schema());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setReadOnly(readOnly);
    try {
      return new HikariDataSource(pool);
    } catch (PoolInitializationException e) {
      throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
    }
  }

  private DatabaseLeases.Proofs proofs(String url) {
    return settings.engine() == Engine.POSTGRESQL
        ? new AdvisoryLocks(() -> connect(url))
        // Nobody else can have the file open: rows are all that is needed within this process.
        : workspace -> Optional.of(new DatabaseLeases.Proof(false, () -> {}));
  }

  /** Whoever held a lease in a database that nobody had open is dead. */
  private void forgetLeases(Connection anchor) throws SQLException {
    try (PreparedStatement statement =
        anchor.prepareStatement(
            "UPDATE " + settings.engine().schema() + ".leases SET run = NULL")) {
      statement.executeUpdate();
    }
  }

  /** Whether nobody else in this process has the H2 database open. */
  private boolean isAlone(Connection anchor) throws SQLException {
    if (settings.engine() == Engine.POSTGRESQL) {
      return false;
    }
    return count(anchor, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS") == 1;
  }

  private boolean hasTables(Connection anchor) throws SQLException {
    return count(
            anchor,
            "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE UPPER(TABLE_SCHEMA) = 'ROLLCALL' AND UPPER(TABLE_NAME) = 'LEASES'")
        > 0;
  }

  private static int count(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is gone either way.
    }
  }
}
