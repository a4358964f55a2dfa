package dev.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The API of the stand-in workspace. */
final class WorkspaceService implements Service {
  private final SandboxTenant tenant;
  private final Gate gate;

  WorkspaceService(SandboxTenant tenant) {
    this.tenant = tenant;
    this.gate = new Gate(tenant);
  }

  @Override
  public <T> T alone(Supplier<T> action) {
    return tenant.alone(action);
  }

  @Override
  public Answer answer(IncomingRequest request) {
    Optional<Route> route = route(request);
    return gate.answer(route, request.call(gate.caller(request.authorization()), route));
  }

  @Override
  public String pattern(IncomingRequest request) {
    return route(request).map(Route::pattern).orElse(request.path());
  }

  private Optional<Route> route(IncomingRequest request) {
    return gate.route(request.method(), request.path());
  }

  @Override
  public String caller(IncomingRequest request) {
    return gate.caller(request.authorization()).map(StoredRow.Token::environment).orElse("");
  }

  @Override
  public Instant now() {
    return tenant.now();
  }

  @Override
  public void advance(Duration duration) {
    tenant.clock().advance(duration);
  }

  @Override
  public void behave(Map<String, String> switches) {
    StoredRow.Meta meta = tenant.store().meta();
    tenant.store().putMeta(meta.withBehaviour(tenant.behaviour().with(switches).turned()));
  }

  @Override
  public String stateJson() {
    return new StateText(tenant.store()).json();
  }

  @Override
  public String comparableState() {
    return new StateText(tenant.store()).comparable();
  }
}
