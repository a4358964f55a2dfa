package dev.rollcall.tenant.workato;

import dev.rollcall.model.Entitlement;
import dev.rollcall.tenant.workato.payload.MemberRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of members whose rows are being read: thousands share a few, and a few combinations of
 * them, so that equal ones are made and kept once.
 */
final class SharedRoles {

  private final Map<String, Map<String, Optional<Entitlement>>> byEnvironment = new HashMap<>();
  private final Map<List<Entitlement>, List<Entitlement>> combinations = new HashMap<>();

  /**
   * The roles that a row says are held; rows of no access say that none is.
   *
   * @param place where the row is from, for one that tells of that alone
   */
  List<Entitlement> of(MemberRow row, Environment place) {
    List<Entitlement> held = new ArrayList<>();
    for (MemberRow.Role role : row.roles()) {
      add(role.environmentType(), role.roleName(), held);
    }
    if (row.role().isPresent()) {
      add(place.name(), row.role().get(), held);
    }
    return same(held);
  }

  /** The one list that stands for all that are equal. */
  List<Entitlement> same(List<Entitlement> roles) {
    List<Entitlement> known = combinations.get(roles);
    if (known == null) {
      known = List.copyOf(roles);
      combinations.put(known, known);
    }
    return known;
  }

  private void add(String environment, String name, List<Entitlement> held) {
    Map<String, Optional<Entitlement>> there =
        byEnvironment.computeIfAbsent(environment, key -> new HashMap<>());
    Optional<Entitlement> role = there.get(name);
    if (role == null) {
      role = role(environment, name);
      there.put(name, role);
    }
    if (role.isPresent()) {
      held.add(role.get());
    }
  }

  private static Optional<Entitlement> role(String environment, String name) {
    return environment.isBlank() || name.isBlank() || WorkatoVocabulary.isNoAccess(name)
        ? Optional.empty()
        : Optional.of(WorkatoVocabulary.environmentRole(new Environment(environment), name));
  }
}
