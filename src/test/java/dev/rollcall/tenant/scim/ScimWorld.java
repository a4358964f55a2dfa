package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.sandbox.IncomingRequest;
import dev.rollcall.sandbox.LocalAnswer;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.scim.ScimSandbox;
import dev.rollcall.sandbox.scim.ScimSwitch;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.FormerRequests;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.ClientLogin;
import dev.rollcall.tenant.http.Credential;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.LocalTransport;
import dev.rollcall.tenant.http.MovingClock;
import dev.rollcall.tenant.http.OAuthTransport;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.Waiting;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A stand-in service provider with a client to it, on one clock that moves when somebody waits. */
final class ScimWorld implements AutoCloseable {

  static final String TOKEN = "sandbox-scim";

  final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
  final MemoryExperience experience = new MemoryExperience();
  final ScimSandbox sandbox;
  private ScimSettings settings =
      ScimSettings.of(
          URI.create("http://127.0.0.1" + ScimSandbox.PATH), KnownProfile.RFC.profile());

  ScimWorld(String seed) {
    sandbox = ScimSandbox.of(seed, SandboxOptions.of().withClock(clock));
  }

  ScimWorld with(ScimSwitch which, String position) {
    sandbox.behave(Map.of(which.key(), position));
    return this;
  }

  ScimWorld with(ScimProfile profile) {
    return settings(
        old ->
            new ScimSettings(
                old.base(),
                profile,
                old.roles(),
                old.levels(),
                old.names(),
                old.createsGroups(),
                RequestQuota.perMinute(6000),
                old.batch()));
  }

  ScimWorld settings(UnaryOperator<ScimSettings> other) {
    settings = other.apply(settings);
    return this;
  }

  ScimSettings settings() {
    return settings;
  }

  /** A client that remembers nothing but what the world's experience tells. */
  ScimTenant tenant() {
    Waiting waiting = clock.waiting();
    return new ScimTenant(
        settings,
        new RunContext(experience, waiting, new Nothing(), Secrets.none()),
        new LocalTransport(this::answer, waiting, Secrets.none()),
        BearerToken.of(TOKEN));
  }

  /** One that asks for tokens. */
  ScimTenant client(ClientLogin login) {
    Waiting waiting = clock.waiting();
    return new ScimTenant(
        settings,
        new RunContext(experience, waiting, new Nothing(), Secrets.none()),
        new OAuthTransport(
            new LocalTransport(this::answer, waiting, Secrets.of(List.of(login.secret()))),
            login,
            waiting),
        Credential.NONE);
  }

  private LocalTransport.Answer answer(HttpCall call, String authorization) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    call.body().ifPresent(body -> headers.put("Content-Type", body.type()));
    headers.putAll(call.headers());
    headers.put("Authorization", authorization);
    LocalAnswer answer =
        sandbox.answer(
            IncomingRequest.to(
                call.method(),
                call.uri(),
                headers,
                call.body().map(HttpCall.Body::text).orElse("")));
    return new LocalTransport.Answer(answer.status(), answer.headers(), answer.body());
  }

  /** What it was asked to change so far. */
  List<RecordedRequest> changes() {
    return sandbox.requests().stream().filter(each -> !each.method().equals("GET")).toList();
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private static final class Nothing implements FormerRequests {

    @Override
    public List<Instant> requests(Lane lane) {
      return List.of();
    }

    @Override
    public Optional<Instant> invited(Email email) {
      return Optional.empty();
    }
  }
}
