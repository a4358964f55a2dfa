package dev.rollcall.source.jdbc;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which database, and who reads it.
 *
 * @param url the JDBC address; what it says counts before everything else here
 * @param username empty where the address or the driver knows
 * @param password never part of a message or of {@link #toString}
 * @param tls how the connection is protected
 * @param properties anything else the driver is told, as it calls it
 */
public record Login(
    String url,
    Optional<String> username,
    Optional<String> password,
    Tls tls,
    Map<String, String> properties) {

  /** Checks and copies. */
  public Login {
    requireNonNull(url, "url");
    requireNonNull(username, "username");
    requireNonNull(password, "password");
    requireNonNull(tls, "tls");
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** One that says nothing but the address. */
  public static Login to(String url) {
    return new Login(url, Optional.empty(), Optional.empty(), Tls.DRIVERS_OWN, Map.of());
  }

  /** The same with a name and a password. */
  public Login as(String user, String secret) {
    return new Login(url, Optional.of(user), Optional.of(secret), tls, properties);
  }

  /** The same protected like this. */
  public Login protectedBy(Tls other) {
    return new Login(url, username, password, other, properties);
  }

  /** Only the address, without passwords. */
  @Override
  public String toString() {
    return new Secrets(this).hide(url);
  }
}
