package dev.rollcall.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A stand-in workspace that answers the vendor's API: over HTTP on the loopback address where it
 * was started, in the process by {@link #answer} in any case. It keeps its state in memory, or also
 * in a file that survives being killed; time, faults and the invitees' answers are in the caller's
 * hand, from here or under {@code /sandbox}. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {

  /** Where every stand-in in a process is, without the port of one that listens. */
  public static final String ADDRESS = "http://127.0.0.1";

  private final SandboxTenant tenant;
  private final Optional<StateFile> file;
  private final Faults faults = new Faults();
  private final RequestLog requestLog = new RequestLog();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Delivery delivery = new Delivery(closing);
  private final ApiEntrance entrance;
  private final Optional<SandboxServer> server;

  private Sandbox(SandboxTenant tenant, Optional<StateFile> file, Optional<Integer> port) {
    this.tenant = tenant;
    this.file = file;
    this.entrance = new ApiEntrance(tenant, faults, requestLog);
    this.server = port.map(this::listening);
  }

  private SandboxServer listening(int port) {
    return new SandboxServer(entrance, new Controls(this, delivery), delivery, port);
  }

  /** Opens it for this process alone: like {@link #start}, but nobody listens at any port. */
  public static Sandbox open(SandboxOptions options) {
    return opened(named(options), options, Optional.empty());
  }

  /** Starts from the state file if it is there, else from the seed file, else from the sample. */
  public static Sandbox start(SandboxOptions options) {
    return opened(named(options), options, Optional.of(options.port()));
  }

  /**
   * What a sandbox would begin with.
   *
   * @param environments in the order of the seed
   * @param now what its clock would say
   */
  public record Glimpse(List<String> environments, Instant now) {
    /** Copies. */
    public Glimpse {
      environments = List.copyOf(environments);
    }
  }

  /** Looks without starting anything; a state file that is not there yet is not made. */
  public static Glimpse glimpse(SandboxOptions options) {
    Store store = new Store();
    Optional<StateFile> file = options.state().filter(Files::exists).map(StateFile::claim);
    try {
      fill(store, file, named(options), options);
      SandboxTenant tenant =
          new SandboxTenant(store, new SandboxClock(options.clock(), store), Optional.empty());
      return tenant.alone(
          () ->
              new Glimpse(
                  tenant.environments().stream().map(each -> each.type()).toList(), tenant.now()));
    } finally {
      file.ifPresent(Sandbox::close);
    }
  }

  /** Starts from a seed made in Java, unless there is a state file to go on with. */
  public static Sandbox start(Seed seed, SandboxOptions options) {
    return opened(new Beginning("seed", () -> seed), options, Optional.of(options.port()));
  }

  /**
   * Where it listens, e.g. {@code http://127.0.0.1:50123}, or would listen; clients append {@code
   * /api/…}.
   */
  public URI url() {
    return URI.create(ADDRESS + server.map(each -> ":" + each.port()).orElse(""));
  }

  /**
   * Answers a request under {@code /api} as it would be answered over HTTP.
   *
   * @param url with its query
   * @param authorization the value of that header; blank for none
   * @param body blank for none
   * @throws IOException where a fault would have cut the connection
   */
  public LocalAnswer answer(String method, URI url, String authorization, String body)
      throws IOException {
    ApiEntrance.Answered answered =
        entrance.answer(
            new IncomingRequest(
                method,
                url.getPath(),
                Optional.ofNullable(url.getRawQuery()).orElse(""),
                authorization,
                body));
    if (answered.takesTime()) {
      delivery.pause(answered.fault().orElseThrow().delay());
    }
    if (answered.isCut()) {
      throw new IOException("the connection was cut");
    }
    return LocalAnswer.of(answered.answer(), answered.fault());
  }

  /** The token of each environment, in the order of the seed. */
  public Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tenant.alone(
        () -> {
          tenant.environments().forEach(each -> tokens.put(each.type(), each.token()));
          return tokens;
        });
    return Collections.unmodifiableMap(tokens);
  }

  /** Requests a minute and category; 0 for no limit. */
  public int quotaPerMinute() {
    return tenant.alone(() -> tenant.store().meta().quotaPerMinute());
  }

  /** Lets an invitee accept: from now on they are a member. */
  public void accept(String email) {
    if (!tenant.alone(() -> tenant.accept(email))) {
      throw new SandboxException("there is no pending invitation for '" + email + "'");
    }
  }

  /** Lets everybody who is invited accept. */
  public void acceptAll() {
    run(tenant::acceptAll);
  }

  /** Moves the workspace's clock on. */
  public void advance(Duration duration) {
    run(() -> tenant.clock().advance(duration));
  }

  /** What the workspace's clock says. */
  public Instant now() {
    return tenant.alone(tenant::now);
  }

  /** Turns switches, by key, and leaves the others where they are. */
  public void behave(Map<String, String> switches) {
    run(() -> turn(tenant.behaviour().with(switches)));
  }

  /** Adds a fault; faults are tried in the order in which they came. */
  public void fail(InjectedFault fault) {
    faults.add(fault);
  }

  public void clearFaults() {
    faults.clear();
  }

  /** Every request under {@code /api} since the start. */
  public List<RecordedRequest> requests() {
    return requestLog.requests();
  }

  /** How often each endpoint was called since the start, e.g. {@code GET /api/members/:id}. */
  public Map<String, Long> counts() {
    return requestLog.counts();
  }

  /** Every invitation mail of this workspace, also of former processes on the same state. */
  public List<Mail> mails() {
    return tenant.alone(() -> List.copyOf(tenant.store().mails.rows()));
  }

  /** The whole state as JSON, with ids and times. */
  public String stateJson() {
    return tenant.alone(() -> new StateText(tenant.store()).json());
  }

  /**
   * Who holds what, by names, sorted, without ids and times: two workspaces in which the same
   * people hold the same things give the same text.
   */
  public String comparableState() {
    return tenant.alone(() -> new StateText(tenant.store()).comparable());
  }

  @Override
  public void close() {
    closing.countDown();
    server.ifPresent(SandboxServer::close);
    tenant.alone(
        () -> {
          file.ifPresent(Sandbox::close);
          return true;
        });
  }

  /** A seed, not read yet, and what complaints about it begin with. */
  private record Beginning(String name, Supplier<Seed> seed) {}

  private static Beginning named(SandboxOptions options) {
    return new Beginning(
        options.seed().map(Object::toString).orElse("sample"),
        () -> options.seed().map(Seed::read).orElseGet(Seed::sample));
  }

  private static Sandbox opened(
      Beginning beginning, SandboxOptions options, Optional<Integer> port) {
    Store store = new Store();
    Optional<StateFile> file = options.state().map(StateFile::claim);
    try {
      fill(store, file, beginning, options);
      SandboxTenant tenant =
          new SandboxTenant(store, new SandboxClock(options.clock(), store), file);
      return new Sandbox(tenant, file, port);
    } catch (RuntimeException e) {
      file.ifPresent(Sandbox::close);
      throw e;
    }
  }

  private static void fill(
      Store store, Optional<StateFile> file, Beginning beginning, SandboxOptions options) {
    if (file.isPresent() && file.get().exists()) {
      file.get().load(store);
    } else {
      SeedLoader.load(beginning.seed().get(), beginning.name(), store, options.clock().instant());
      file.ifPresent(state -> state.save(store));
    }
    List<Store.Change> changes = store.takeChanges();
    file.ifPresent(state -> state.write(changes));
  }

  private static void close(StateFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void turn(Behaviour behaviour) {
    StoredRow.Meta meta = tenant.store().meta();
    tenant.store().putMeta(meta.withBehaviour(behaviour.turned()));
  }

  private void run(Runnable action) {
    tenant.alone(
        () -> {
          action.run();
          return true;
        });
  }
}
