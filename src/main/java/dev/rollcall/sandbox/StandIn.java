package dev.rollcall.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/**
 * A stand-in tenant of whatever vendor that answers the vendor's API: over HTTP on the loopback
 * address where it listens, in the process by {@link #answer} in any case. Time, faults and
 * switches are in the caller's hand, from here or under {@code /sandbox}. Thread-safe.
 */
public abstract class StandIn implements AutoCloseable {

  /** Where every stand-in in a process is, without the port of one that listens. */
  public static final String ADDRESS = "http://127.0.0.1";

  private final Service service;
  private final Faults faults = new Faults();
  private final RequestLog requestLog = new RequestLog();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Delivery delivery = new Delivery(closing);
  private final ApiEntrance entrance;
  private final Optional<SandboxServer> server;

  /**
   * Plays a service, from now on.
   *
   * @param port where it listens; 0 for any, empty for nowhere
   */
  protected StandIn(Service service, Optional<Integer> port) {
    this.service = service;
    this.entrance = new ApiEntrance(service, faults, requestLog);
    this.server =
        port.map(each -> new SandboxServer(entrance, new Controls(this, delivery), delivery, each));
  }

  /** Where it listens, e.g. {@code http://127.0.0.1:50123}, or would listen. */
  public final URI url() {
    return URI.create(ADDRESS + server.map(each -> ":" + each.port()).orElse(""));
  }

  /** What clients are given as the address of the API, with whatever path stands before it. */
  public URI address() {
    return url();
  }

  /** What else a job file that speaks to it has to say of it, by key; nothing, mostly. */
  public Map<String, String> particulars() {
    return Map.of();
  }

  /**
   * Answers a request as it would be answered over HTTP.
   *
   * @throws IOException where a fault would have cut the connection
   */
  public final LocalAnswer answer(IncomingRequest request) throws IOException {
    ApiEntrance.Answered answered = entrance.answer(request);
    if (answered.takesTime()) {
      delivery.pause(answered.fault().orElseThrow().delay());
    }
    if (answered.isCut()) {
      throw new IOException("the connection was cut");
    }
    return LocalAnswer.of(answered.answer(), answered.fault());
  }

  /** What the tenant's clock says. */
  public final Instant now() {
    return service.alone(service::now);
  }

  /** Moves the tenant's clock on. */
  public final void advance(Duration duration) {
    run(() -> service.advance(duration));
  }

  /** Turns switches, by key, and leaves the others where they are. */
  public final void behave(Map<String, String> switches) {
    run(() -> service.behave(switches));
  }

  /** Adds a fault; faults are tried in the order in which they came. */
  public final void fail(InjectedFault fault) {
    faults.add(fault);
  }

  /**
   * Likewise, of one that somebody asks for.
   *
   * @throws SandboxException where there is no such path
   */
  final void failWhereThereIs(InjectedFault fault) {
    Set<String> known = service.patterns();
    if (known.stream().noneMatch(fault::reaches)) {
      throw new SandboxException(
          "no request goes to the path '"
              + fault.path()
              + "'; there are "
              + String.join(", ", new TreeSet<>(known))
              + ", and * for all of them");
    }
    fail(fault);
  }

  /** Takes all faults away. */
  public final void clearFaults() {
    faults.clear();
  }

  /** Every request to the service since the start. */
  public final List<RecordedRequest> requests() {
    return requestLog.requests();
  }

  /** How often each endpoint was called since the start, e.g. {@code GET /api/members/:id}. */
  public final Map<String, Long> counts() {
    return requestLog.counts();
  }

  /** The whole state as JSON, with ids and times. */
  public final String stateJson() {
    return service.alone(service::stateJson);
  }

  /**
   * Who holds what, by names, sorted, without ids and times: two tenants in which the same people
   * hold the same things give the same text.
   */
  public final String comparableState() {
    return service.alone(service::comparableState);
  }

  /** The credentials it takes, by what they are for, in a fixed order. */
  public abstract Map<String, String> tokens();

  /** Every mail of this tenant, also of former processes on the same state. */
  public List<Mail> mails() {
    return List.of();
  }

  /**
   * Lets an invitee accept: from now on they are a member.
   *
   * @throws SandboxException where they are not invited
   */
  public void accept(String email) {
    throw new SandboxException("there is no pending invitation for '" + email + "'");
  }

  /** Lets everybody who is invited accept. */
  public void acceptAll() {
    // Nobody is, where people join at once.
  }

  private void run(Runnable action) {
    service.alone(
        () -> {
          action.run();
          return true;
        });
  }

  /** Listens no longer, and lets whoever waits for an answer go. */
  @Override
  public void close() {
    closing.countDown();
    server.ifPresent(SandboxServer::close);
  }
}
