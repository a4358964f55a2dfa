package dev.rollcall.sandbox.scim;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody asks of the stand-in.
 *
 * @param path below its address: {@code /Users/7}
 * @param query decoded
 * @param headers by name in any case
 */
public record ScimAsk(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** Copies. */
  public ScimAsk {
    query = Map.copyOf(query);
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    named.putAll(headers);
    headers = named;
  }

  /** One whose query is still as it was sent. */
  public static ScimAsk of(
      String method, String path, String rawQuery, Map<String, String> headers, String body) {
    return new ScimAsk(method, path, decoded(rawQuery), headers, body);
  }

  /** The parts of its path: {@code [Users, 7]}. */
  List<String> parts() {
    return List.of(path.replaceAll("^/+", "").split("/"));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A plus is a plus here, as it is on some servers. */
  private static Map<String, String> decoded(String rawQuery) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&")) {
      String[] both = pair.split("=", 2);
      if (!pair.isEmpty()) {
        query.put(plain(both[0]), both.length > 1 ? plain(both[1]) : "");
      }
    }
    return query;
  }

  private static String plain(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
