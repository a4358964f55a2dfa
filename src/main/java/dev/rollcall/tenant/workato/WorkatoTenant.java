package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.AccessInventory;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Activity;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.PermissionMigration;
import dev.rollcall.tenant.PrivilegeReading;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.careful.CarefulBatching;
import dev.rollcall.tenant.careful.CarefulSender;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.HttpTransport;
import dev.rollcall.tenant.http.LaneReadings;
import dev.rollcall.tenant.http.RateWindow;
import dev.rollcall.tenant.http.Retry;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.StoppableTransport;
import dev.rollcall.tenant.http.Transport;
import dev.rollcall.tenant.http.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Workato workspace, of either permission model, over the Developer API. Thread-safe, once a
 * snapshot was taken.
 */
public final class WorkatoTenant implements WritableTenant {

  private static final Duration RETRYING = Duration.ofMinutes(4);
  private static final int ATTEMPTS = 6;

  private final WorkatoSettings settings;
  private final HttpLanes http;
  private final WorkatoIdentity identity;
  private final WorkatoReader reader;
  private final CarefulSender sender;
  private final WorkatoContext context;
  private volatile Roster actual = Roster.EMPTY;
  private volatile Optional<Identity> identified = Optional.empty();

  /** A client that has not talked to anybody yet, and will do so over the network. */
  public WorkatoTenant(WorkatoSettings settings, RunContext around) {
    this(
        settings,
        around,
        new HttpTransport(
            settings.network(), settings.requestTimeout(), around.waiting(), around.secrets()));
  }

  /** One that makes its calls by this transport, and closes it with itself. */
  public WorkatoTenant(WorkatoSettings settings, RunContext around, Transport transport) {
    this.settings = settings;
    LaneReadings readings = new LaneReadings(around.waiting().sleeper());
    Waiting waiting = around.waiting().unless(readings.ending());
    this.http =
        new HttpLanes(
            // Which workspace it is has to be known for a run to be one that can go on.
            new StoppableTransport(
                transport,
                () -> identified.isPresent() && around.waiting().stop().getAsBoolean(),
                readings.ending()),
            new Retry(waiting, ATTEMPTS, RETRYING),
            lane -> new RateWindow(settings.quota(lane), waiting),
            around.past()::requests);
    WorkatoApi api = new WorkatoApi(http, settings, new WorkatoJson(around.secrets()));
    WorkatoAccess access = new WorkatoAccess(api, settings);
    CompleteLists lists = new CompleteLists(api, access, settings.people());
    ModelDetection model = new ModelDetection(api, access, settings);
    WorkatoLog log = new WorkatoLog(api, access, settings.people());
    WorkatoIndex index = new WorkatoIndex();
    this.context =
        new WorkatoContext(
            api,
            access,
            new WorkatoLanes(settings),
            lists,
            model,
            log,
            new RecentInvitations(around.past(), log, waiting.clock()),
            index,
            new GroupTraffic(),
            new AddedAccounts(lists, index),
            new TokenEnvironments(
                settings.tokens().keySet(),
                settings.managed().isPresent()
                    ? TokenEnvironments.Wording.IDS
                    : TokenEnvironments.Wording.TOKENS),
            around.experience(),
            waiting,
            settings.main());
    this.identity = new WorkatoIdentity(api, access, settings);
    this.reader = new WorkatoReader(context, settings.tokens().keySet(), readings);
    this.sender =
        new CarefulSender(
            () -> new OperationResolver(context)::resolve, access, around.experience(), waiting);
  }

  @Override
  public Vocabulary vocabulary() {
    return context.model().vocabulary();
  }

  @Override
  public Optional<String> permissionModel() {
    return context.model().told();
  }

  @Override
  public List<String> remarks() {
    return context.model().remark().stream().toList();
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
    boolean auditLogReadable = context.log().readable(context.waiting().clock().instant());
    Snapshot snapshot = reader.snapshot(scope, owner, auditLogReadable);
    actual = snapshot.actual();
    context.index().actual(actual);
    return snapshot;
  }

  @Override
  public Snapshot beyond(Scope scope, Snapshot seen) {
    Snapshot whole = reader.beyond(scope, seen);
    actual = whole.actual();
    context.index().actual(actual);
    return whole;
  }

  @Override
  public AccessInventory access() {
    return reader.access();
  }

  @Override
  public Optional<Map<Email, Activity>> lastUse(Collection<Account> accounts, Instant since) {
    return new WorkatoUse(context.api(), context.log()).since(accounts, since);
  }

  @Override
  public Optional<PrivilegeReading> privileges() {
    return Optional.of(new WorkatoPrivileges(context, settings.quota(WorkatoLanes.MEMBERS)));
  }

  @Override
  public Roster readBack(Scope touched) {
    return reader.readBack(touched, identify().owner());
  }

  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return context.log().invitations(since);
  }

  @Override
  public Optional<Inspection> inspection() {
    return Optional.of(new WorkatoInspection(context, settings));
  }

  @Override
  public void doubt(Collection<Operation> operations) {
    sender.doubt(operations, shapes());
  }

  @Override
  public Batching batching() {
    return new CarefulBatching(settings::quota, context.experience(), shapes(), http);
  }

  private WorkatoRequestShapes shapes() {
    return new WorkatoRequestShapes(
        settings, context.index(), actual, context.lists().memberPlaces().size());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Throws only before anything of the request is sent.
   */
  @Override
  public Map<Integer, Outcome> send(Request request, List<PlannedOperation> operations) {
    context.access().check();
    reader.prepare();
    return sender.send(operations);
  }

  @Override
  public Optional<PermissionMigration> migration() {
    reader.look();
    return context.model().model() == PermissionModel.LEGACY
        ? Optional.of(new RoleMigration(context, settings.tokens().keySet()))
        : Optional.empty();
  }

  @Override
  public List<String> makeGood() {
    return sender.makeGood(
        () -> {
          reader.prepare();
          return new NotedLists(context)::of;
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
