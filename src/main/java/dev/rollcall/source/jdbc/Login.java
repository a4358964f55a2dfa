package dev.rollcall.source.jdbc;

import dev.rollcall.security.JdbcAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which database, and who reads it.
 *
 * @param address of the database; what it says counts before everything else here
 * @param username empty where the address or the driver knows
 * @param password never part of a message or of {@link #toString}
 * @param tls how the connection is protected
 * @param properties anything else the driver is told, as it calls it
 */
public record Login(
    JdbcAddress address,
    Optional<String> username,
    Optional<String> password,
    Tls tls,
    Map<String, String> properties) {

  /** Shorter ones stand in too many words to be looked for. */
  private static final int SHORTEST_SOUGHT = 4;

  /** Copies. */
  public Login {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** The address as the driver takes it. */
  String url() {
    return address.reveal();
  }

  /** What a driver says, without anything of ours that is nobody's business. */
  String hideIn(String words) {
    String hidden = address.hideIn(words);
    List<String> values = new ArrayList<>();
    password.ifPresent(values::add);
    properties.entrySet().stream()
        .filter(property -> JdbcAddress.isSecret(property.getKey()))
        .forEach(property -> values.add(property.getValue()));
    for (String value : values) {
      hidden = value.length() < SHORTEST_SOUGHT ? hidden : hidden.replace(value, "***");
    }
    return hidden;
  }

  /** Only the address, without passwords. */
  @Override
  public String toString() {
    return hideIn(address.toString());
  }
}
