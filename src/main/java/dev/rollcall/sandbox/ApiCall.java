package dev.rollcall.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request to the API as an endpoint sees it: parameters decoded, the token looked up. */
record ApiCall(
    Optional<StoredRow.Token> caller,
    Map<String, String> path,
    Map<String, List<String>> query,
    String body) {

  /** The parameters of a raw query, each with all its values in order. */
  static Map<String, List<String>> parse(String rawQuery) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  /** The same call with another token. */
  ApiCall as(StoredRow.Token other) {
    return new ApiCall(Optional.of(other), path, query, body);
  }

  StoredRow.Token token() {
    return caller.orElseThrow();
  }

  String id() {
    return path.getOrDefault("id", "");
  }

  Optional<String> parameter(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** All values of {@code name} and of {@code name[]}. */
  List<String> parameters(String name) {
    List<String> values = new ArrayList<>(query.getOrDefault(name, List.of()));
    values.addAll(query.getOrDefault(name + "[]", List.of()));
    return values;
  }

  /** The body, which must be a JSON object. */
  JsonNode json() {
    try {
      JsonNode node = SandboxJson.mapper().readTree(body);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw Refusal.badRequest();
    }
    throw Refusal.badRequest();
  }

  /** The object a body wraps in {@code name}; without that wrapper the request is bad. */
  JsonNode wrapped(String name) {
    JsonNode inner = json().path(name);
    if (!inner.isObject()) {
      throw Refusal.badRequest();
    }
    return inner;
  }

  /** The text with its escapes undone; as it came where they are broken. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
