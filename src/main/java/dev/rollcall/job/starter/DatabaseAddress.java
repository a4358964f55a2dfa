package dev.rollcall.job.starter;

import static java.util.Objects.requireNonNull;

import dev.rollcall.job.yaml.Masks;
import dev.rollcall.source.jdbc.Login;
import dev.rollcall.source.jdbc.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database's address taken apart: what may be written into a job file, and what may not.
 *
 * @param url without user and password
 * @param username where the address had one
 * @param password where it had one; never written
 */
record DatabaseAddress(String url, Optional<String> username, Optional<String> password) {

  private static final Pattern USER_INFO = Pattern.compile("//([^/@:]*)(?::([^/@]*))?@");
  private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;])([a-z]+)=([^&;]*)");

  DatabaseAddress {
    requireNonNull(url, "url");
    requireNonNull(username, "username");
    requireNonNull(password, "password");
  }

  static DatabaseAddress of(String text) {
    Optional<String> username = Optional.empty();
    Optional<String> password = Optional.empty();
    String url = text;
    Matcher info = USER_INFO.matcher(url);
    if (info.find()) {
      username = Optional.of(info.group(1)).filter(name -> !name.isEmpty());
      password = Optional.ofNullable(info.group(2));
      url = info.replaceFirst("//");
    }
    StringBuilder kept = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(url);
    int from = 0;
    while (parameter.find()) {
      String key = parameter.group(2).toLowerCase(Locale.ROOT);
      boolean secret = !Masks.apply("?" + key + "=x").endsWith("=x");
      boolean user = key.equals("user") || key.equals("username");
      if (secret || user) {
        username = user ? Optional.of(parameter.group(3)) : username;
        password = secret && password.isEmpty() ? Optional.of(parameter.group(3)) : password;
        kept.append(url, from, parameter.start());
        from = parameter.end();
      }
    }
    kept.append(url.substring(from));
    return new DatabaseAddress(
        kept.toString().replaceFirst("^([^?]*)&", "$1?"), username, password);
  }

  /** What a job or source is called by that reads it. */
  String name() {
    return Candidates.name(url.replaceAll("[?;].*", "").replaceAll(".*[/:]", ""));
  }

  /** The way in that the address itself tells. */
  Login login() {
    return new Login(url, username, password, Tls.DRIVERS_OWN, Map.of());
  }

  /** The keys of a source. */
  List<String> yaml(String name, Optional<String> query) {
    List<String> yaml = new ArrayList<>();
    String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
    yaml.add("type: jdbc");
    yaml.add("url: " + YamlWord.quoted(url));
    yaml.add("username: " + username.map(YamlWord::of).orElse("\"${env:" + variable + "_USER}\""));
    yaml.add("password: \"${env:" + variable + "_PASSWORD}\"");
    yaml.add("query: " + YamlWord.quoted(query.orElse("select * from employee")));
    return yaml;
  }

  /** Nothing of the password. */
  @Override
  public String toString() {
    return url;
  }
}
