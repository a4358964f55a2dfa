package dev.rollcall.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The workspaces of a partner's customers, each with a state of its own, which they keep in files
 * beside the partner's.
 */
final class Customers implements AutoCloseable {

  private final SandboxTenant partner;
  private final Map<String, SandboxTenant> tenants = new LinkedHashMap<>();
  private final Map<String, Map<String, CustomerGate>> gates = new LinkedHashMap<>();
  private final List<StateFile> files = new ArrayList<>();

  /** The paths into all of them. */
  Set<String> patterns() {
    return gates.values().stream()
        .flatMap(each -> each.values().stream())
        .flatMap(gate -> gate.patterns().stream())
        .collect(Collectors.toSet());
  }

  private Customers(SandboxTenant partner) {
    this.partner = partner;
  }

  /** Writes down which ones there are; they are opened by what is written. */
  static void found(Seed seed, Store store) {
    seed.managedUsers()
        .forEach(
            customer ->
                store.put(
                    store.customers, customer.name(), new StoredRow.Customer(customer.ids())));
  }

  /** Opens all that the partner has: from their files, else from the partner's seed. */
  static Customers open(
      SandboxTenant partner, Sandbox.Beginning beginning, SandboxOptions options) {
    Customers customers = new Customers(partner);
    try {
      partner
          .store()
          .customers
          .byKey()
          .forEach((key, row) -> customers.open(key, row, new Opening(beginning, options)));
      return customers;
    } catch (RuntimeException e) {
      customers.close();
      throw e;
    }
  }

  private record Opening(Sandbox.Beginning beginning, SandboxOptions options) {

    Seed seedOf(String key) {
      return beginning.seed().get().managedUsers().stream()
          .filter(each -> each.name().equals(key))
          .findFirst()
          .orElseThrow(
              () ->
                  new SandboxException(
                      beginning.name()
                          + ": neither a state file nor the seed knows customer workspace "
                          + key))
          .workspace();
    }
  }

  private void open(String key, StoredRow.Customer row, Opening opening) {
    Store store = new Store();
    InstantSource clock = opening.options().clock();
    Optional<StateFile> file = opening.options().state().map(state -> claim(state, key));
    if (file.isPresent() && file.get().exists()) {
      file.get().load(store);
    } else {
      SeedLoader.load(
          opening.seedOf(key),
          opening.beginning().name() + ": managed-users " + key,
          store,
          clock.instant());
      file.ifPresent(state -> state.save(store));
    }
    store.takeChanges();
    SandboxTenant tenant =
        new SandboxTenant(store, new SandboxClock(clock, store), file, Optional.of(partner));
    tenants.put(key, tenant);
    row.ids().forEach((environment, ids) -> ids.forEach(id -> gates(id, tenant, environment)));
  }

  private StateFile claim(Path partnersState, String key) {
    StateFile file =
        StateFile.claim(partnersState.resolveSibling(partnersState.getFileName() + "." + key));
    files.add(file);
    return file;
  }

  private void gates(String id, SandboxTenant tenant, String environment) {
    Map<String, CustomerGate> both = new LinkedHashMap<>();
    for (String prefix : List.of(ManagedPath.PLAIN, ManagedPath.V2)) {
      both.put(prefix, new CustomerGate(partner, tenant, environment, prefix));
    }
    gates.put(id, both);
  }

  /** The gate at which a path arrives; empty where there is no such customer. */
  Optional<Gate> gate(ManagedPath path) {
    return Optional.ofNullable(gates.get(path.id())).map(both -> both.get(path.prefix()));
  }

  /** Who holds what in one of them, as of the partner's own. */
  static String comparable(SandboxTenant customer) {
    return customer.alone(() -> new StateText(customer.store()).comparable());
  }

  /** All of them by the number by which they are told apart. */
  Map<String, SandboxTenant> byName() {
    return tenants;
  }

  @Override
  public void close() {
    try {
      for (StateFile file : files) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
