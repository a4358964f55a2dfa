package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who holds environment roles: they are written down by their names. */
record HeldInEnvironments(Store store) implements RolesEndpoint.Holding {

  @Override
  public long holders(StoredRow.Role role) {
    return store.members.rows().stream()
        .filter(member -> member.roles().containsValue(role.name()))
        .count();
  }

  @Override
  public void renamed(StoredRow.Role role, String name) {
    for (StoredRow.Member member : List.copyOf(store.members.rows())) {
      store.put(member.withRoles(renamed(member.roles(), role.name(), name)));
    }
    for (StoredRow.Invitation pending : List.copyOf(store.invitations.rows())) {
      store.put(pending.withRoles(renamed(pending.roles(), role.name(), name)));
    }
  }

  private static Map<String, String> renamed(Map<String, String> roles, String old, String name) {
    Map<String, String> renamed = new LinkedHashMap<>(roles);
    renamed.replaceAll((environment, held) -> held.equals(old) ? name : held);
    return renamed;
  }

  @Override
  public void deleted(StoredRow.Role role) {
    for (StoredRow.Member member : List.copyOf(store.members.rows())) {
      store.put(member.withRoles(without(member.roles(), role.name())));
    }
    for (StoredRow.Invitation pending : List.copyOf(store.invitations.rows())) {
      store.put(pending.withRoles(without(pending.roles(), role.name())));
    }
  }

  private static Map<String, String> without(Map<String, String> roles, String gone) {
    Map<String, String> left = new LinkedHashMap<>(roles);
    left.values().removeIf(gone::equals);
    return left;
  }
}
