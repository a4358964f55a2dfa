package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.Transport;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A transport that remembers what was asked and answered, and lets something happen before. */
final class Overhearing implements Transport {

  private final Transport transport;
  private final Queue<Heard> all = new ConcurrentLinkedQueue<>();
  private volatile Runnable before = () -> {};

  /** A call, and the status it was answered with; none is zero. */
  record Heard(String method, String target, Map<String, String> headers, String body, int status) {

    boolean is(String itsMethod, String within) {
      return method.equals(itsMethod) && target.contains(within);
    }

    /** The operations of a PATCH. */
    List<JsonNode> operations() {
      return ScimDocuments.tree(body).path("Operations").valueStream().toList();
    }
  }

  Overhearing(Transport transport) {
    this.transport = transport;
  }

  /** Does something once, before a group is changed the next time. */
  void beforeNextGroup(Runnable something) {
    before = something;
  }

  /** The calls of a method to somewhere, so far. */
  Stream<Heard> heard(String method, String within) {
    return all.stream().filter(each -> each.is(method, within));
  }

  @Override
  public <T> CallOutcome<T> attempt(HttpCall call, BodyReader<T> reading) {
    if (!call.method().equals("GET") && call.uri().getPath().contains("/Groups/")) {
      Runnable something = before;
      before = () -> {};
      something.run();
    }
    CallOutcome<T> outcome = transport.attempt(call, reading);
    String body = call.body().map(HttpCall.Body::text).orElse("");
    String target = call.uri().getRawPath() + "?" + call.uri().getQuery();
    all.add(new Heard(call.method(), target, call.headers(), body, status(outcome)));
    return outcome;
  }

  private static int status(CallOutcome<?> outcome) {
    if (outcome instanceof CallOutcome.Accepted<?> accepted) {
      return accepted.status();
    }
    return outcome instanceof CallOutcome.Rejected<?> rejected ? rejected.status() : 0;
  }

  @Override
  public void close() {
    transport.close();
  }
}
