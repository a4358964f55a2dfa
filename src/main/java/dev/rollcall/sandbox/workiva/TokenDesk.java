package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.IncomingRequest;
import dev.rollcall.sandbox.SandboxJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives out access tokens to a client, and knows them again as long as they live. */
final class TokenDesk {

  static final String PATH = "/oauth2/token";

  private static final String FORM = "application/x-www-form-urlencoded";

  private final OrganizationState state;
  private final Map<String, Instant> given = new HashMap<>();

  TokenDesk(OrganizationState state) {
    this.state = state;
  }

  Answer answer(IncomingRequest request, Instant now) {
    if (!request.method().equals("POST") || !request.header("content-type").startsWith(FORM)) {
      return refused(400, "invalid_request");
    }
    Map<String, List<String>> form =
        new IncomingRequest("POST", PATH, request.body(), Map.of(), "").parameters();
    if (!field(form, "grant_type").equals("client_credentials")) {
      return refused(400, "unsupported_grant_type");
    }
    boolean known =
        field(form, "client_id").equals(state.client().id())
            && field(form, "client_secret").equals(state.client().secret());
    return known ? token(now) : refused(401, "unauthorized_client");
  }

  private Answer token(Instant now) {
    long life = Long.parseLong(state.of(OrganizationSwitch.TOKEN_LIFE));
    String token = "stand-in-token-" + state.next("token") + "-" + now.toEpochMilli();
    given.values().removeIf(end -> !end.isAfter(now));
    given.put(token, now.plusSeconds(life));
    return Answer.json(
        SandboxJson.object(
            "access_token",
            token,
            "token_type",
            "Bearer",
            "expires_in",
            life,
            "scope",
            String.join(" ", state.scopes())));
  }

  private static String field(Map<String, List<String>> form, String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  private static Answer refused(int status, String error) {
    return Answer.json(
        status,
        SandboxJson.object("error", error, "error_description", error.replace('_', ' ') + "."));
  }

  /** Whether a request shows a token that lives. */
  boolean lets(IncomingRequest request, Instant now) {
    String shown = request.authorization();
    Instant end = shown.startsWith("Bearer ") ? given.get(shown.substring(7)) : null;
    return end != null && end.isAfter(now);
  }

  /** Makes all tokens end. */
  void forget() {
    given.clear();
  }
}
