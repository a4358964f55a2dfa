package dev.rollcall.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.apply.WorkspaceBusy;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.WriteTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;

/** Opens a repository's database: one way in for each engine. */
final class Opening {

  private static final int H2_FILE_IS_LOCKED = 90020;
  private static final int CONNECTIONS = 16;
  private static final int H2_MUST_WRITE = 90097;
  private static final String H2_USER = "rollcall";
  private static final String ALL_TABLES =
      "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'";

  /** It writes whole addresses to stderr; held, or that would be forgotten. */
  private static final Logger SILENCED = Logger.getLogger("org.postgresql");

  static {
    SILENCED.setLevel(Level.OFF);
  }

  private final RepositorySettings settings;

  private Opening(RepositorySettings settings) {
    this.settings = settings;
  }

  static Opening of(RepositorySettings settings) {
    return new Opening(settings);
  }

  Opened writable(Clock clock) {
    String url = writableUrl();
    lookFirst();
    Connection anchor = connect(url);
    boolean opened = false;
    try {
      refuseReadOnly(anchor);
      refuseNewer(anchor);
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
      throw Fault.of(e).at(settings.toString(), e);
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
    if (settings.engine() == Engine.H2_FILE && !holdsTables()) {
      return Optional.empty();
    }
    String url = readOnlyUrl();
    Connection anchor = connectToRead(url);
    boolean opened = false;
    try {
      refuseEmptied(anchor);
      if (!hasTable(anchor, "LEASES")) {
        return Optional.empty();
      }
      refuseNewer(anchor);
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
      throw Fault.of(e).at(settings.toString(), e);
    } finally {
      if (!opened) {
        closeQuietly(anchor);
      }
    }
  }

  private boolean holdsTables() {
    DatabaseFile file = new DatabaseFile(settings.databaseFile());
    refuseFaulty(file);
    try {
      return file.holdsTables();
    } catch (IOException e) {
      throw Fault.NO_FILE.at(settings.toString(), e);
    }
  }

  private void refuseFaulty(DatabaseFile file) {
    Optional<Fault> fault;
    try {
      fault = file.fault(settings.isEncrypted());
    } catch (IOException e) {
      throw Fault.NO_FILE.at(settings.toString(), e);
    }
    if (fault.isPresent()) {
      throw fault.get().at(settings.toString(), new IOException());
    }
  }

  private String writableUrl() {
    JdbcAddress address = settings.address().withoutLogin();
    if (settings.engine() != Engine.H2_FILE) {
      return address.reveal();
    }
    makeFolder();
    refuseFaulty(new DatabaseFile(settings.databaseFile()));
    return address
        .with("WRITE_DELAY", "0")
        .with("DB_CLOSE_ON_EXIT", "FALSE")
        .with("TRACE_LEVEL_FILE", "0")
        .reveal();
  }

  private void makeFolder() {
    Path folder = settings.databaseFile().toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RepositoryUnusable(
          "the repository's folder "
              + folder
              + " cannot be made: "
              + WriteTrouble.words(folder.resolve("runs"), e),
          e);
    }
  }

  /** What H2 cannot read it writes over: so that is found out before it may write. */
  private void lookFirst() {
    if (settings.engine() != Engine.H2_FILE || !needsALook()) {
      return;
    }
    try (Connection looking = connectToRead(readOnlyUrl())) {
      refuseEmptied(looking);
    } catch (SQLException e) {
      throw Fault.of(e).at(settings.toString(), e);
    }
  }

  private boolean needsALook() {
    DatabaseFile file = new DatabaseFile(settings.databaseFile());
    try {
      return file.isTooLargeToBeEmpty() && !file.isInOrder();
    } catch (IOException e) {
      throw Fault.NO_FILE.at(settings.toString(), e);
    }
  }

  private void refuseEmptied(Connection anchor) throws SQLException {
    boolean large;
    try {
      large =
          settings.engine() == Engine.H2_FILE
              && new DatabaseFile(settings.databaseFile()).isTooLargeToBeEmpty();
    } catch (IOException e) {
      throw Fault.NO_FILE.at(settings.toString(), e);
    }
    if (large && count(anchor, ALL_TABLES) == 0) {
      throw Fault.DAMAGED.at(settings.toString(), new SQLException());
    }
  }

  private String readOnlyUrl() {
    JdbcAddress address = settings.address().withoutLogin();
    return switch (settings.engine()) {
      case H2_FILE -> address.with("ACCESS_MODE_DATA", "r").with("IFEXISTS", "TRUE").reveal();
      case H2_MEMORY, POSTGRESQL -> address.reveal();
    };
  }

  private Connection connect(String url) {
    try {
      return connection(url);
    } catch (SQLException e) {
      throw Fault.of(e).at(settings.toString(), e);
    }
  }

  /** H2 wants to write to a file that it only reads where it has to mend that. */
  private Connection connectToRead(String url) {
    try {
      return connection(url);
    } catch (SQLException e) {
      Fault fault = e.getErrorCode() == H2_MUST_WRITE ? Fault.DAMAGED : Fault.of(e);
      throw fault.at(settings.toString(), e);
    }
  }

  private Connection connection(String url) throws SQLException {
    try {
      Connection connection = driver(url).connect(url, credentials());
      if (connection == null) {
        throw Fault.ADDRESS.at(settings.toString(), new SQLException());
      }
      return connection;
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_FILE_IS_LOCKED) {
        throw busy();
      }
      throw e;
    }
  }

  /** Where no driver reads the address, Java would quote it. */
  private Driver driver(String url) {
    try {
      return DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw Fault.ADDRESS.at(settings.toString(), new SQLException());
    }
  }

  private Properties credentials() {
    Properties credentials = new Properties();
    settings.address().loginSettings().forEach(credentials::setProperty);
    boolean named = settings.address().user().isPresent();
    if (settings.engine() != Engine.POSTGRESQL && !named) {
      credentials.setProperty("user", H2_USER);
    }
    return credentials;
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

  private void migrate(String url) {
    try {
      Schema.migrate(new PlainConnections(() -> connect(url)), settings.engine());
    } catch (FlywayException e) {
      throw Fault.of(e).at(settings.toString(), e);
    }
  }

  /** H2 opens a file that it may not write for reading, and says so only when it must write. */
  private void refuseReadOnly(Connection anchor) throws SQLException {
    if (settings.engine() == Engine.H2_FILE && anchor.isReadOnly()) {
      throw Fault.READ_ONLY.at(settings.toString(), new SQLException());
    }
  }

  /** What a later version keeps may mean something else. */
  private void refuseNewer(Connection anchor) throws SQLException {
    if (!hasTable(anchor, "FLYWAY_SCHEMA_HISTORY")) {
      return;
    }
    String history = settings.engine().schema() + ".\"flyway_schema_history\"";
    try (PreparedStatement statement =
            anchor.prepareStatement("SELECT \"version\" FROM " + history);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (Schema.isNewer(rows.getString(1))) {
          throw Fault.NEWER.at(settings.toString(), new SQLException());
        }
      }
    }
  }

  private HikariDataSource pool(String url, boolean readOnly) throws SQLException {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("repository");
    // The pool knows no address: it would tell it.
    pool.setDataSource(new PlainConnections(() -> connect(url)));
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

  private boolean hasTable(Connection anchor, String name) throws SQLException {
    return count(
            anchor,
            "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE UPPER(TABLE_SCHEMA) = 'ROLLCALL' AND UPPER(TABLE_NAME) = '"
                + name
                + "'")
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
