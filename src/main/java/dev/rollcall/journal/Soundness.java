package dev.rollcall.journal;

import dev.rollcall.security.StoredCode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whether what lies at a repository's address is one that can be used; if not, it is told why. */
record Soundness(RepositorySettings settings) {

  private static final String ALL_TABLES =
      "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'";

  /** What may be asked of the file of H2. */
  private interface FileQuestion<T> {
    T of(DatabaseFile file) throws IOException;
  }

  private <T> T ask(FileQuestion<T> question) {
    try {
      return question.of(new DatabaseFile(settings.databaseFile()));
    } catch (IOException e) {
      throw RepositoryFault.NO_FILE.at(settings.toString(), e);
    }
  }

  /** Whether the file of H2 could hold a repository. */
  boolean holdsTables() {
    refuseFaultyFile();
    return ask(DatabaseFile::holdsTables);
  }

  /** Looks at the file of H2 before H2 does. */
  void refuseFaultyFile() {
    Optional<RepositoryFault> fault = ask(file -> file.fault(settings.isEncrypted()));
    if (fault.isPresent()) {
      throw fault.get().at(settings.toString(), new IOException());
    }
  }

  /** Whether only H2 can tell if the file is whole. */
  boolean needsALook() {
    return settings.engine() == Engine.H2_FILE && ask(DatabaseFile::isTooLargeToBeEmpty);
  }

  /** H2 takes a file that it cannot read for an empty one. */
  void refuseEmptied(Connection anchor) throws SQLException {
    if (needsALook() && count(anchor, ALL_TABLES) == 0) {
      throw RepositoryFault.DAMAGED.at(settings.toString(), new SQLException());
    }
  }

  /** Whoever can write the file of H2 must not get code to run by it. */
  void refuseForeignCode(Connection anchor) throws SQLException {
    if (StoredCode.inRepository(anchor).isPresent()) {
      throw RepositoryFault.FOREIGN_CODE.at(settings.toString(), new SQLException());
    }
  }

  /** Whether a file that could be written is open for reading only. */
  boolean isOnlyRead(Connection anchor) {
    try {
      return settings.engine() == Engine.H2_FILE
          && Files.isWritable(settings.databaseFile())
          && anchor.isReadOnly();
    } catch (SQLException e) {
      return false;
    }
  }

  /** H2 opens a file that it may not write for reading, and says so only when it must write. */
  void refuseReadOnly(Connection anchor) throws SQLException {
    if (settings.engine() == Engine.H2_FILE && anchor.isReadOnly()) {
      throw RepositoryFault.READ_ONLY.at(settings.toString(), new SQLException());
    }
  }

  /** What a later version keeps may mean something else. */
  void refuseNewer(Connection anchor) throws SQLException {
    if (versions(anchor, "").stream().anyMatch(Schema::isNewer)) {
      throw RepositoryFault.NEWER.at(settings.toString(), new SQLException());
    }
  }

  /** Whether the tables are those of this version: each step was taken, and none of them failed. */
  boolean isCurrent(Connection anchor) throws SQLException {
    return versions(anchor, " AND NOT \"success\"").isEmpty()
        && Schema.isReachedBy(versions(anchor, ""));
  }

  /** The steps by which the tables were made; none where there are no tables yet. */
  private List<String> versions(Connection anchor, String which) throws SQLException {
    String history = settings.engine().schema() + ".\"flyway_schema_history\"";
    return hasTable(anchor, "flyway_schema_history")
        ? new RepositorySession(anchor)
            .list(
                row -> row.getString(1),
                "SELECT \"version\" FROM " + history + " WHERE \"version\" IS NOT NULL" + which)
        : List.of();
  }

  /** Whether nobody else in this process has the H2 database open. */
  boolean isAlone(Connection anchor) throws SQLException {
    return settings.engine() != Engine.POSTGRESQL
        && count(anchor, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS") == 1;
  }

  boolean hasTable(Connection anchor, String name) throws SQLException {
    return new RepositorySession(anchor).hasTable(name);
  }

  private static int count(Connection connection, String sql) throws SQLException {
    return new RepositorySession(connection).first(row -> row.getInt(1), sql).orElseThrow();
  }
}
