package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a stand-in holds, and how it behaves. Used by one thread at a time. */
final class ScimState {

  private final ScimStore users = new ScimStore("U");
  private final ScimStore groups = new ScimStore("G");
  private final ScimSchema userSchema;
  private final ScimSchema groupSchema = ScimSchema.groups();
  private final Map<String, List<String>> extensions;
  private final Map<String, String> roles;
  private final String token;
  private final ScimTokens tokens;
  private final Consumer<Duration> passing;
  private Behaviour<ScimSwitch> behaviour;

  /**
   * What a seed or a kept state says.
   *
   * @param passing lets time pass
   */
  ScimState(ObjectNode seed, Consumer<Duration> passing) {
    this.passing = passing;
    this.token = seed.path("token").asString("sandbox-scim");
    this.tokens = new ScimTokens(ScimTokens.Client.read(seed.path("client")));
    this.roles = texts(seed.path("roles"));
    this.extensions = extensions(seed.path("extensions"));
    this.userSchema = ScimSchema.users(extensions);
    this.behaviour = Behaviour.assumed(ScimSwitch.class).with(texts(seed.path("behaviour")));
    users.load(seed.path("users"));
    groups.load(seed.path("groups"));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
    return texts;
  }

  private static Map<String, List<String>> extensions(JsonNode object) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            each -> {
              List<String> names = new ArrayList<>();
              each.getValue().forEach(name -> names.add(name.asString("")));
              all.put(each.getKey(), List.copyOf(names));
            });
    return all;
  }

  /** The same as a seed. */
  ObjectNode kept() {
    ObjectNode seed = ScimJson.object();
    seed.put("token", token);
    seed.set("client", tokens.client().kept());
    ObjectNode more = seed.putObject("extensions");
    extensions.forEach(
        (urn, names) -> {
          ArrayNode list = more.putArray(urn);
          names.forEach(list::add);
        });
    ObjectNode telling = seed.putObject("roles");
    roles.forEach(telling::put);
    ObjectNode turned = seed.putObject("behaviour");
    behaviour.turned().forEach(turned::put);
    seed.set("users", users.kept());
    seed.set("groups", groups.kept());
    return seed;
  }

  ScimStore users() {
    return users;
  }

  ScimStore groups() {
    return groups;
  }

  ScimSchema userSchema() {
    return userSchema;
  }

  ScimSchema groupSchema() {
    return groupSchema;
  }

  /** Which attribute tells the role in each environment. */
  Map<String, String> roles() {
    return Map.copyOf(roles);
  }

  String token() {
    return token;
  }

  ScimTokens tokens() {
    return tokens;
  }

  /** Whether a credential lets somebody in. */
  boolean lets(String authorization, Instant now) {
    String shown = authorization.replaceFirst("^Bearer ", "");
    return !shown.equals(authorization) && (shown.equals(token) || tokens.lets(shown, now));
  }

  Behaviour<ScimSwitch> behaviour() {
    return behaviour;
  }

  void behave(Behaviour<ScimSwitch> other) {
    behaviour = other;
  }

  boolean is(ScimSwitch which, String position) {
    return behaviour.is(which, position);
  }

  void pass(Duration time) {
    passing.accept(time);
  }
}
