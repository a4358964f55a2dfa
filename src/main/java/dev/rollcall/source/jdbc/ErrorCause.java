package dev.rollcall.source.jdbc;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
  SLOW(
      "the query takes longer than %s",
      "make it faster, or raise query-timeout", "57014 mariadb1969 mariadb3024"),
  /** The protected connection does not come about. */
  TLS("the protected connection (TLS) fails", "look at tls: and the server's certificate"),
  /** Wrong name or password. */
  LOGIN(
      "it refuses the user or the password",
      "correct username: and password:",
      "28 mariadb1045 mariadb1698 sqlserver18452 sqlserver18456 sqlserver18486 sqlserver18488"),
  /** There is a server, and no such database. */
  NO_DATABASE(
      "there is no such database",
      "correct its name in url:",
      "3D000 90013 90146 90149 mariadb1049 sqlserver4060"),
  /** Too many connections. */
  CROWDED(
      "it takes no more connections",
      "try again later, or allow it more",
      "53300 mariadb1040 mariadb1203"),
  /** Starting or stopping. */
  CLOSED("it is starting or shutting down", "try again later", "57P03 mariadb1053"),
  /** A file that another process has open. */
  LOCKED("another process has its file open", "end that, or use a server (jdbc:h2:tcp:)", "90020"),
  /** The connection was there, and is gone. */
  LOST(
      "the connection was lost",
      "try again; look at the server's log",
      "57P01 57P02 90098 90121 08 mariadb1317"),
  /** The user may not read this. */
  FORBIDDEN(
      "the user may not read this",
      "grant SELECT on it to the user",
      "90096 42501 mariadb1044 mariadb1142 mariadb1143 sqlserver229 sqlserver230"),
  /** A table that does not exist. */
  NO_TABLE(
      "it names a table that does not exist",
      "correct the name, its schema included",
      "42P01 42S02 42102 42103 42104 mariadb1146 sqlserver208"),
  /** A column that does not exist. */
  NO_COLUMN(
      "it names a column that does not exist",
      "correct the name",
      "42703 42S22 42122 mariadb1054 sqlserver207"),
  /** No valid statement. */
  SYNTAX(
      "it is no valid SQL for this database",
      "correct it there",
      "42601 42000 42001 mariadb1064 sqlserver102 sqlserver105 sqlserver156"),
  /** Something was to be written. */
  WRITES(
      "it writes, and only reading is allowed",
      "write a SELECT that changes nothing",
      "25006 90097 mariadb1792 mariadb1836"),
  /** Rows too long to be held. */
  TOO_LARGE("its rows are too large for the memory", "leave columns out of the query"),
  /** Anything else. */
  OTHER("", "");

  /** What errors are known by: states, numbers of MariaDB and MySQL, numbers of SQL Server. */
  private static final Map<String, ErrorCause> CODES =
      Stream.of(values())
          .filter(cause -> !cause.codes.get(0).isEmpty())
          .flatMap(cause -> cause.codes.stream().map(code -> Map.entry(code, cause)))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String what;
  private final String remedy;
  private final List<String> codes;

  ErrorCause(String what, String remedy) {
    this(what, remedy, "");
  }

  /** One with its SQL states, whole or their class; with numbers of MariaDB and SQL Server. */
  ErrorCause(String what, String remedy, String codes) {
    this.what = what;
    this.remedy = remedy;
    this.codes = List.of(codes.split(" "));
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

  /** Where the state is too coarse. */
  private static Optional<ErrorCause> byNumber(SQLException error, String scheme) {
    String whose = scheme.equals("mysql") ? "mariadb" : scheme;
    return Optional.ofNullable(CODES.get(whose + error.getErrorCode()));
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
    return Optional.ofNullable(CODES.get(state))
        .or(() -> Optional.ofNullable(CODES.get(state.substring(0, Math.min(2, state.length())))));
  }
}
