package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.IncomingRequest;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.Service;
import dev.rollcall.sandbox.StateDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API of a stand-in organization. */
final class OrganizationService implements Service {

  static final String OFFSET = "clock-offset-millis";

  private final OrganizationState state;
  private final Optional<StateDocument> file;
  private final InstantSource clock;
  private final TokenDesk tokens;
  private final RequestLimit limit;
  private final List<AdminRoute> routes;
  private String kept;

  OrganizationService(OrganizationState state, Optional<StateDocument> file, InstantSource clock) {
    this.state = state;
    this.file = file;
    this.clock = clock;
    this.tokens = new TokenDesk(state);
    this.limit = new RequestLimit(state);
    this.routes = AdminRoutes.of(state);
    this.kept = "";
    keep();
  }

  /** What it holds. */
  OrganizationState state() {
    return state;
  }

  @Override
  public synchronized <T> T alone(Supplier<T> action) {
    try {
      return action.get();
    } finally {
      keep();
    }
  }

  private void keep() {
    if (file.isPresent()) {
      String now = stateJson();
      if (!now.equals(kept)) {
        file.get().write(now);
        kept = now;
      }
    }
  }

  @Override
  public Answer answer(IncomingRequest request) {
    Instant now = now();
    return limit.told(limit.take(now) ? counted(request) : RequestLimit.refused(), now);
  }

  private Answer counted(IncomingRequest request) {
    try {
      if (request.path().equals(TokenDesk.PATH)) {
        return version(request).orElseGet(() -> tokens.answer(request, now()));
      }
      return served(request);
    } catch (AdminRefusal refusal) {
      return refusal.answer();
    }
  }

  private static Optional<Answer> version(IncomingRequest request) {
    return request.header("x-version").equals(AdminCall.VERSION)
        ? Optional.empty()
        : Optional.of(AdminRefusal.bad("Unknown version of the API.", "X-Version").answer());
  }

  private Answer served(IncomingRequest request) {
    if (!tokens.lets(request, now())) {
      throw new AdminRefusal(401, "The access token is missing, wrong or has ended.");
    }
    Optional<Answer> wrongVersion = version(request);
    if (wrongVersion.isPresent()) {
      return wrongVersion.get();
    }
    AdminRoute route =
        route(request).orElseThrow(() -> AdminRefusal.notFound("path " + request.path()));
    if (!state.scopes().contains(route.scope())) {
      throw new AdminRefusal(403, "The token is not good for the scope " + route.scope() + ".");
    }
    Map<String, String> path = route.match(request.path()).orElseThrow();
    String organization = path.getOrDefault("organization", state.organization().id());
    if (!organization.equals(state.organization().id())) {
      throw AdminRefusal.notFound("organization");
    }
    return route.endpoint().answer(new AdminCall(request, path));
  }

  private Optional<AdminRoute> route(IncomingRequest request) {
    return routes.stream()
        .filter(route -> route.method().equals(request.method()))
        .filter(route -> route.match(request.path()).isPresent())
        .findFirst();
  }

  @Override
  public String pattern(IncomingRequest request) {
    return route(request).map(AdminRoute::pattern).orElse(request.path());
  }

  @Override
  public Set<String> patterns() {
    return Stream.concat(Stream.of(TokenDesk.PATH), routes.stream().map(AdminRoute::pattern))
        .collect(Collectors.toSet());
  }

  @Override
  public String caller(IncomingRequest request) {
    return tokens.lets(request, now()) ? state.client().id() : "";
  }

  @Override
  public Instant now() {
    return clock
        .instant()
        .plusMillis(state.counters().getOrDefault(OFFSET, 0L))
        .truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void advance(Duration duration) {
    state.counters().merge(OFFSET, duration.toMillis(), Long::sum);
  }

  @Override
  public void behave(Map<String, String> switches) {
    state.turn(switches);
  }

  /** Makes all access tokens end at once. */
  void endTokens() {
    tokens.forget();
  }

  @Override
  public String stateJson() {
    return SandboxJson.write(state);
  }

  @Override
  public String comparableState() {
    return new OrganizationText(state).comparable();
  }
}
