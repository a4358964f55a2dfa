package dev.rollcall.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.security.OwnerOnly;
import dev.rollcall.security.WriteTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.FlywayException;

/** The opening of a repository's database: one way in for each engine. */
final class DatabaseOpening {

  private static final int CONNECTIONS = 16;
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final int LONGEST_WAIT = 40;

  /** A folder of this name was made by us, perhaps by an earlier release that let others look. */
  private static final String OURS = ".rollcall";

  private final RepositorySettings settings;
  private final Entrance entrance;
  private final Soundness soundness;

  private DatabaseOpening(RepositorySettings settings) {
    this.settings = settings;
    this.entrance = new Entrance(settings);
    this.soundness = new Soundness(settings);
  }

  static DatabaseOpening of(RepositorySettings settings) {
    return new DatabaseOpening(settings);
  }

  OpenedDatabase writable(Clock clock) {
    if (settings.engine() == Engine.H2_FILE) {
      makeFolder();
      soundness.refuseFaultyFile();
      lookFirst();
      makeFile();
    }
    String url = entrance.toWrite();
    Connection anchor = connectToWrite(url);
    boolean opened = false;
    try {
      soundness.refuseReadOnly(anchor);
      soundness.refuseForeignCode(anchor);
      soundness.refuseNewer(anchor);
      boolean alone = soundness.isAlone(anchor);
      if (!soundness.isCurrent(anchor)) {
        migrate(url);
      }
      if (alone) {
        forgetLeases(anchor);
      }
      RepositoryPool connections = pool(url, anchor, false);
      opened = true;
      return settings.engine() == Engine.H2_FILE
          ? withHolder(clock, connections, anchor)
          : new OpenedDatabase(
              settings.toString(), connections, anchor, proofs(url), run -> {}, () -> {});
    } catch (SQLException e) {
      throw RepositoryFault.of(e).at(settings.toString(), e);
    } finally {
      if (!opened) {
        closeQuietly(anchor);
      }
    }
  }

  /** Whoever only read it in this process may take a moment to let go; H2 would go on reading. */
  private Connection connectToWrite(String url) {
    Connection connection = entrance.connect(url);
    for (int tries = 0; tries < LONGEST_WAIT && soundness.isOnlyRead(connection); tries++) {
      closeQuietly(connection);
      LockSupport.parkNanos(MOMENT.toNanos());
      connection = entrance.connect(url);
    }
    return connection;
  }

  private OpenedDatabase withHolder(Clock clock, RepositoryPool connections, Connection anchor) {
    Path note = Holder.beside(settings.databaseFile());
    Holder.self("", clock.instant()).write(note);
    return new OpenedDatabase(
        settings.toString(),
        connections,
        anchor,
        proofs(settings.url()),
        run -> Holder.self(run.value(), clock.instant()).write(note),
        () -> Holder.remove(note));
  }

  Optional<OpenedDatabase> readOnly() {
    if (settings.engine() == Engine.H2_FILE && !soundness.holdsTables()) {
      return Optional.empty();
    }
    String url = entrance.toRead();
    Connection anchor = entrance.connectToRead(url);
    boolean opened = false;
    try {
      soundness.refuseEmptied(anchor);
      soundness.refuseForeignCode(anchor);
      if (!soundness.hasTable(anchor, "LEASES")) {
        return Optional.empty();
      }
      soundness.refuseNewer(anchor);
      OpenedDatabase existing =
          new OpenedDatabase(
              settings.toString(),
              pool(url, anchor, true),
              anchor,
              workspace -> Optional.empty(),
              run -> {},
              () -> {});
      opened = true;
      return Optional.of(existing);
    } catch (SQLException e) {
      throw RepositoryFault.of(e).at(settings.toString(), e);
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
      throw new RepositoryUnusable(
          "the repository at "
              + settings
              + " cannot be written anew: "
              + WriteTrouble.words(settings.databaseFile(), e),
          e);
    } catch (SQLException e) {
      throw RepositoryFault.of(e).at(settings.toString(), e);
    }
  }

  private Connection copyAt(Path database) throws SQLException {
    String url = entrance.toWrite();
    return entrance.connection("jdbc:h2:file:" + database + url.substring(url.indexOf(';')));
  }

  private void makeFolder() {
    Path folder = settings.databaseFile().toAbsolutePath().resolveSibling("");
    try {
      if (OURS.equals(String.valueOf(folder.getFileName()))) {
        OwnerOnly.ALONE.own(folder);
      }
      OwnerOnly.ALONE.folder(folder);
    } catch (IOException e) {
      throw cannotBeMade("folder " + folder, folder.resolve("runs"), e);
    }
  }

  /** H2 would make it readable for everybody whom the umask lets in. */
  private void makeFile() {
    Path file = settings.databaseFile().toAbsolutePath();
    try {
      OwnerOnly.ALONE.file(file);
      OwnerOnly.ALONE.tighten(Path.of(file.toString().replaceFirst("\\.mv\\.db$", ".trace.db")));
    } catch (IOException e) {
      throw cannotBeMade("file " + file, file, e);
    }
  }

  private static RepositoryUnusable cannotBeMade(String what, Path path, IOException e) {
    return new RepositoryUnusable(
        "the repository's " + what + " cannot be made: " + WriteTrouble.words(path, e), e);
  }

  /** What H2 cannot read it writes over: so that is found out before it may write. */
  private void lookFirst() {
    if (!soundness.needsALook()) {
      return;
    }
    try (Connection looking = entrance.connectToRead(entrance.toRead())) {
      soundness.refuseEmptied(looking);
    } catch (SQLException e) {
      throw RepositoryFault.of(e).at(settings.toString(), e);
    }
  }

  private void migrate(String url) {
    try {
      Schema.migrate(new PlainConnections(() -> entrance.connect(url)), settings.engine());
    } catch (FlywayException e) {
      throw RepositoryFault.of(e).at(settings.toString(), e);
    }
  }

  private RepositoryPool pool(String url, Connection anchor, boolean readOnly) throws SQLException {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("repository");
    pool.setSchema(settings.engine().schema());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setReadOnly(readOnly);
    try {
      return RepositoryPool.of(pool, anchor, () -> entrance.connect(url));
    } catch (PoolInitializationException e) {
      throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
    }
  }

  private DatabaseLeases.Proofs proofs(String url) {
    return settings.engine() == Engine.POSTGRESQL
        ? new AdvisoryLocks(() -> entrance.connect(url))
        // Nobody else can have the file open: rows are all that is needed within this process.
        : workspace -> Optional.of(new DatabaseLeases.Proof(false, () -> {}));
  }

  /** Whoever held a lease in a database that nobody had open is dead. */
  private void forgetLeases(Connection anchor) throws SQLException {
    new RepositorySession(anchor)
        .update("UPDATE " + settings.engine().schema() + ".leases SET run = NULL");
  }

  static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is gone either way.
    }
  }
}
