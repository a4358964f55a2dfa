package dev.rollcall.sandbox.scim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The way in: who may enter, what they ask for, and how they are told that they may not. */
record ScimEntrance(ScimState state, String base, Instant now) {

  private static final String USERS = "Users";
  private static final String GROUPS = "Groups";
  private static final String CONFIG = "ServiceProviderConfig";

  /** What there is below its address. */
  static final List<String> ENDPOINTS = List.of(USERS, GROUPS, CONFIG);

  private static final String SCIM = "application/scim+json";
  private static final String JSON = "application/json";
  private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

  ScimReply answer(ScimAsk ask) {
    try {
      checkEntry(ask);
      return routed(ask);
    } catch (ScimRefusal e) {
      return refused(e);
    }
  }

  private void checkEntry(ScimAsk ask) {
    if (state.is(ScimSwitch.USER_AGENT, "required")
        && ask.header("User-Agent").filter(each -> !each.isBlank()).isEmpty()) {
      throw new ScimRefusal(403, "", "a User-Agent is required");
    }
    if (!state.lets(ask.header("Authorization").orElse(""), now)) {
      throw new ScimRefusal(401, "", "the token is not valid");
    }
    if (!ask.body().isEmpty()) {
      checkBody(ask);
    }
  }

  private void checkBody(ScimAsk ask) {
    String type = ask.header("Content-Type").orElse("").split(";")[0].strip();
    boolean isTaken =
        switch (state.behaviour().of(ScimSwitch.CONTENT_TYPE)) {
          case "scim" -> type.equals(SCIM);
          case "json" -> type.equals(JSON);
          default -> type.equals(SCIM) || type.equals(JSON);
        };
    if (!isTaken) {
      throw new ScimRefusal(415, "", "cannot read " + type);
    }
    int most = state.behaviour().number(ScimSwitch.MOST_BYTES).orElse(Integer.MAX_VALUE);
    if (ask.body().length() > most) {
      throw new ScimRefusal(413, "", "at most " + most + " bytes");
    }
  }

  private ScimReply routed(ScimAsk ask) {
    return switch (ask.parts().get(0)) {
      case USERS -> new ScimResources(state, new ScimUsers(state), base).answer(ask);
      case GROUPS -> new ScimResources(state, new ScimGroups(state), base).answer(ask);
      case CONFIG -> new ScimDiscovery(state).answer(ask);
      default -> throw ScimRefusal.absent(ask.path());
    };
  }

  /** What is told, as attributes are spelled here. */
  static ScimReply json(int status, ObjectNode body, ScimState state) {
    JsonNode spelled = state.is(ScimSwitch.ATTRIBUTE_NAMES, "lower") ? ScimJson.lower(body) : body;
    return new ScimReply(status, Map.of("Content-Type", SCIM), ScimJson.write(spelled));
  }

  private ScimReply refused(ScimRefusal refusal) {
    int status = refusal.status();
    ObjectNode body = ScimJson.object();
    switch (state.behaviour().of(ScimSwitch.ERRORS)) {
      case "page" -> {
        return ScimReply.page(status);
      }
      case "empty" -> {
        return ScimReply.nothing(status);
      }
      case "message" -> body.put("message", refusal.detail());
      case "json-api" ->
          body.putArray("errors")
              .addObject()
              .put("status", Integer.toString(status))
              .put("detail", refusal.detail());
      case "number" -> error(body, refusal).put("status", status);
      default -> error(body, refusal).put("status", Integer.toString(status));
    }
    return new ScimReply(status, Map.of("Content-Type", SCIM), ScimJson.write(body));
  }

  private ObjectNode error(ObjectNode body, ScimRefusal refusal) {
    body.putArray("schemas").add(ERROR);
    boolean isPlain = refusal.status() == 409 && state.is(ScimSwitch.CONFLICT, "plain");
    if (!refusal.type().isEmpty() && !isPlain) {
      body.put("scimType", refusal.type());
    }
    return body.put("detail", refusal.detail());
  }
}
