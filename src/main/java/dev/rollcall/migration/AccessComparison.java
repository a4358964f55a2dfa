package dev.rollcall.migration;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.PermissionMigration.Access;
import dev.rollcall.tenant.PermissionMigration.Successor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares what everybody holds before a migration with what they hold after it. Roles of two
 * models are compared by what usually becomes of the older one. Pure.
 */
final class AccessComparison {

  private final Access before;
  private final Access after;
  private final Function<String, Optional<Successor>> successors;
  private final Set<String> unsettled;

  /**
   * Of two times.
   *
   * @param unsettled custom roles of which nobody can tell yet what becomes of them
   */
  AccessComparison(
      Access before,
      Access after,
      Function<String, Optional<Successor>> successors,
      Set<String> unsettled) {
    this.before = before;
    this.after = after;
    this.successors = successors;
    this.unsettled = Set.copyOf(unsettled);
  }

  /** Everybody who is there on either side, by address. */
  List<PersonAccess> people() {
    TreeMap<Email, String> names = new TreeMap<>();
    after.people().people().forEach(member -> names.put(member.email(), member.name()));
    before.people().people().forEach(member -> names.put(member.email(), member.name()));
    List<PersonAccess> people = new ArrayList<>();
    names.forEach((email, name) -> people.add(new PersonAccess(email, name, places(email))));
    return people;
  }

  private List<PlaceAccess> places(Email email) {
    List<Entitlement> had = held(before, email);
    List<Entitlement> has = held(after, email);
    TreeSet<Resource> places = new TreeSet<>();
    had.forEach(right -> places.add(place(right)));
    has.forEach(right -> places.add(place(right)));
    return places.stream().map(place -> at(place, had, has)).toList();
  }

  private static List<Entitlement> held(Access side, Email email) {
    return side.people().person(email).map(Member::entitlements).orElse(List.of());
  }

  private static Resource place(Entitlement right) {
    return right.on().container().orElse(right.on());
  }

  private PlaceAccess at(Resource place, List<Entitlement> had, List<Entitlement> has) {
    List<Entitlement> within =
        has.stream()
            .filter(right -> right.on().container().filter(place::equals).isPresent())
            .toList();
    PlaceAccess access =
        new PlaceAccess(
            place,
            role(place, had),
            role(place, has),
            within,
            (int) inside(place).count(),
            AccessChange.SAME,
            "");
    return judged(access);
  }

  private static Optional<String> role(Resource place, List<Entitlement> rights) {
    return rights.stream()
        .filter(right -> right.on().equals(place))
        .findFirst()
        .flatMap(Entitlement::level);
  }

  private Stream<Resource> inside(Resource place) {
    return after.resources().stream()
        .filter(each -> each.container().filter(place::equals).isPresent());
  }

  private PlaceAccess judged(PlaceAccess access) {
    if (access.before().isEmpty()) {
      return access.but(AccessChange.GAINS, "had no access there");
    }
    String before = access.before().get();
    if (unsettled.contains(before)) {
      return access.but(
          AccessChange.UNKNOWN, "\"" + before + "\" is a custom role, which is migrated by itself");
    }
    if (access.after().isEmpty()) {
      return access.but(AccessChange.LOSES, "loses access there");
    }
    return successors
        .apply(before)
        .map(usual -> comparedWith(usual, access))
        .orElseGet(() -> ofCustomRole(access));
  }

  private static PlaceAccess ofCustomRole(PlaceAccess access) {
    String before = access.before().orElseThrow();
    return Levels.fold(before).equals(Levels.fold(access.after().orElseThrow()))
        ? access
        : access.but(AccessChange.DIFFERS, "\"" + before + "\" is a custom role: compare by hand");
  }

  private PlaceAccess comparedWith(Successor usual, PlaceAccess access) {
    Words words = new Words();
    words.compare(access.place(), access.after(), usual.roles());
    inside(access.place())
        .forEach(
            each ->
                words.compare(
                    each,
                    access.within().stream()
                        .filter(right -> right.on().equals(each))
                        .findFirst()
                        .flatMap(Entitlement::level),
                    List.of(usual.within())));
    return access.but(words.change(), words.text());
  }

  /** What is more and what is less than usual. */
  private static final class Words {
    private final List<String> less = new ArrayList<>();
    private final List<String> more = new ArrayList<>();
    private final List<String> other = new ArrayList<>();

    void compare(Resource on, Optional<String> role, List<String> usual) {
      if (role.isEmpty()) {
        less.add("nothing on " + on + " in place of " + usual.get(0));
        return;
      }
      String has = role.get();
      if (usual.stream().anyMatch(each -> Levels.fold(each).equals(Levels.fold(has)))) {
        return;
      }
      Levels levels = on.kind().levels().orElseThrow();
      String words = has + " on " + on + " is %s than " + usual.get(0);
      if (usual.stream().allMatch(each -> levels.isBelow(has, each))) {
        less.add(words.formatted("less"));
      } else if (usual.stream().allMatch(each -> levels.isBelow(each, has))) {
        more.add(words.formatted("more"));
      } else {
        other.add(words.formatted("other"));
      }
    }

    AccessChange change() {
      if (!less.isEmpty()) {
        return AccessChange.LOSES;
      }
      if (!other.isEmpty()) {
        return AccessChange.DIFFERS;
      }
      return more.isEmpty() ? AccessChange.SAME : AccessChange.GAINS;
    }

    String text() {
      List<String> all = new ArrayList<>(less);
      all.addAll(more);
      all.addAll(other);
      return String.join("; ", all);
    }
  }
}
