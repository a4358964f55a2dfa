package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.HttpTransport;
import dev.rollcall.tenant.http.Retry;
import dev.rollcall.tenant.http.UntilStopped;
import dev.rollcall.tenant.http.Waiting;
import dev.rollcall.tenant.http.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A Workato workspace under the new permission model, over the Developer API. Thread-safe, once a
 * snapshot was taken.
 */
public final class WorkatoTenant implements WritableTenant {

  private static final Duration RETRYING = Duration.ofMinutes(4);
  private static final int ATTEMPTS = 6;

  private final WorkatoSettings settings;
  private final HttpLanes http;
  private final WorkatoIdentity identity;
  private final WorkatoReader reader;
  private final WorkatoLog log;
  private final WorkatoSending sending;
  private final WorkatoSettling settling;
  private final Tools tools;
  private volatile Roster actual = Roster.EMPTY;
  private volatile Optional<Identity> identified = Optional.empty();

  /** A client that has not talked to anybody yet. */
  public WorkatoTenant(WorkatoSettings settings, Surroundings around) {
    this.settings = settings;
    Waiting waiting = around.waiting();
    this.http =
        new HttpLanes(
            // Which workspace it is has to be known for a run to be one that can go on.
            new UntilStopped(
                new HttpTransport(
                    settings.network(), settings.requestTimeout(), waiting, around.secrets()),
                () -> identified.isPresent() && waiting.stop().getAsBoolean()),
            new Retry(waiting, ATTEMPTS, RETRYING),
            lane -> new Window(settings.perMinute(), waiting),
            around.past()::requests);
    WorkatoApi api = new WorkatoApi(http, settings, new Json(around.secrets()));
    WorkatoAccess access = new WorkatoAccess(api, settings);
    Readings readings = new Readings(api, access, settings.main());
    this.log = new WorkatoLog(api, access, settings.main());
    this.tools =
        new Tools(
            api,
            access,
            readings,
            new Recently(around.past(), log, waiting.clock()),
            new WorkatoIndex(),
            new TokenEnvironments(settings.tokens().keySet()),
            around.experience(),
            waiting,
            settings.main(),
            new AtomicBoolean());
    this.identity = new WorkatoIdentity(api, access, settings);
    this.reader = new WorkatoReader(tools, settings.tokens().keySet());
    this.sending = new WorkatoSending(tools);
    this.settling = new WorkatoSettling(tools, log);
  }

  @Override
  public Vocabulary vocabulary() {
    return WorkatoVocabulary.VOCABULARY;
  }

  @Override
  public Identity identify() {
    Identity found = identified.orElseGet(identity::read);
    identified = Optional.of(found);
    return found;
  }

  @Override
  public Snapshot snapshot(Scope scope) {
    Optional<Email> owner = identify().owner();
    boolean auditLogReadable = log.readable(tools.waiting().clock().instant());
    Snapshot snapshot = reader.snapshot(scope, owner, auditLogReadable);
    actual = snapshot.actual();
    return snapshot;
  }

  @Override
  public Roster readBack(Scope touched) {
    return reader.readBack(touched, identify().owner());
  }

  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return log.invitations(since);
  }

  @Override
  public Batching batching() {
    return new WorkatoBatching(
        settings,
        tools.experience(),
        new Subjects(tools.index(), actual, new Lanes(settings)),
        http);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Throws only before anything of the request is sent.
   */
  @Override
  public Map<Integer, Outcome> send(Request request, List<PlannedOperation> operations) {
    tools.access().check();
    reader.prepare();
    settling.sending();
    return sending.send(operations);
  }

  @Override
  public Settled settle(PlannedOperation operation, Instant sent) {
    reader.prepare();
    return settling.settle(operation, sent);
  }

  @Override
  public void close() {
    http.close();
  }
}
