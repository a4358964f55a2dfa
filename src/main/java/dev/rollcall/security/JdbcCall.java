package dev.rollcall.security;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a database is called within a sentence. */
final class JdbcCall {

  private static final Pattern SERVER =
      Pattern.compile("(?i)jdbc:([a-z]+):(?:[a-z]+:)*//([^/?;]*)(?:/([^?;]*))?.*", Pattern.DOTALL);
  private static final Map<String, String> PORTS =
      Map.of("postgresql", "5432", "mariadb", "3306", "mysql", "3306", "sqlserver", "1433");

  private JdbcCall() {}

  /** Of an address. */
  static String of(JdbcAddress address) {
    Matcher server = SERVER.matcher(address.toString());
    String hosts = server.matches() ? hosts(server.group(2).replaceFirst(".*@", ""), address) : "";
    if (hosts.isBlank()) {
      return "the database " + plain(address);
    }
    String path = server.group(3) == null ? "" : server.group(3);
    String database = path.isEmpty() ? named(address, "databaseName", "database").orElse("") : path;
    return "the database "
        + (database.isEmpty() ? "" : database + " ")
        + "at "
        + withPort(hosts, PORTS.getOrDefault(server.group(1).toLowerCase(Locale.ROOT), ""));
  }

  private static String plain(JdbcAddress address) {
    return address.toString().replaceFirst("(?s)[?;].*", "").replaceFirst("(?i)^jdbc:", "");
  }

  private static String hosts(String written, JdbcAddress address) {
    return written.isBlank() ? named(address, "serverName", "server").orElse("") : written;
  }

  private static Optional<String> named(JdbcAddress address, String... names) {
    return Stream.of(names).flatMap(name -> address.setting(name).stream()).findFirst();
  }

  private static String withPort(String hosts, String port) {
    boolean plain = hosts.matches("[^,:()\\\\]+|\\[[^]]+]");
    return plain && !port.isEmpty() ? hosts + ":" + port : hosts;
  }
}
