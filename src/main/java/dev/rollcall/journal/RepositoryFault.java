package dev.rollcall.journal;

import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.security.WriteTrouble;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * The fault of a repository that an error of its database comes down to, in our words. Those of H2,
 * PostgreSQL, Flyway and the pool quote statements, values and addresses.
 */
enum RepositoryFault {
  /** Wrong name or password. */
  LOGIN("it refuses the user or the password", "correct them in its address", true),
  /** Wrong password of the file. */
  ENCRYPTION(
      "its file is encrypted, with another password than the address says",
      "correct the first of the two in PASSWORD=",
      true),
  /** Encrypted, and nobody says how. */
  ENCRYPTED(
      "its file is encrypted",
      "add ;CIPHER=AES;USER=…;PASSWORD=${file:/path} ${file:/path} to its address",
      true),
  /** Not encrypted, and should be. */
  NOT_ENCRYPTED(
      "its file is not encrypted, and the address says CIPHER=AES",
      "leave that out, or begin a new repository",
      true),
  /** Bytes that no database wrote. */
  DAMAGED("its file is damaged, or is no database", Remedies.KEEP, true),
  /** Made by another version of the database. */
  OTHER_VERSION(
      "its file was written by another version of H2",
      "use the version of Rollcall that wrote it, or begin a new repository",
      true),
  /** Made by a later version of ours. */
  NEWER("it was kept by a newer version of Rollcall", "use that, or a later one", true),
  /** H2 would run it in our own process. */
  FOREIGN_CODE(
      "it holds a function, trigger, view or linked table that Rollcall never made, and H2 would run"
          + " it here",
      "find out who put it there; " + Remedies.KEEP,
      true),
  /** Something that we never wrote. */
  FOREIGN_VALUE(
      "it holds values that Rollcall never writes: somebody else has changed it",
      Remedies.KEEP,
      true),
  /** Nothing can be written. */
  READ_ONLY("it can only be read", "make the database, its file and folder writable", true),
  /** Nothing fits any more. */
  FULL("the disk is full", "make room", true),
  /** A folder or file that is not to be had. */
  NO_FILE("its file cannot be opened or made", "look at the path and its permissions", true),
  /** The user may not do what must be done. */
  RIGHTS(
      "the user may not make or use the schema rollcall",
      "GRANT CREATE ON DATABASE … TO the user, or let its owner make the schema and give it away",
      true),
  /** There is a server, and no such database. */
  NO_DATABASE("there is no such database", "make it, or correct its name", true),
  /** The address is none. */
  ADDRESS("its driver makes no sense of the address", "look at host and port in it", true),
  /** The protected connection does not come about. */
  TLS("the protected connection (TLS) fails", "look at ssl… in its address", true),
  /** Too many connections. */
  CROWDED("it takes no more connections", "try again later, or allow it more", false),
  /** The server is not there, or not any more. */
  UNREACHABLE("it cannot be reached", "look at host, port and server, or try again later", false),
  /** Something else went wrong in a file. */
  STRANGE_FILE(
      "its file cannot be used", "look at the disk. If that is well, " + Remedies.KEEP, true),
  /** Something else went wrong on a server. */
  STRANGE("its database has an error of its own", "look at the server's log", false);

  private static final Map<Integer, RepositoryFault> H2 =
      Map.ofEntries(
          Map.entry(28000, LOGIN),
          Map.entry(50000, DAMAGED),
          Map.entry(90049, ENCRYPTION),
          Map.entry(90050, ENCRYPTION),
          Map.entry(90030, DAMAGED),
          Map.entry(90048, OTHER_VERSION),
          Map.entry(90097, READ_ONLY),
          Map.entry(90013, NO_DATABASE),
          Map.entry(90146, NO_DATABASE),
          Map.entry(90149, NO_DATABASE),
          Map.entry(90028, NO_FILE),
          Map.entry(90031, NO_FILE),
          Map.entry(90062, NO_FILE),
          Map.entry(90124, NO_FILE),
          Map.entry(90096, RIGHTS));

  private static final Map<Integer, RepositoryFault> STORE =
      Map.of(
          DataUtils.ERROR_FILE_CORRUPT, DAMAGED,
          DataUtils.ERROR_CHUNK_NOT_FOUND, DAMAGED,
          DataUtils.ERROR_BLOCK_NOT_FOUND, DAMAGED,
          DataUtils.ERROR_SERIALIZATION, DAMAGED,
          DataUtils.ERROR_UNSUPPORTED_FORMAT, OTHER_VERSION);

  private static final Map<String, RepositoryFault> POSTGRESQL =
      Map.ofEntries(
          Map.entry("28", LOGIN),
          Map.entry("3D000", NO_DATABASE),
          Map.entry("42501", RIGHTS),
          Map.entry("25006", READ_ONLY),
          Map.entry("53100", FULL),
          Map.entry("53300", CROWDED),
          Map.entry("XX001", DAMAGED),
          Map.entry("XX002", DAMAGED),
          Map.entry("08", UNREACHABLE),
          Map.entry("57P", UNREACHABLE));

  /** What several say. */
  private static final class Remedies {
    private static final String KEEP =
        "put back a copy. Moved away, it would forget which invitations were sent, how large"
            + " rosters were, which plans were used and which runs are unfinished: whom it invited"
            + " would then be asked of the audit log, or invitations held";
  }

  private final String words;
  private final String remedy;
  private final boolean lasting;

  RepositoryFault(String words, String remedy, boolean lasting) {
    this.words = words;
    this.remedy = remedy;
    this.lasting = lasting;
  }

  /** What it comes down to, whoever wrapped it. */
  static RepositoryFault of(Throwable error) {
    RepositoryFault found = STRANGE;
    int depth = 0;
    for (Throwable each = error; each != null && depth < 20; each = each.getCause(), depth++) {
      Optional<RepositoryFault> fault = ofOne(each);
      if (fault.filter(FULL::equals).isPresent()) {
        // Whatever else went wrong, went wrong because of it.
        return FULL;
      }
      if (fault.isPresent() && (found == STRANGE || found.isVague())) {
        found = fault.get();
      }
    }
    return found;
  }

  /** Whether a database is what failed. */
  static boolean isOfADatabase(Throwable error) {
    int depth = 0;
    for (Throwable each = error; each != null && depth < 20; each = each.getCause(), depth++) {
      if (each instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  private boolean isVague() {
    return this == STRANGE_FILE || this == UNREACHABLE || this == NO_FILE;
  }

  private static Optional<RepositoryFault> ofOne(Throwable error) {
    if (error instanceof MVStoreException store) {
      return Optional.ofNullable(STORE.get(store.getErrorCode()));
    }
    if (error instanceof SSLException || error instanceof GeneralSecurityException) {
      return Optional.of(TLS);
    }
    if (error instanceof IOException) {
      return ofText(String.valueOf(error.getMessage()));
    }
    return error instanceof SQLException sql ? ofSql(sql) : Optional.empty();
  }

  private static Optional<RepositoryFault> ofText(String told) {
    return switch (WriteTrouble.byText(told)) {
      case "the disk is full" -> Optional.of(FULL);
      case "the file system is read only" -> Optional.of(READ_ONLY);
      case "permission is denied", "a file is where a folder would have to be" ->
          Optional.of(NO_FILE);
      default -> Optional.empty();
    };
  }

  private static Optional<RepositoryFault> ofSql(SQLException error) {
    if (error.getErrorCode() != 0) {
      return Optional.of(H2.getOrDefault(error.getErrorCode(), STRANGE_FILE));
    }
    String state = String.valueOf(error.getSQLState()).toUpperCase(Locale.ROOT);
    for (int length : new int[] {5, 3, 2}) {
      RepositoryFault fault =
          state.length() < length ? null : POSTGRESQL.get(state.substring(0, length));
      if (fault != null) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** The exception that tells it, with nothing in it that somebody else said. */
  RepositoryUnavailable at(String repository, Throwable cause) {
    String message = told("at " + repository);
    SQLException quiet = new SQLException(name(), code(cause));
    quiet.setStackTrace(cause.getStackTrace());
    return lasting
        ? new RepositoryUnusable(message, quiet)
        : new RepositoryUnavailable(message, quiet);
  }

  /** The sentence about a repository. */
  String told(String which) {
    return "the repository " + which + " cannot be used: " + words + "; " + remedy;
  }

  /** Numbers tell nothing of anybody. */
  private static String code(Throwable cause) {
    return cause instanceof SQLException sql ? sql.getSQLState() + "/" + sql.getErrorCode() : "";
  }
}
