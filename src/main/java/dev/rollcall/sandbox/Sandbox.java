package dev.rollcall.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A stand-in workspace that answers the vendor's API over HTTP on the loopback address. It keeps
 * its state in memory, or also in a file that survives being killed; time, faults and the invitees'
 * answers are in the caller's hand, from here or under {@code /sandbox}. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {

  /** Where every stand-in in a process listens, without its port. */
  public static final String ADDRESS = "http://127.0.0.1";

  private final SandboxTenant tenant;
  private final Optional<StateFile> file;
  private final Faults faults = new Faults();
  private final RequestLog requestLog = new RequestLog();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads;
  private final HttpServer server;

  private Sandbox(SandboxTenant tenant, Optional<StateFile> file, int port) {
    this.tenant = tenant;
    this.file = file;
    this.server = bind(port);
    this.threads = Executors.newCachedThreadPool(Sandbox::thread);
    Delivery delivery = new Delivery(closing);
    server.createContext("/", new ApiEntrance(tenant, faults, requestLog, delivery));
    server.createContext("/sandbox", new Controls(this, delivery));
    server.setExecutor(threads);
    server.start();
  }

  /** Starts from the state file if it is there, else from the seed file, else from the sample. */
  public static Sandbox start(SandboxOptions options) {
    String name = options.seed().map(Object::toString).orElse("sample");
    return start(() -> options.seed().map(Seed::read).orElseGet(Seed::sample), name, options);
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
      String name = options.seed().map(Object::toString).orElse("sample");
      fill(
          store, file, () -> options.seed().map(Seed::read).orElseGet(Seed::sample), name, options);
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
    return start(() -> seed, "seed", options);
  }

  /** Where it listens, e.g. {@code http://127.0.0.1:50123}; clients append {@code /api/…}. */
  public URI url() {
    return URI.create(ADDRESS + ":" + server.getAddress().getPort());
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
    server.stop(0);
    threads.shutdownNow();
    tenant.alone(
        () -> {
          file.ifPresent(Sandbox::close);
          return true;
        });
  }

  private static Sandbox start(Supplier<Seed> seed, String name, SandboxOptions options) {
    Store store = new Store();
    Optional<StateFile> file = options.state().map(StateFile::claim);
    try {
      fill(store, file, seed, name, options);
      SandboxTenant tenant =
          new SandboxTenant(store, new SandboxClock(options.clock(), store), file);
      return new Sandbox(tenant, file, options.port());
    } catch (RuntimeException e) {
      file.ifPresent(Sandbox::close);
      throw e;
    }
  }

  private static void fill(
      Store store,
      Optional<StateFile> file,
      Supplier<Seed> seed,
      String name,
      SandboxOptions options) {
    if (file.isPresent() && file.get().exists()) {
      file.get().load(store);
    } else {
      SeedLoader.load(seed.get(), name, store, options.clock().instant());
      file.ifPresent(state -> state.save(store));
    }
    List<Store.Change> changes = store.takeChanges();
    file.ifPresent(state -> state.write(changes));
  }

  private static HttpServer bind(int port) {
    // Headers and body go out in two writes; without this each answer waits for the other side.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new SandboxException("cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sandbox");
    thread.setDaemon(true);
    return thread;
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
