package dev.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The entrance for requests under /api: faults, then the gate, the log and the answer. */
final class ApiEntrance implements HttpHandler {
  private final SandboxTenant tenant;
  private final Gate gate;
  private final Faults faults;
  private final RequestLog requestLog;
  private final Delivery delivery;

  ApiEntrance(SandboxTenant tenant, Faults faults, RequestLog requestLog, Delivery delivery) {
    this.tenant = tenant;
    this.gate = new Gate(tenant);
    this.faults = faults;
    this.requestLog = requestLog;
    this.delivery = delivery;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange, Incoming.read(exchange));
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange, Incoming request) throws IOException {
    Optional<Route> route = gate.route(request.method(), request.path());
    Optional<InjectedFault> fault =
        faults.next(request.method(), request.path(), request.rawQuery() + " " + request.body());
    Answer answer = tenant.alone(() -> act(route, request, fault));
    if (fault.map(InjectedFault::effect).filter(InjectedFault.Effect::cutsConnection).isPresent()) {
      delivery.pause(fault.get().delay());
    } else {
      delivery.deliver(exchange, answer, fault);
    }
  }

  /** Lets the request take its effect unless a fault comes first, and writes it down. */
  private Answer act(Optional<Route> route, Incoming request, Optional<InjectedFault> fault) {
    Instant now = tenant.now();
    Optional<StoredRow.Token> caller = gate.caller(request.authorization());
    Answer real =
        fault.map(InjectedFault::effect).filter(InjectedFault.Effect::beforeEffect).isPresent()
            ? Answer.empty(200)
            : gate.answer(route, request.call(caller, route));
    Answer answer = fault.map(each -> each.answer(real)).orElse(real);
    boolean cut = fault.map(each -> each.effect().cutsConnection()).orElse(false);
    requestLog.add(
        new RecordedRequest(
            now,
            request.method(),
            request.path(),
            request.query(),
            route.map(Route::pattern).orElse(request.path()),
            cut ? 0 : answer.status(),
            caller.map(StoredRow.Token::environment).orElse(""),
            request.body()));
    return answer;
  }

  /** What stands in a request, read whole. */
  record Incoming(String method, String path, String rawQuery, String authorization, String body) {

    static Incoming read(HttpExchange exchange) throws IOException {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String rawQuery = exchange.getRequestURI().getRawQuery();
      byte[] body = exchange.getRequestBody().readAllBytes();
      return new Incoming(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          rawQuery == null ? "" : rawQuery,
          authorization == null ? "" : authorization,
          new String(body, StandardCharsets.UTF_8));
    }

    String query() {
      return ApiCall.decode(rawQuery);
    }

    ApiCall call(Optional<StoredRow.Token> caller, Optional<Route> route) {
      return new ApiCall(
          caller,
          route.flatMap(each -> each.match(path)).orElse(Map.of()),
          ApiCall.parse(rawQuery),
          body);
    }
  }
}
