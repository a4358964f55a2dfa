package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.Optional;

/** The entrance for requests under /api: faults, then the gate, the log and the answer. */
final class ApiEntrance {
  private final SandboxTenant tenant;
  private final Gate gate;
  private final Faults faults;
  private final RequestLog requestLog;

  ApiEntrance(SandboxTenant tenant, Faults faults, RequestLog requestLog) {
    this.tenant = tenant;
    this.gate = new Gate(tenant);
    this.faults = faults;
    this.requestLog = requestLog;
  }

  /** What is to be sent back, and the fault that spoils it on its way. */
  record Answered(Answer answer, Optional<InjectedFault> fault) {

    /** Whether nothing is sent back at all. */
    boolean isCut() {
      return fault.map(each -> each.effect().cutsConnection()).orElse(false);
    }

    boolean takesTime() {
      return fault.map(each -> each.effect().takesTime()).orElse(false);
    }
  }

  /** Answers one; it has taken its effect by then. */
  Answered answer(IncomingRequest request) {
    Optional<Route> route = gate.route(request.method(), request.path());
    Optional<InjectedFault> fault =
        faults.next(request.method(), request.path(), request.rawQuery() + " " + request.body());
    return new Answered(tenant.alone(() -> act(route, request, fault)), fault);
  }

  /** Lets the request take its effect unless a fault comes first, and writes it down. */
  private Answer act(
      Optional<Route> route, IncomingRequest request, Optional<InjectedFault> fault) {
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
}
