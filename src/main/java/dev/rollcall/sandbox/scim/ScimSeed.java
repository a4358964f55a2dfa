package dev.rollcall.sandbox.scim;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a seed may say: {@code users} and {@code groups} as they are told, with ids and without
 * schemas, and the {@code token}, the {@code client} that may ask for others, {@code now}, {@code
 * behaviour}, further {@code extensions} of users, and which of their attributes tells the role in
 * each environment ({@code roles}).
 */
final class ScimSeed {

  private static final List<String> KEYS =
      List.of(
          "token",
          "client",
          "now",
          "behaviour",
          "extensions",
          "roles",
          "users",
          "groups",
          "clockOffsetMillis");

  private ScimSeed() {}

  /** Refuses what it does not know. */
  static void check(ObjectNode seed) {
    seed.propertyNames().stream()
        .filter(key -> !KEYS.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw ScimRefusal.syntax("unknown key " + key + "; there are " + KEYS);
            });
    String now = seed.path("now").asString("");
    try {
      if (!now.isEmpty()) {
        Instant.parse(now);
      }
    } catch (DateTimeException e) {
      throw ScimRefusal.value("now is no time such as 2026-11-23T09:00:00Z");
    }
    seed.path("users").forEach(user -> needs(user, "userName"));
    seed.path("groups").forEach(group -> needs(group, "displayName"));
  }

  private static void needs(JsonNode resource, String attribute) {
    if (!resource.isObject() || resource.path(attribute).asString("").isBlank()) {
      throw ScimRefusal.value("a resource is without " + attribute);
    }
  }
}
