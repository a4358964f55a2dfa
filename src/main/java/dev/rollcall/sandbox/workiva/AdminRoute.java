package dev.rollcall.sandbox.workiva;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An endpoint in its place.
 *
 * @param pattern with {@code :name} for what differs
 * @param scope what a token must be good for
 */
record AdminRoute(String method, String pattern, String scope, AdminEndpoint endpoint) {

  /** What stands in the places of the pattern; empty where the path is another. */
  Optional<Map<String, String>> match(String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith(":")) {
        found.put(wanted[i].substring(1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
