package dev.rollcall.planning;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Ledger;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.model.Email;
import dev.rollcall.sandbox.LocalAnswer;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.security.Certificates;
import dev.rollcall.security.Secrets;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.LocalTransport;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.Sleeper;
import dev.rollcall.tenant.http.Waiting;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.FormerRequests;
import dev.rollcall.tenant.workato.RunContext;
import dev.rollcall.tenant.workato.WorkatoSettings;
import dev.rollcall.tenant.workato.WorkatoTenant;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Turns {@code target:} of a job file into a workspace that can be talked to. */
public final class Tenants {

  /** The server gives up on a request after 40 s; an answer on its way may take a little longer. */
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(50);

  /** Requests of the last minute, and a little, count against a lane's quota. */
  private static final Duration QUOTA_MEMORY = Duration.ofSeconds(65);

  /** Requests a minute and category where the stand-in knows no limit. */
  private static final int UNLIMITED = 60_000;

  /**
   * What former runs know of workspaces; a dry run without a repository knows nothing.
   *
   * @param experience what was found out about batched requests, by workspace
   * @param requestTimes when requests of a lane were sent
   * @param invited when a person was invited last, but for what is on its way right now
   */
  public record Memory(
      Function<String, Experience> experience,
      RequestTimes requestTimes,
      BiFunction<String, Email, Optional<Instant>> invited) {

    /** When requests of a lane of a workspace were sent since a time. */
    public interface RequestTimes {
      List<Instant> of(String workspace, Lane lane, Instant since);
    }

    /** What a repository remembers. */
    public static Memory of(Ledger ledger, Journal journal) {
      return new Memory(ledger::experience, journal::requestTimes, ledger::invited);
    }

    /** Nothing is known, and nothing is kept beyond the process. */
    public static Memory none() {
      Experience fresh = new MemoryExperience();
      return new Memory(
          workspace -> fresh,
          (workspace, lane, since) -> List.of(),
          (workspace, email) -> Optional.empty());
    }
  }

  /** What a workspace is opened with, whichever it is. */
  private record Around(Secrets secrets, Memory memory, Clock clock, BooleanSupplier stop) {

    Around at(Clock other) {
      return new Around(secrets, memory, other, stop);
    }
  }

  private Tenants() {}

  /** What the key of every workspace begins with that this target can be; nothing is asked. */
  public static String workspaceKeysBegin(JobFile job) {
    return WorkatoSettings.keysBegin(
        job.target().fold(TargetSpec.WorkatoSpec::baseUrl, sandbox -> URI.create(Sandbox.ADDRESS)));
  }

  /** Opens it; nothing is asked of it yet. A stand-in starts, and brings a clock of its own. */
  public static OpenedTenant open(LoadedJob job, Memory memory, Clock clock, BooleanSupplier stop) {
    Around around = new Around(job.secrets(), memory, clock, stop);
    return job.file()
        .target()
        .fold(workato -> remote(settings(workato), around), sandbox -> standIn(sandbox, around));
  }

  /**
   * Opens it for reading. A stand-in that was never used is not written to a file by being looked
   * at.
   */
  public static OpenedTenant openToRead(
      LoadedJob job, Memory memory, Clock clock, BooleanSupplier stop) {
    Around around = new Around(job.secrets(), memory, clock, stop);
    return job.file()
        .target()
        .fold(
            workato -> remote(settings(workato), around),
            sandbox ->
                standIn(
                    new TargetSpec.SandboxSpec(
                        sandbox.seed(),
                        sandbox.state().filter(state -> Files.exists(state.path())),
                        sandbox.rate(),
                        sandbox.batch()),
                    around));
  }

  private static WorkatoSettings settings(TargetSpec.WorkatoSpec spec) {
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    spec.tokens()
        .forEach(
            (place, token) ->
                tokens.put(new Environment(place.name()), BearerToken.of(token.reveal())));
    return new WorkatoSettings(
        spec.baseUrl(),
        spec.model().known(),
        tokens,
        spec.rate().perMinute().orElse(60),
        spec.rate().per(),
        spec.batch(),
        spec.workspace(),
        REQUEST_TIMEOUT,
        new Network(
            spec.tls().map(tls -> tls.ca().certificates()).orElseGet(Certificates::none),
            spec.proxy().proxies()));
  }

  private static OpenedTenant standIn(TargetSpec.SandboxSpec spec, Around around) {
    Sandbox sandbox = Sandbox.open(OfflineTenant.options(spec, around.clock()));
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    sandbox
        .tokens()
        .forEach((name, token) -> tokens.put(new Environment(name), BearerToken.of(token)));
    int quota = sandbox.quotaPerMinute() == 0 ? UNLIMITED : sandbox.quotaPerMinute();
    WorkatoSettings settings =
        new WorkatoSettings(
            sandbox.url(),
            Optional.empty(),
            tokens,
            spec.rate().perMinute().orElse(quota),
            spec.rate().per(),
            spec.batch(),
            Optional.of("sandbox"),
            REQUEST_TIMEOUT,
            Network.direct());
    return client(
            settings,
            around.at(new SandboxTime(sandbox)),
            run ->
                new WorkatoTenant(
                    settings,
                    run,
                    new LocalTransport(server(sandbox), run.waiting(), run.secrets())))
        .in(sandbox);
  }

  /** The stand-in is asked straight, with the very requests that would go out. */
  private static LocalTransport.Server server(Sandbox sandbox) {
    return (call, authorization) -> {
      LocalAnswer answer =
          sandbox.answer(call.method(), call.uri(), authorization, call.json().orElse(""));
      return new LocalTransport.Answer(answer.status(), answer.headers(), answer.body());
    };
  }

  private static OpenedTenant remote(WorkatoSettings settings, Around around) {
    return client(settings, around, run -> new WorkatoTenant(settings, run));
  }

  /** The memory is of a workspace that only the client itself can name, once it has asked. */
  private static OpenedTenant client(
      WorkatoSettings settings, Around around, Function<RunContext, WritableTenant> opening) {
    Memory memory = around.memory();
    Clock clock = around.clock();
    AtomicReference<String> key = new AtomicReference<>();
    Experience experience = new NamedExperience(() -> named(key), memory.experience());
    WritableTenant workspace =
        opening.apply(
            new RunContext(
                experience,
                new Waiting(clock, Sleeper.REAL, around.stop()),
                past(around, key),
                around.secrets()));
    return new OpenedTenant(
        workspace,
        new Destination(
            WorkatoVocabulary.VOCABULARY,
            settings.tokens().keySet().stream().map(WorkatoVocabulary::resource).toList()),
        clock,
        Sleeper.REAL,
        Optional.empty(),
        key::set);
  }

  private static Optional<String> named(AtomicReference<String> key) {
    return Optional.ofNullable(key.get());
  }

  private static FormerRequests past(Around around, AtomicReference<String> key) {
    Memory memory = around.memory();
    return new FormerRequests() {
      @Override
      public List<Instant> requests(Lane lane) {
        Instant since = around.clock().instant().minus(QUOTA_MEMORY);
        return named(key)
            .map(known -> memory.requestTimes().of(known, lane, since))
            .orElse(List.of());
      }

      @Override
      public Optional<Instant> invited(Email email) {
        return named(key).flatMap(known -> memory.invited().apply(known, email));
      }
    };
  }
}
