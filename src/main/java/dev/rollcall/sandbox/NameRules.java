package dev.rollcall.sandbox;

import java.util.Optional;

/** The rules for names of groups and roles: how they are filtered by, and which may be taken. */
final class NameRules {
  private final SandboxTenant tenant;

  NameRules(SandboxTenant tenant) {
    this.tenant = tenant;
  }

  /** Whether a row passes the {@code name} filter of a call, which compares as the switch says. */
  boolean wanted(ApiCall call, String name) {
    Optional<String> filter = call.parameter("name");
    if (filter.isEmpty()) {
      return true;
    }
    return switch (tenant.behaviour().of(Switch.NAME_FILTER)) {
      case "exact" -> name.equals(filter.get());
      case "ignored" -> true;
      default -> Store.lower(name).contains(Store.lower(filter.get()));
    };
  }

  /** The name itself where {@code owner} may take it; otherwise the request is refused. */
  <R extends StoredRow> String free(String name, Table.Index<R> index, Optional<R> owner) {
    if (name.isBlank()) {
      throw Refusal.invalid("Name can't be blank");
    }
    int status = tenant.behaviour().status(Switch.NAME_TAKEN);
    boolean taken = index.all(name).stream().anyMatch(row -> !Optional.of(row).equals(owner));
    if (taken && status != 200) {
      throw new Refusal(status, "Name has already been taken");
    }
    return name;
  }
}
