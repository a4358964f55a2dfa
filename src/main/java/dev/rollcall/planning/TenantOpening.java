package dev.rollcall.planning;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.sandbox.IncomingRequest;
import dev.rollcall.sandbox.LocalAnswer;
import dev.rollcall.sandbox.StandIn;
import dev.rollcall.security.Secrets;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.FormerRequests;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.LocalTransport;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.Sleeper;
import dev.rollcall.tenant.http.Transport;
import dev.rollcall.tenant.http.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What a tenant is opened with, whichever it is.
 *
 * @param secrets what must not come back out of an answer
 * @param stop whether waiting makes no sense any more
 */
record TenantOpening(Secrets secrets, Tenants.Memory memory, Clock clock, BooleanSupplier stop) {

  /** Requests of the last minute, and a little, count against a lane's quota. */
  private static final Duration QUOTA_MEMORY = Duration.ofSeconds(65);

  /**
   * Opens it. The memory is of a tenant that only the client itself can name, once it has asked.
   *
   * @param vocabulary the words of the vendor
   * @param places where rights can be held in each of
   */
  OpenedTenant open(
      Vocabulary vocabulary, List<Resource> places, Function<RunContext, WritableTenant> client) {
    AtomicReference<Identity> known = new AtomicReference<>();
    Experience experience =
        new NamedExperience(() -> named(known).map(Identity::key), memory.experience());
    WritableTenant tenant =
        client.apply(
            new RunContext(
                experience, new Waiting(clock, Sleeper.REAL, stop), past(known), secrets));
    return new OpenedTenant(
        tenant,
        new Destination(vocabulary, places),
        clock,
        Sleeper.REAL,
        Optional.empty(),
        known::set);
  }

  /** The same in the time of a stand-in. */
  TenantOpening in(StandIn standIn) {
    return new TenantOpening(secrets, memory, new SandboxTime(standIn), stop);
  }

  /** The way to a stand-in: asked straight, with the very requests that would go out. */
  static Transport to(StandIn standIn, RunContext run) {
    return new LocalTransport(
        (call, authorization) -> {
          LocalAnswer answer = standIn.answer(request(call, authorization));
          return new LocalTransport.Answer(answer.status(), answer.headers(), answer.body());
        },
        run.waiting(),
        run.secrets());
  }

  private static IncomingRequest request(HttpCall call, String authorization) {
    Map<String, String> headers = new LinkedHashMap<>();
    call.body().ifPresent(body -> headers.put("Content-Type", body.type()));
    headers.putAll(call.headers());
    headers.put("Authorization", authorization);
    return IncomingRequest.to(
        call.method(), call.uri(), headers, call.body().map(HttpCall.Body::text).orElse(""));
  }

  private static Optional<Identity> named(AtomicReference<Identity> known) {
    return Optional.ofNullable(known.get());
  }

  private FormerRequests past(AtomicReference<Identity> known) {
    return new FormerRequests() {
      @Override
      public List<Instant> requests(Lane lane) {
        Instant since = clock.instant().minus(QUOTA_MEMORY);
        return named(known)
            .map(identity -> memory.requestTimes().of(identity.quotas(), lane, since))
            .orElse(List.of());
      }

      @Override
      public Optional<Instant> invited(Email email) {
        return named(known).flatMap(identity -> memory.invited().apply(identity.key(), email));
      }
    };
  }
}
