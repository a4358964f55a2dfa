package dev.rollcall.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the names of roles go over the wire; those of the vendor's own may be joined. */
final class WireRoleNames {
  private final Store store;
  private final Behaviour<Switch> behaviour;

  WireRoleNames(Store store, Behaviour<Switch> behaviour) {
    this.store = store;
    this.behaviour = behaviour;
  }

  /** In a list of roles, and where one is asked for. */
  String listed(StoredRow.Role role) {
    return behaviour.is(Switch.ROLE_NAMES, "joined") ? joined(role) : role.name();
  }

  /** In a row that tells who holds it. */
  String inRow(StoredRow.Role role) {
    return behaviour.is(Switch.ROLE_NAMES, "words") ? role.name() : joined(role);
  }

  /** An environment role in a row that tells who holds it. */
  String environmentRoleInRow(String name) {
    return store.environmentRolesByName.first(name).map(this::inRow).orElse(name);
  }

  /** The environment role of this name; empty where there is none. */
  Optional<String> environmentRole(String asked) {
    return store.environmentRoles.rows().stream()
        .filter(role -> listed(role).equals(asked))
        .map(StoredRow.Role::name)
        .findFirst();
  }

  private static String joined(StoredRow.Role role) {
    return role.type().equals("system")
        ? Arrays.stream(role.name().split(" "))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        : role.name();
  }
}
