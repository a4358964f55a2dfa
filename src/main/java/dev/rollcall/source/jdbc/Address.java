package dev.rollcall.source.jdbc;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a database is called in messages: its name, host and port, and no secret. */
final class Address {

  private static final Pattern SERVER =
      Pattern.compile(
          "(?i)jdbc:([a-z]+):(?:[a-z]+:)*//([^/?;]*)(?:/([^?;]*))?(.*)", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("(?i)[;?&]\\s*(?:database|databaseName)\\s*=\\s*([^;&]*)");
  private static final Map<String, String> PORTS =
      Map.of("postgresql", "5432", "mariadb", "3306", "mysql", "3306", "sqlserver", "1433");

  private Address() {}

  /** The database as the middle of a sentence. */
  static String of(Login login) {
    Secrets secrets = new Secrets(login);
    Matcher server = SERVER.matcher(login.url());
    if (!server.matches() || server.group(2).isBlank()) {
      String plain = login.url().replaceFirst("[?;].*", "").replaceFirst("^jdbc:", "");
      return "the database " + secrets.hide(plain);
    }
    Matcher named = NAMED.matcher(server.group(4));
    String path = server.group(3) == null ? "" : server.group(3);
    String database = path.isEmpty() && named.find() ? named.group(1) : path;
    String hosts = server.group(2).replaceFirst(".*@", "");
    return secrets.hide(
        "the database "
            + (database.isEmpty() ? "" : database + " ")
            + "at "
            + withPort(hosts, PORTS.get(server.group(1).toLowerCase(java.util.Locale.ROOT))));
  }

  private static String withPort(String hosts, String port) {
    boolean plain = hosts.matches("[^,:()\\\\]+|\\[[^]]+]");
    return plain && port != null ? hosts + ":" + port : hosts;
  }
}
