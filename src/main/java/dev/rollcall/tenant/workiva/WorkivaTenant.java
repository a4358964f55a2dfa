package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.careful.CarefulBatching;
import dev.rollcall.tenant.careful.CarefulSender;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.HttpTransport;
import dev.rollcall.tenant.http.OAuthTransport;
import dev.rollcall.tenant.http.RateWindow;
import dev.rollcall.tenant.http.Retry;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.StoppableTransport;
import dev.rollcall.tenant.http.Transport;
import dev.rollcall.tenant.http.Waiting;
import dev.rollcall.tenant.workiva.payload.IdName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Workiva organization, over the administration API. */
public final class WorkivaTenant implements WritableTenant {

  private static final Duration RETRYING = Duration.ofMinutes(2);
  private static final int ATTEMPTS = 5;

  private final WorkivaSettings settings;
  private final Experience experience;
  private final HttpLanes http;
  private final WorkivaContext context;
  private final WorkivaReader reader;
  private final CarefulSender sender;
  private volatile Roster actual = Roster.EMPTY;
  private volatile Optional<Identity> identified = Optional.empty();

  /** A client that has not talked to anybody yet, and will do so over the network. */
  public WorkivaTenant(WorkivaSettings settings, RunContext around) {
    this(
        settings,
        around,
        new HttpTransport(
            settings.network(), settings.requestTimeout(), around.waiting(), around.secrets()));
  }

  /** One that makes its calls by this transport, and closes it with itself. */
  public WorkivaTenant(WorkivaSettings settings, RunContext around, Transport transport) {
    this.settings = settings;
    this.experience = new TrustedRoles(around.experience());
    Waiting waiting = around.waiting();
    OAuthTransport authorized = new OAuthTransport(transport, settings.login(), waiting);
    this.http =
        new HttpLanes(
            // Which organization it is has to be known for a run to be one that can go on.
            new StoppableTransport(
                authorized,
                () -> identified.isPresent() && waiting.stop().getAsBoolean(),
                () -> false),
            new Retry(waiting, ATTEMPTS, RETRYING),
            lane -> RateWindow.yielding(settings.rate(), waiting),
            around.past()::requests);
    WorkivaApi api = new WorkivaApi(http, settings, new WorkivaJson(around.secrets()));
    WorkivaAccess access = new WorkivaAccess(authorized::scopes);
    WorkivaIndex index = new WorkivaIndex();
    this.context =
        new WorkivaContext(
            settings,
            api,
            access,
            new WorkivaLists(api, access),
            new OperationPolling(api, settings, waiting),
            index,
            new GroupMemberIds(api, access, index),
            new WorkivaFiles(settings.files()),
            new WorkivaHoldings(),
            waiting);
    this.reader = new WorkivaReader(context);
    this.sender =
        new CarefulSender(() -> new WorkivaResolver(context)::resolve, access, experience, waiting);
  }

  @Override
  public Vocabulary vocabulary() {
    return WorkivaVocabulary.VOCABULARY;
  }

  @Override
  public Identity identify() {
    Identity found = identified.orElseGet(this::asked);
    identified = Optional.of(found);
    return found;
  }

  private Identity asked() {
    IdName organization =
        context.access().read(WorkivaCallKind.ORGANIZATION, context.api().organization());
    String name = organization.name().isBlank() ? settings.organization() : organization.name();
    return new Identity(
        WorkivaSettings.keysBegin(settings.base()) + settings.organization(),
        name,
        Optional.empty());
  }

  @Override
  public Snapshot snapshot(Scope scope) {
    identify();
    Snapshot snapshot = reader.snapshot(scope);
    actual = snapshot.actual();
    return snapshot;
  }

  @Override
  public Snapshot beyond(Scope scope, Snapshot seen) {
    Snapshot whole = reader.beyond();
    actual = whole.actual();
    return whole;
  }

  @Override
  public Roster readBack(Scope touched) {
    return reader.readBack(touched);
  }

  @Override
  public List<String> remarks() {
    return context.memberIds().remarks();
  }

  /** Nobody is invited: accounts are there at once. */
  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return Optional.of(List.of());
  }

  @Override
  public Optional<Inspection> inspection() {
    return Optional.of(new WorkivaInspection(context));
  }

  @Override
  public void doubt(Collection<Operation> operations) {
    sender.doubt(operations, new WorkivaRequestShapes(settings, actual));
  }

  @Override
  public Batching batching() {
    return new OrderedBatching(
        new CarefulBatching(
            http::quota, experience, new WorkivaRequestShapes(settings, actual), http));
  }

  @Override
  public Map<Integer, Outcome> send(Request request, List<PlannedOperation> operations) {
    context.access().check();
    reader.prepare();
    return sender.send(operations);
  }

  @Override
  public List<String> makeGood() {
    return sender.makeGood(
        () -> {
          reader.prepare();
          return new NotedOrganizationLists(context)::of;
        });
  }

  @Override
  public Settled settle(PlannedOperation operation, Instant sent) {
    reader.prepare();
    return sender.settle(operation, sent);
  }

  @Override
  public void close() {
    http.close();
  }
}
