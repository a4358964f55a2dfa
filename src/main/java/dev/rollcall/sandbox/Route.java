package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One endpoint: its method and path pattern, its quota, and who may call it. */
record Route(
    String method, String pattern, Quotas.Category category, Access access, Endpoint endpoint) {

  /** Whose token an endpoint takes. */
  enum Access {
    /** Only a token of the main environment. */
    MAIN,
    /** Any token; the endpoint itself shows only what is its own. */
    ANY
  }

  /** What answers a call. */
  interface Endpoint {
    Answer answer(ApiCall call);
  }

  /** The name of the privilege it takes, and the key under which its requests are counted. */
  String key() {
    return method + " " + pattern;
  }

  /** The path parameters where the path fits the pattern. */
  Optional<Map<String, String>> match(String path) {
    return match(pattern, path);
  }

  /** Fits a path to a pattern of segments; {@code :name} takes any, {@code *} everything. */
  static Optional<Map<String, String>> match(String pattern, String path) {
    if (pattern.equals("*")) {
      return Optional.of(Map.of());
    }
    List<String> wanted = List.of(pattern.split("/", -1));
    List<String> given = List.of(path.split("/", -1));
    Map<String, String> found = new LinkedHashMap<>();
    boolean fits = wanted.size() == given.size();
    for (int i = 0; fits && i < wanted.size(); i++) {
      if (wanted.get(i).startsWith(":")) {
        found.put(wanted.get(i).substring(1), given.get(i));
      } else {
        fits = wanted.get(i).equals("*") || wanted.get(i).equals(given.get(i));
      }
    }
    return fits ? Optional.of(found) : Optional.empty();
  }
}
