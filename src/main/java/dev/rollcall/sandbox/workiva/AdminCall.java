package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.IncomingRequest;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.StandIn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request as an endpoint sees it: the ids in its path, its parameters and its body. */
record AdminCall(IncomingRequest request, Map<String, String> path) {

  /** The one version of the API that is played. */
  static final String VERSION = "2026-01-01";

  /** What absolute links begin with. */
  String host() {
    String host = request.header("host");
    return host.isEmpty() ? StandIn.ADDRESS : "http://" + host;
  }

  /** An id in the path. */
  String id(String name) {
    return path.getOrDefault(name, "");
  }

  /** Complains of parameters that the endpoint does not know. */
  void only(String... known) {
    for (String parameter : request.parameters().keySet()) {
      if (!List.of(known).contains(parameter)) {
        throw AdminRefusal.bad("Unknown query parameter.", parameter);
      }
    }
  }

  /** A parameter; empty text where it is missing. */
  String parameter(String name) {
    List<String> values = request.parameters().getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(values.size() - 1);
  }

  /** The body as an object with no fields but these. */
  JsonNode object(String... known) {
    JsonNode body = json();
    if (!body.isObject()) {
      throw AdminRefusal.bad("The body must be a JSON object.", "body");
    }
    refuseOthers(body, Set.of(known), "");
    return body;
  }

  /** Complains of fields of an object that are not among these. */
  static void refuseOthers(JsonNode object, Collection<String> known, String within) {
    object
        .propertyNames()
        .forEach(
            name -> {
              if (!known.contains(name)) {
                throw AdminRefusal.bad("Unknown field.", within + name);
              }
            });
  }

  /** The body as a list of texts. */
  List<String> texts() {
    return texts(json(), "body");
  }

  /** A list of texts. */
  static List<String> texts(JsonNode list, String target) {
    if (!list.isArray()) {
      throw AdminRefusal.bad("A JSON array is expected.", target);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list) {
      if (!each.isString()) {
        throw AdminRefusal.bad("A JSON array of strings is expected.", target);
      }
      texts.add(each.asString());
    }
    return texts;
  }

  /** A JSON Patch that replaces texts at some of these paths: what is to be there, by path. */
  Map<String, String> replacements(Collection<String> paths) {
    JsonNode body = json();
    if (!body.isArray() || body.isEmpty()) {
      throw AdminRefusal.bad("A JSON array of patch operations is expected.", "body");
    }
    Map<String, String> replaced = new LinkedHashMap<>();
    for (JsonNode each : body) {
      refuseOthers(each, List.of("op", "path", "value"), "patch.");
      String path = each.path("path").asString("");
      if (!each.path("op").asString("").equals("replace") || !paths.contains(path)) {
        throw AdminRefusal.bad("Only replace is supported, on " + paths, path);
      }
      replaced.put(path, each.path("value").asString(""));
    }
    return replaced;
  }

  private JsonNode json() {
    if (!request.header("content-type").startsWith("application/json")) {
      throw new AdminRefusal(415, "The content type must be application/json.");
    }
    try {
      return SandboxJson.mapper().readTree(request.body());
    } catch (JacksonException e) {
      throw AdminRefusal.bad("The body is no JSON.", "body");
    }
  }
}
