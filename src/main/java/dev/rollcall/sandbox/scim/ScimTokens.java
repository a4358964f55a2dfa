package dev.rollcall.sandbox.scim;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.Behaviour;
import dev.rollcall.sandbox.IncomingRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives out access tokens to a client, and knows them again as long as they live: RFC 6749, section
 * 4.4. Used by one thread at a time.
 */
final class ScimTokens {

  static final String PATH = "/oauth2/token";

  /** How long a token lives of which that is not told. */
  private static final int UNTOLD = 120;

  private final Client client;
  private final Map<String, Instant> given = new HashMap<>();
  private int last;

  /**
   * Who may ask for tokens.
   *
   * @param scopes what may be asked for
   */
  record Client(String id, String secret, List<String> scopes) {

    /** Copies. */
    Client {
      scopes = List.copyOf(scopes);
    }

    static Client read(JsonNode seed) {
      return new Client(
          seed.path("id").asString("rollcall"),
          seed.path("secret").asString("stand-in-secret"),
          List.of(seed.path("scopes").asString("scim").split(" ")));
    }

    ObjectNode kept() {
      return ScimJson.object()
          .put("id", id)
          .put("secret", secret)
          .put("scopes", String.join(" ", scopes));
    }
  }

  ScimTokens(Client client) {
    this.client = client;
  }

  Client client() {
    return client;
  }

  /** What a request for a token is answered with. */
  Answer answer(IncomingRequest request, Behaviour<ScimSwitch> behaviour, Instant now) {
    boolean isForm = request.header("content-type").startsWith("application/x-www-form-urlencoded");
    if (!request.method().equals("POST") || !isForm) {
      return refused(400, "invalid_request", "a form is posted here");
    }
    Map<String, List<String>> form =
        new IncomingRequest("POST", PATH, request.body(), Map.of(), "").parameters();
    if (!field(form, "grant_type").equals("client_credentials")) {
      return refused(400, "unsupported_grant_type", "only client_credentials");
    }
    if (!isKnown(request, form)) {
      return refused(401, "invalid_client", "the client is unknown, or its secret is wrong");
    }
    Optional<String> other =
        Arrays.stream(field(form, "scope").split(" "))
            .filter(scope -> !scope.isEmpty() && !client.scopes().contains(scope))
            .findFirst();
    return other.isPresent()
        ? refused(400, "invalid_scope", "there is no scope " + other.get())
        : given(behaviour.number(ScimSwitch.TOKEN_LIFE), now);
  }

  private boolean isKnown(IncomingRequest request, Map<String, List<String>> form) {
    String shown = request.authorization();
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(UTF_8));
    return shown.isEmpty()
        ? field(form, "client_id").equals(client.id())
            && field(form, "client_secret").equals(client.secret())
        : shown.equals(basic);
  }

  private Answer given(OptionalInt life, Instant now) {
    last++;
    String token = "access-" + last + "-" + now.toEpochMilli();
    given.values().removeIf(end -> !end.isAfter(now));
    given.put(token, now.plusSeconds(life.orElse(UNTOLD)));
    ObjectNode told = ScimJson.object().put("access_token", token).put("token_type", "Bearer");
    life.ifPresent(seconds -> told.put("expires_in", seconds));
    return json(200, told.put("scope", String.join(" ", client.scopes())));
  }

  private static String field(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  private static Answer refused(int status, String error, String description) {
    return json(
        status, ScimJson.object().put("error", error).put("error_description", description));
  }

  private static Answer json(int status, ObjectNode body) {
    return Answer.empty(status)
        .withText(ScimJson.write(body))
        .withHeaders(Map.of("Content-Type", "application/json"));
  }

  /** Whether this is a token that lives. */
  boolean lets(String token, Instant now) {
    return Optional.ofNullable(given.get(token)).filter(end -> end.isAfter(now)).isPresent();
  }
}
