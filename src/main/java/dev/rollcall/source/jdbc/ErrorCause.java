package dev.rollcall.source.jdbc;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** The cause of a database's error: what it comes down to, with what an admin can do about it. */
enum ErrorCause {
  /** The name leads nowhere. */
  UNKNOWN_HOST("its host is unknown", "correct the host in url:"),
  /** There is a machine, and no database. */
  REFUSED("nobody listens there", "correct host and port in url:, and see that the server runs"),
  /** There is no way. */
  UNREACHABLE("there is no way to its host", "look at the network and its firewalls"),
  /** Nobody answers in time. */
  SILENT(
      "it does not answer within %s", "look at host, port and firewalls, or raise connect-timeout"),
  /** The query takes too long. */
  SLOW("the query takes longer than %s", "make it faster, or raise query-timeout"),
  /** The protected connection does not come about. */
  TLS("the protected connection (TLS) fails", "look at tls: and the server's certificate"),
  /** Wrong name or password. */
  LOGIN("it refuses the user or the password", "correct username: and password:"),
  /** There is a server, and no such database. */
  NO_DATABASE("there is no such database", "correct its name in url:"),
  /** Too many connections. */
  CROWDED("it takes no more connections", "try again later, or allow it more"),
  /** Starting or stopping. */
  CLOSED("it is starting or shutting down", "try again later"),
  /** A file that another process has open. */
  LOCKED("another process has its file open", "end that, or use a server (jdbc:h2:tcp:)"),
  /** The connection was there, and is gone. */
  LOST("the connection was lost", "try again; look at the server's log"),
  /** The user may not read this. */
  FORBIDDEN("the user may not read this", "grant SELECT on it to the user"),
  /** A table that does not exist. */
  NO_TABLE("it names a table that does not exist", "correct the name, its schema included"),
  /** A column that does not exist. */
  NO_COLUMN("it names a column that does not exist", "correct the name"),
  /** No valid statement. */
  SYNTAX("it is no valid SQL for this database", "correct it there"),
  /** Something was to be written. */
  WRITES("it writes, and only reading is allowed", "write a SELECT that changes nothing"),
  /** Rows too long to be held. */
  TOO_LARGE("its rows are too large for the memory", "leave columns out of the query"),
  /** Anything else. */
  OTHER("", "");

  /** By SQL state, as PostgreSQL and H2 keep to it: the whole state, or its class. */
  private static final Map<String, ErrorCause> STATES =
      Map.ofEntries(
          Map.entry("28", LOGIN),
          Map.entry("3D000", NO_DATABASE),
          Map.entry("90013", NO_DATABASE),
          Map.entry("90146", NO_DATABASE),
          Map.entry("90149", NO_DATABASE),
          Map.entry("53300", CROWDED),
          Map.entry("57P01", LOST),
          Map.entry("57P02", LOST),
          Map.entry("57P03", CLOSED),
          Map.entry("90020", LOCKED),
          Map.entry("90098", LOST),
          Map.entry("90121", LOST),
          Map.entry("57014", SLOW),
          Map.entry("25006", WRITES),
          Map.entry("90097", WRITES),
          Map.entry("90096", FORBIDDEN),
          Map.entry("42501", FORBIDDEN),
          Map.entry("42P01", NO_TABLE),
          Map.entry("42S02", NO_TABLE),
          Map.entry("42102", NO_TABLE),
          Map.entry("42103", NO_TABLE),
          Map.entry("42104", NO_TABLE),
          Map.entry("42703", NO_COLUMN),
          Map.entry("42S22", NO_COLUMN),
          Map.entry("42122", NO_COLUMN),
          Map.entry("42601", SYNTAX),
          Map.entry("42000", SYNTAX),
          Map.entry("42001", SYNTAX),
          Map.entry("08", LOST));

  /** By number, where the state is too coarse: MariaDB, MySQL. */
  private static final Map<Integer, ErrorCause> MARIADB =
      Map.ofEntries(
          Map.entry(1040, CROWDED),
          Map.entry(1044, FORBIDDEN),
          Map.entry(1045, LOGIN),
          Map.entry(1049, NO_DATABASE),
          Map.entry(1053, CLOSED),
          Map.entry(1054, NO_COLUMN),
          Map.entry(1064, SYNTAX),
          Map.entry(1142, FORBIDDEN),
          Map.entry(1143, FORBIDDEN),
          Map.entry(1146, NO_TABLE),
          Map.entry(1203, CROWDED),
          Map.entry(1317, LOST),
          Map.entry(1698, LOGIN),
          Map.entry(1792, WRITES),
          Map.entry(1836, WRITES),
          Map.entry(1969, SLOW),
          Map.entry(3024, SLOW));

  /** By number: SQL Server. */
  private static final Map<Integer, ErrorCause> SQL_SERVER =
      Map.ofEntries(
          Map.entry(102, SYNTAX),
          Map.entry(105, SYNTAX),
          Map.entry(156, SYNTAX),
          Map.entry(207, NO_COLUMN),
          Map.entry(208, NO_TABLE),
          Map.entry(229, FORBIDDEN),
          Map.entry(230, FORBIDDEN),
          Map.entry(4060, NO_DATABASE),
          Map.entry(18452, LOGIN),
          Map.entry(18456, LOGIN),
          Map.entry(18486, LOGIN),
          Map.entry(18488, LOGIN));

  private static final Set<String> MARIADB_SCHEMES = Set.of("mariadb", "mysql");

  private final String what;
  private final String remedy;

  ErrorCause(String what, String remedy) {
    this.what = what;
    this.remedy = remedy;
  }

  /** In plain words; those that wait for something name how long. */
  String what(String patience) {
    return what.formatted(patience);
  }

  String remedy() {
    return remedy;
  }

  /**
   * What an error comes down to.
   *
   * @param scheme of the address, which tells whose numbers these are
   */
  static ErrorCause of(SQLException error, String scheme) {
    return byCause(error)
        .or(() -> byNumber(error, scheme))
        .or(() -> byText(error))
        .orElseGet(() -> byState(error).orElse(OTHER));
  }

  private static Optional<ErrorCause> byCause(Throwable error) {
    int depth = 0;
    for (Throwable each = error; each != null && depth < 20; each = each.getCause(), depth++) {
      if (each instanceof UnknownHostException) {
        return Optional.of(UNKNOWN_HOST);
      }
      if (each instanceof NoRouteToHostException) {
        return Optional.of(UNREACHABLE);
      }
      if (each instanceof SSLException || each instanceof GeneralSecurityException) {
        return Optional.of(TLS);
      }
      if (each instanceof SocketTimeoutException || each instanceof SQLTimeoutException) {
        return Optional.of(SILENT);
      }
      if (each instanceof ConnectException) {
        String text = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
        return Optional.of(
            text.contains("timed out") ? SILENT : text.contains("refused") ? REFUSED : UNREACHABLE);
      }
    }
    return Optional.empty();
  }

  private static Optional<ErrorCause> byNumber(SQLException error, String scheme) {
    if (MARIADB_SCHEMES.contains(scheme)) {
      return Optional.ofNullable(MARIADB.get(error.getErrorCode()));
    }
    return scheme.equals("sqlserver")
        ? Optional.ofNullable(SQL_SERVER.get(error.getErrorCode()))
        : Optional.empty();
  }

  /** Where drivers tell nothing but words. */
  private static Optional<ErrorCause> byText(SQLException error) {
    String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("maxresultbuffer") || text.contains("ran out of memory")) {
      return Optional.of(TOO_LARGE);
    }
    boolean connecting = String.valueOf(error.getSQLState()).startsWith("08");
    if (connecting && text.matches("(?s).*(\\bssl\\b|\\btls\\b|certificate).*")) {
      return Optional.of(TLS);
    }
    if (text.contains("timed out")) {
      return Optional.of(SILENT);
    }
    return connecting && text.contains("connection refused")
        ? Optional.of(REFUSED)
        : Optional.empty();
  }

  private static Optional<ErrorCause> byState(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    return Optional.ofNullable(STATES.get(state))
        .or(
            () ->
                Optional.ofNullable(state.length() < 2 ? null : STATES.get(state.substring(0, 2))));
  }
}
