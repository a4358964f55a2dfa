package dev.rollcall.sandbox;

import java.util.Optional;

/** The entrance for requests to the service: faults, then the service itself, and the log. */
final class ApiEntrance {
  private final Service service;
  private final Faults faults;
  private final RequestLog requestLog;

  ApiEntrance(Service service, Faults faults, RequestLog requestLog) {
    this.service = service;
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
    Optional<InjectedFault> fault =
        faults.next(request.method(), request.path(), request.rawQuery() + " " + request.body());
    return new Answered(service.alone(() -> act(request, fault)), fault);
  }

  /** Lets the request take its effect unless a fault comes first, and writes it down. */
  private Answer act(IncomingRequest request, Optional<InjectedFault> fault) {
    RecordedRequest seen = seen(request);
    Answer real =
        fault.map(InjectedFault::effect).filter(InjectedFault.Effect::beforeEffect).isPresent()
            ? Answer.empty(200)
            : service.answer(request);
    Answer answer = fault.map(each -> each.answer(real)).orElse(real);
    boolean cut = fault.map(each -> each.effect().cutsConnection()).orElse(false);
    requestLog.add(seen.answered(cut ? 0 : answer.status()));
    return answer;
  }

  private RecordedRequest seen(IncomingRequest request) {
    return new RecordedRequest(
        service.now(),
        request.method(),
        request.path(),
        request.query(),
        service.pattern(request),
        0,
        service.caller(request),
        request.body());
  }
}
