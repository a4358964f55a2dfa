package dev.rollcall.sandbox;

import dev.rollcall.security.FailureText;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a request in: token, privilege, quota, then the endpoint; refusals become answers. */
class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final String MAIN_ENVIRONMENT = "dev";

  private final SandboxTenant tenant;
  private final Router router;

  Gate(SandboxTenant tenant) {
    this(tenant, new Router(tenant));
  }

  Gate(SandboxTenant tenant, Router router) {
    this.tenant = tenant;
    this.router = router;
  }

  /** The workspace behind it. */
  final SandboxTenant tenant() {
    return tenant;
  }

  /** Runs an action alone. */
  <T> T alone(Supplier<T> action) {
    return tenant.alone(action);
  }

  /** The path under which a route is counted. */
  String pattern(Route route) {
    return route.pattern();
  }

  /** The place whose token a caller has. */
  String environment(StoredRow.Token caller) {
    return caller.environment();
  }

  /** The paths under which routes are counted. */
  Set<String> patterns() {
    return router.routes().stream().map(this::pattern).collect(Collectors.toSet());
  }

  Optional<Route> route(String method, String path) {
    return router.find(method, path);
  }

  /** The token of an Authorization header, where it is known. */
  Optional<StoredRow.Token> caller(String authorization) {
    return authorization.startsWith("Bearer ")
        ? tokens().find(authorization.substring("Bearer ".length()))
        : Optional.empty();
  }

  /** Those that are known here. */
  Table<StoredRow.Token> tokens() {
    return tenant.store().tokens;
  }

  Answer answer(Optional<Route> route, ApiCall call) {
    try {
      return enter(route, call);
    } catch (Refusal refusal) {
      return error(refusal.status(), FailureText.of(refusal));
    } catch (RuntimeException bug) {
      LOG.error("the sandbox failed to answer", bug);
      return Answer.error(500);
    }
  }

  private Answer enter(Optional<Route> route, ApiCall call) {
    if (call.caller().isEmpty()) {
      throw new Refusal(401, "Unauthorized");
    }
    Route found = route.orElseThrow(Refusal::notFound);
    if (!permitted(found, call.token())) {
      int status = tenant.behaviour().status(Switch.MISSING_PRIVILEGE);
      throw new Refusal(status, status == 401 ? "Unauthorized" : "Forbidden");
    }
    if (!found.category().isOf(tenant.store().model())) {
      int status = tenant.behaviour().status(Switch.OTHER_MODEL);
      throw new Refusal(
          status, status == 404 ? "Not found" : status == 401 ? "Unauthorized" : "Forbidden");
    }
    Optional<Duration> wait = wait(found);
    return wait.isPresent() ? tooMany(wait.get()) : found.endpoint().answer(inside(call));
  }

  /** Takes one request out of the quota, or tells how long to wait. */
  Optional<Duration> wait(Route route) {
    int quota = tenant.store().meta().quotaPerMinute();
    return tenant.quotas().take(route.category(), quota, tenant.quotaWindow(), tenant.now());
  }

  /** The call as the endpoint is to see it. */
  ApiCall inside(ApiCall call) {
    return call;
  }

  boolean permitted(Route route, StoredRow.Token token) {
    return token.may(route.key())
        && (route.access() == Route.Access.ANY
            || token.environment().equals(MAIN_ENVIRONMENT)
            || tenant.is(Switch.PEOPLE_TOKEN, "any"));
  }

  private Answer tooMany(Duration wait) {
    Answer answer = error(429, "Too many requests");
    long seconds = wait.plusMillis(999).toSeconds();
    return switch (tenant.behaviour().of(Switch.RETRY_AFTER)) {
      case "seconds" -> answer.withHeaders(Map.of("Retry-After", Long.toString(seconds)));
      case "date" -> answer.withHeaders(Map.of("Retry-After", date(seconds)));
      default -> answer;
    };
  }

  private String date(long seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.ofInstant(tenant.now().plusSeconds(seconds), ZoneOffset.UTC));
  }

  private Answer error(int status, String message) {
    return switch (tenant.behaviour().of(Switch.ERROR_SHAPE)) {
      case "errors-title" ->
          Answer.json(
              status, SandboxJson.object("errors", List.of(SandboxJson.object("title", message))));
      case "errors-map" ->
          Answer.json(
              status,
              SandboxJson.object(
                  "message",
                  "Validation failed",
                  "errors",
                  SandboxJson.object("base", List.of(message))));
      case "html" -> Answer.html(status, message);
      case "empty" -> Answer.empty(status);
      default -> Answer.json(status, SandboxJson.object("message", message));
    };
  }
}
