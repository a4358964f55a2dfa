package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.tenant.PermissionMigration.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who holds what in a workspace, gathered row by row. */
final class HeldRights {

  private final Map<Email, String> names = new TreeMap<>();
  private final Map<Email, List<Entitlement>> held = new TreeMap<>();
  private final TreeSet<Resource> resources = new TreeSet<>();
  private int unnamed;

  /** Somebody is there, whatever they hold. */
  void person(Optional<Email> email, String name) {
    if (email.isEmpty()) {
      unnamed++;
      return;
    }
    names.merge(email.get(), name, (one, other) -> one.isBlank() ? other : one);
  }

  /** Something is there. */
  void resource(Resource resource) {
    resources.add(resource);
  }

  /** Somebody holds something; who has no usable address was counted as a person. */
  void right(Optional<Email> email, Entitlement right) {
    email.ifPresent(
        known -> {
          names.putIfAbsent(known, "");
          held.computeIfAbsent(known, any -> new ArrayList<>()).add(right);
        });
    resources.add(right.on());
  }

  /** All of it. */
  Access access() {
    List<Member> people = new ArrayList<>();
    names.forEach(
        (email, name) -> {
          List<Entitlement> rights = held.getOrDefault(email, List.of());
          Status status = rights.isEmpty() ? Status.SUSPENDED : Status.ACTIVE;
          people.add(Member.of(email, name, status, rights));
        });
    return new Access(Roster.of(people, List.of()), List.copyOf(resources), unnamed);
  }
}
