package dev.rollcall.sandbox;

import java.util.Optional;

/** How groups and roles are filtered by name, and what names they may take. */
final class Names {
  private final Tenant tenant;

  Names(Tenant tenant) {
    this.tenant = tenant;
  }

  /** Whether a row passes the {@code name} filter of a call, which compares as the switch says. */
  boolean wanted(Call call, String name) {
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
