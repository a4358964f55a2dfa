package dev.rollcall.tenant.scim;

import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.careful.CarefulBatching;
import dev.rollcall.tenant.careful.CarefulSender;
import dev.rollcall.tenant.http.Credential;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.RateWindow;
import dev.rollcall.tenant.http.Retry;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.StoppableTransport;
import dev.rollcall.tenant.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A SCIM service provider's users and groups. Thread-safe, once a snapshot was taken. */
public final class ScimTenant implements WritableTenant {

  private static final Duration RETRYING = Duration.ofMinutes(4);
  private static final int ATTEMPTS = 6;

  private final ScimSettings settings;
  private final HttpLanes http;
  private final ScimContext context;
  private final ScimReader reader;
  private final CarefulSender sender;
  private volatile boolean isKnown;

  /**
   * One that makes its calls by this transport, and closes it with itself.
   *
   * @param credential that calls show, where the transport does not see to that
   */
  public ScimTenant(
      ScimSettings settings, RunContext around, Transport transport, Credential credential) {
    this.settings = settings;
    this.http =
        new HttpLanes(
            new StoppableTransport(
                transport, () -> isKnown && around.waiting().stop().getAsBoolean(), () -> false),
            new Retry(around.waiting(), ATTEMPTS, RETRYING),
            lane -> new RateWindow(settings.rate(), around.waiting()),
            around.past()::requests);
    ServerTraits traits = new ServerTraits(settings.profile());
    ScimApi api =
        new ScimApi(http, settings, new ScimDocuments(around.secrets()), traits, credential);
    ScimAccess access =
        new ScimAccess(credential == Credential.NONE ? "target.oauth" : "target.token");
    this.context =
        new ScimContext(
            settings,
            api,
            access,
            traits,
            new VersionedChanges(api, traits),
            new ScimLookups(api, access, settings),
            new ScimIndex(GroupMeaning.of(settings.names())),
            around.experience(),
            around.waiting());
    this.reader = new ScimReader(context);
    this.sender =
        new CarefulSender(
            () -> new ScimOperations(context)::resolve,
            access,
            around.experience(),
            around.waiting());
  }

  @Override
  public Vocabulary vocabulary() {
    return settings.vocabulary();
  }

  @Override
  public List<String> remarks() {
    return reader.remarks();
  }

  /** Nothing tells which provider it is but its address. */
  @Override
  public Identity identify() {
    isKnown = true;
    return new Identity(settings.key(), settings.base().getHost(), Optional.empty());
  }

  @Override
  public Snapshot snapshot(Scope scope) {
    return reader.snapshot(scope);
  }

  @Override
  public Snapshot beyond(Scope scope, Snapshot seen) {
    return reader.beyond(scope);
  }

  @Override
  public Roster readBack(Scope touched) {
    return reader.readBack(touched);
  }

  /** People are not invited: their accounts are there at once. */
  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return Optional.of(List.of());
  }

  @Override
  public Optional<Inspection> inspection() {
    return Optional.of(new ScimInspection(context));
  }

  @Override
  public void doubt(Collection<Operation> operations) {
    sender.doubt(operations, new ScimRequestShapes(context));
  }

  @Override
  public Batching batching() {
    CarefulBatching careful =
        new CarefulBatching(
            lane -> settings.rate(), context.experience(), new ScimRequestShapes(context), http);
    return new ReadingFirst(
        context.isOuterFirst() ? new OuterFirst(careful, context) : careful, context);
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
          return new ScimOperations(context)::noted;
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
