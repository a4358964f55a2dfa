package dev.rollcall.migration;

import dev.rollcall.job.RenamedRoles;
import dev.rollcall.model.Levels;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What roles are called after a migration, by what became of those who held them. Where they became
 * different things, nobody can tell.
 */
final class NewNames {

  private final Collection<String> spelled;
  private final Map<String, Set<String>> seen = new TreeMap<>();
  private final Map<String, Map<String, Set<String>>> inPlaces = new TreeMap<>();

  /**
   * Nobody was looked at yet.
   *
   * @param spelled the new roles as the tenant spells them
   */
  private NewNames(Collection<String> spelled) {
    this.spelled = List.copyOf(spelled);
  }

  /**
   * Those of all old roles for which there is one.
   *
   * @param usual what a role becomes that nobody holds
   */
  static RenamedRoles of(
      Collection<PersonAccess> people, Collection<String> spelled, Map<String, String> usual) {
    NewNames names = new NewNames(spelled);
    people.forEach(person -> person.places().forEach(names::look));
    Map<String, String> byRole = new HashMap<>();
    usual.forEach((old, by) -> byRole.put(old, names.spelled(by)));
    names.seen.forEach(
        (old, by) -> {
          byRole.remove(old);
          only(by).ifPresent(one -> byRole.put(old, one));
        });
    Map<String, Map<String, String>> byPlace = new HashMap<>();
    names.inPlaces.forEach((place, roles) -> byPlace.put(place, each(roles)));
    return new RenamedRoles(byRole, byPlace);
  }

  private void look(PlaceAccess access) {
    if (access.before().isPresent() && access.after().isPresent()) {
      String old = access.before().get();
      String by = spelled(access.after().get());
      seen.computeIfAbsent(old, any -> new TreeSet<>()).add(by);
      inPlaces
          .computeIfAbsent(access.place().name(), any -> new TreeMap<>())
          .computeIfAbsent(old, any -> new TreeSet<>())
          .add(by);
    }
  }

  private static Map<String, String> each(Map<String, Set<String>> roles) {
    Map<String, String> each = new HashMap<>();
    roles.forEach((old, by) -> only(by).ifPresent(one -> each.put(old, one)));
    return each;
  }

  private static Optional<String> only(Set<String> names) {
    return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
  }

  private String spelled(String role) {
    return spelled.stream()
        .filter(each -> Levels.fold(each).equals(Levels.fold(role)))
        .findFirst()
        .orElse(role);
  }
}
