package dev.rollcall.starter;

import dev.rollcall.security.JdbcAddress;
import dev.rollcall.source.jdbc.Login;
import dev.rollcall.source.jdbc.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What of a database's address is written into a job file, and what is not.
 *
 * @param address without user and password
 * @param username where the address had one
 * @param password where it had one; never written
 */
record DatabaseAddress(JdbcAddress address, Optional<String> username, Optional<String> password) {

  static DatabaseAddress of(String text) {
    JdbcAddress given = JdbcAddress.of(text);
    return new DatabaseAddress(given.withoutLogin(), given.user(), given.password());
  }

  String url() {
    return address.reveal();
  }

  /** What a job or source is called by that reads it. */
  String name() {
    return SourceDetection.name(url().replaceAll("[?;].*", "").replaceAll(".*[/:]", ""));
  }

  /** The way in that the address itself tells. */
  Login login() {
    return new Login(address, username, password, Tls.DRIVERS_OWN, Map.of());
  }

  /** The keys of a source. */
  List<String> yaml(String name, Optional<String> query) {
    List<String> yaml = new ArrayList<>();
    String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
    yaml.add("type: jdbc");
    yaml.add("url: " + YamlWord.quoted(url()));
    yaml.add("username: " + username.map(YamlWord::of).orElse("\"${env:" + variable + "_USER}\""));
    yaml.add("password: \"${env:" + variable + "_PASSWORD}\"");
    yaml.add("query: " + YamlWord.quoted(query.orElse("select * from employee")));
    return yaml;
  }

  /** Nothing of the password. */
  @Override
  public String toString() {
    return address.toString();
  }
}
