package dev.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API of the stand-in workspace, and of those of its customers where it is a partner's. */
final class WorkspaceService implements Service {
  private final SandboxTenant tenant;
  private final Customers customers;
  private final Gate own;

  WorkspaceService(SandboxTenant tenant, Customers customers) {
    this.tenant = tenant;
    this.customers = customers;
    this.own = new Gate(tenant);
  }

  /** A request at the gate it belongs to, with its path behind that. */
  private record Visit(Gate gate, IncomingRequest inside) {

    Optional<Route> route() {
      return gate.route(inside.method(), inside.path());
    }

    Optional<StoredRow.Token> caller() {
      return gate.caller(inside.authorization());
    }
  }

  private Visit visit(IncomingRequest request) {
    Optional<ManagedPath> path = ManagedPath.of(request.rawPath());
    return path.flatMap(customers::gate)
        .map(gate -> new Visit(gate, request.at(path.orElseThrow().rest())))
        .orElseGet(() -> new Visit(own, request));
  }

  @Override
  public <T> T alone(Supplier<T> action) {
    return tenant.alone(action);
  }

  @Override
  public Answer answer(IncomingRequest request) {
    Visit visit = visit(request);
    Optional<Route> route = visit.route();
    return visit
        .gate()
        .alone(() -> visit.gate().answer(route, visit.inside().call(visit.caller(), route)));
  }

  @Override
  public String pattern(IncomingRequest request) {
    Visit visit = visit(request);
    return visit.route().map(visit.gate()::pattern).orElse(request.path());
  }

  @Override
  public Set<String> patterns() {
    return Stream.of(own.patterns(), customers.patterns())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public String caller(IncomingRequest request) {
    Visit visit = visit(request);
    return visit.caller().map(visit.gate()::environment).orElse("");
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
    return new StateText(tenant.store()).json(customers.byName());
  }

  @Override
  public String comparableState() {
    StringBuilder text = new StringBuilder(new StateText(tenant.store()).comparable());
    customers
        .byName()
        .forEach(
            (name, its) ->
                Customers.comparable(its)
                    .lines()
                    .forEach(line -> text.append("customer " + name + ": " + line + "\n")));
    return text.toString();
  }
}
