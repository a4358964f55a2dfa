package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.Credential;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.RepeatRule;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The requests of SCIM: paths, headers and bodies, nothing else. */
final class ScimApi {

  /** All requests share a quota, and go one after the other. */
  static final Lane LANE = new Lane("scim");

  private static final String ACCEPT = "application/scim+json, application/json;q=0.9";

  private static final String MEMBERS_NAMED = "?attributes=displayName,members,meta";

  /** What there is a list of. */
  enum Resources {
    USERS("Users", "users"),
    GROUPS("Groups", "groups");

    private final String path;
    private final String noun;

    Resources(String path, String noun) {
      this.path = path;
      this.noun = noun;
    }

    String noun() {
      return noun;
    }
  }

  private final HttpLanes http;
  private final ScimSettings settings;
  private final ScimDocuments documents;
  private final ServerTraits traits;
  private final Credential credential;

  ScimApi(
      HttpLanes http,
      ScimSettings settings,
      ScimDocuments documents,
      ServerTraits traits,
      Credential credential) {
    this.http = http;
    this.settings = settings;
    this.documents = documents;
    this.traits = traits;
    this.credential = credential;
  }

  /** RFC 7644, 4: what the provider says of itself. */
  FinishedCall<ScimAttributes> config() {
    return http.send(
        LANE,
        RepeatRule.FREELY,
        call("GET", "/ServiceProviderConfig", Optional.empty()),
        documents.oneIfAny());
  }

  /** RFC 7644, 3.4.2: a page of a list. */
  FinishedCall<ScimAttributes> list(Resources resources, String query) {
    return read("/" + resources.path + "?" + query);
  }

  /**
   * RFC 7644, 3.4.1: one resource. Where members are only told to whoever names them, that leaves
   * out other attributes, so that a whole group takes two requests.
   */
  FinishedCall<ScimAttributes> get(Resources resources, String id) {
    if (resources != Resources.GROUPS || !traits.asksForMembers()) {
      return read(path(resources, id));
    }
    FinishedCall<ScimAttributes> named = read(path(resources, id) + MEMBERS_NAMED);
    return traits.isChangedWhole(resources)
            && named.last() instanceof CallOutcome.Accepted<ScimAttributes> members
        ? whole(read(path(resources, id)), members.value())
        : named;
  }

  private static FinishedCall<ScimAttributes> whole(
      FinishedCall<ScimAttributes> rest, ScimAttributes members) {
    return rest.last() instanceof CallOutcome.Accepted<ScimAttributes> accepted
        ? new FinishedCall<>(
            new CallOutcome.Accepted<>(
                accepted.status(), accepted.value().and(members), accepted.headers()),
            rest.attempts())
        : rest;
  }

  private FinishedCall<ScimAttributes> read(String path) {
    return http.send(
        LANE, RepeatRule.FREELY, call("GET", path, Optional.empty()), documents.one(each -> each));
  }

  /** RFC 7644, 3.3: a new resource, which must not be made twice. */
  FinishedCall<ScimAttributes> create(Resources resources, ObjectNode body) {
    return written(
        RepeatRule.WHEN_NOT_SENT,
        new Written("POST", "/" + resources.path, body, Optional.empty()),
        documents.oneIfAny());
  }

  /** RFC 7644, 3.5.2: some attributes. */
  FinishedCall<String> patch(
      Resources resources, String id, ObjectNode body, Optional<String> version) {
    return written(
        RepeatRule.WHEN_NOT_DONE,
        new Written("PATCH", path(resources, id), body, version),
        ScimDocuments.ignored());
  }

  /** RFC 7644, 3.5.1: the whole. */
  FinishedCall<String> put(
      Resources resources, String id, ObjectNode body, Optional<String> version) {
    return written(
        RepeatRule.WHEN_NOT_DONE,
        new Written("PUT", path(resources, id), body, version),
        ScimDocuments.ignored());
  }

  /** RFC 7644, 3.6: a user goes. */
  FinishedCall<String> delete(Resources resources, String id) {
    return http.send(
        LANE,
        RepeatRule.WHEN_NOT_DONE,
        call("DELETE", path(resources, id), Optional.empty()),
        ScimDocuments.ignored());
  }

  private record Written(String method, String path, ObjectNode body, Optional<String> version) {}

  /** Where its media type is refused, it is sent as plain JSON, which does nothing twice. */
  private <T> FinishedCall<T> written(RepeatRule repeat, Written written, BodyReader<T> reading) {
    String type = traits.contentType();
    FinishedCall<T> finished = http.send(LANE, repeat, call(written), reading);
    return ScimErrors.isOtherType(finished.last()) && traits.refuses(type)
        ? http.send(LANE, repeat, call(written), reading)
        : finished;
  }

  private HttpCall call(Written written) {
    HttpCall call =
        call(
            written.method(),
            written.path(),
            Optional.of(
                new HttpCall.Body(ScimDocuments.write(written.body()), traits.contentType())));
    return written.version().map(version -> call.with("If-Match", version)).orElse(call);
  }

  private HttpCall call(String method, String path, Optional<HttpCall.Body> body) {
    return new HttpCall(
        method,
        URI.create(settings.root() + path),
        body,
        credential,
        Map.of("Accept", ACCEPT, "User-Agent", settings.profile().wire().userAgent()));
  }

  private static String path(Resources resources, String id) {
    return "/" + resources.path + "/" + FilterText.encoded(id);
  }
}
