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
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The stand-in workspace. It keeps its state in memory, or also in a file that survives being
 * killed; the invitees' answers are in the caller's hand. Clients append {@code /api/…} to its
 * address.
 */
public final class Sandbox extends StandIn {

  private final SandboxTenant tenant;
  private final Customers customers;
  private final Optional<StateFile> file;

  private Sandbox(
      SandboxTenant tenant, Customers customers, Optional<StateFile> file, Optional<Integer> port) {
    super(new WorkspaceService(tenant, customers), port);
    this.tenant = tenant;
    this.customers = customers;
    this.file = file;
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
   * Answers a request under {@code /api} as it would be answered over HTTP.
   *
   * @param url with its query
   * @param authorization the value of that header; blank for none
   * @param body blank for none
   * @throws IOException where a fault would have cut the connection
   */
  public LocalAnswer answer(String method, URI url, String authorization, String body)
      throws IOException {
    return answer(IncomingRequest.to(method, url, Map.of("Authorization", authorization), body));
  }

  /** The token of each environment, in the order of the seed. */
  @Override
  public Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tenant.alone(
        () -> {
          tenant.environments().forEach(each -> tokens.put(each.type(), each.token()));
          return tokens;
        });
    return Collections.unmodifiableMap(tokens);
  }

  /** Requests in a window and category; 0 for no limit. */
  public int quota() {
    return tenant.alone(() -> tenant.store().meta().quotaPerMinute());
  }

  /** The window that the quota is of. */
  public Duration quotaWindow() {
    return tenant.alone(tenant::quotaWindow);
  }

  @Override
  public void accept(String email) {
    boolean known = false;
    for (SandboxTenant each : all()) {
      known |= tenant.alone(() -> each.alone(() -> each.accept(email)));
    }
    if (!known) {
      throw new SandboxException("there is no pending invitation for '" + email + "'");
    }
  }

  @Override
  public void acceptAll() {
    for (SandboxTenant each : all()) {
      tenant.alone(
          () ->
              each.alone(
                  () -> {
                    each.acceptAll();
                    return true;
                  }));
    }
  }

  /** The workspace itself, and those of its customers. */
  private List<SandboxTenant> all() {
    return Stream.concat(Stream.of(tenant), customers.byName().values().stream()).toList();
  }

  /**
   * Who holds what in one customer's workspace, as {@link #comparableState} tells it.
   *
   * @param customer the first of its ids
   */
  public String customerState(String customer) {
    return Customers.comparable(
        Optional.ofNullable(customers.byName().get(customer)).orElseThrow());
  }

  @Override
  public List<Mail> mails() {
    return all().stream()
        .flatMap(each -> each.alone(() -> List.copyOf(each.store().mails.rows())).stream())
        .toList();
  }

  @Override
  public void close() {
    super.close();
    tenant.alone(
        () -> {
          file.ifPresent(Sandbox::close);
          customers.close();
          return true;
        });
  }

  /** A seed, not read yet, and what complaints about it begin with. */
  record Beginning(String name, Supplier<Seed> seed) {}

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
      return new Sandbox(tenant, Customers.open(tenant, beginning, options), file, port);
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
}
