package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.person;
import static dev.rollcall.testing.Rosters.role;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random plans for random workspaces under random limits; each person meets one fate. */
final class RandomScenes {

  static final List<String> ROLES =
      List.of("", "Member", "Environment manager", "Environment admin", "Release captain");

  private static final List<String> PROJECT_ROLES = List.of("", "Builder", "Project admin");

  /** What the plan does to somebody. */
  enum Deed {
    NOTHING,
    INVITE,
    CHANGE,
    SUSPEND,
    REMOVE,
    WITHDRAW,
    STRIP,
    REINSTATE
  }

  /** Somebody: roles in dev and prod by index, now and then; a group or two; and the deed. */
  record Fate(Deed deed, List<Integer> now, List<Integer> then, int groups, int project) {}

  /** The limits of a scene, as small numbers. */
  record Rules(List<Integer> caps, int minimum, int seats, int switches, List<Integer> allowed) {}

  private RandomScenes() {}

  static Arbitrary<Scene> scenes() {
    return Combinators.combine(fates(), rules(), Arbitraries.integers().between(0, 15))
        .as(RandomScenes::scene);
  }

  private static Arbitrary<List<Fate>> fates() {
    Arbitrary<List<Integer>> roles =
        Arbitraries.integers().between(0, ROLES.size() - 1).list().ofSize(2);
    return Combinators.combine(
            Arbitraries.of(Deed.class),
            roles,
            roles,
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 2))
        .as(Fate::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  private static Arbitrary<Rules> rules() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5).list().ofSize(4),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(8, 20),
            Arbitraries.integers().between(0, 63),
            Arbitraries.integers().between(0, 40).list().ofSize(5))
        .as(Rules::new);
  }

  private static Scene scene(List<Fate> fates, Rules rules, int groupChange) {
    Scene scene = new Scene();
    scene.group(group("A", on("Billing@dev", "Builder")));
    scene.group(group("B", on("Billing@dev", "Environment admin")));
    limits(scene, rules);
    if (groupChange % 4 == 1) {
      scene.plans(Stage.GROUPS, Ops.groupProject("A", "Builder", ""), Reason.DRIFT);
    } else if (groupChange % 4 == 2) {
      scene.plans(
          Stage.GROUPS, Ops.groupProject("A", "Builder", "Environment admin"), Reason.DRIFT);
    }
    for (int i = 0; i < fates.size(); i++) {
      play(scene, "p" + i, fates.get(i));
    }
    return scene;
  }

  private static void limits(Scene scene, Rules rules) {
    List<String> names = List.of("removals", "losses", "invites", "admin-grants");
    for (int i = 0; i < names.size(); i++) {
      int cap = rules.caps().get(i);
      scene.cap(
          names.get(i), cap == 5 ? Caps.none() : cap == 4 ? Caps.share(0.2) : Caps.count(cap));
    }
    scene.seats(rules.seats(), 10, 2).minimumAdmins(rules.minimum());
    flags(scene, rules.switches());
    if (rules.allowed().get(0) <= 3) {
      scene.allow("removals", rules.allowed().get(0));
    }
    if (rules.allowed().get(1) <= 3) {
      scene.allow("protected", rules.allowed().get(1));
    }
    if (rules.allowed().get(2) <= 3) {
      scene.allow("sensitive-roles", rules.allowed().get(2));
    }
    if (rules.allowed().get(3) <= 3) {
      scene.allow("minimum-admins", rules.allowed().get(3));
    }
  }

  private static void flags(Scene scene, int switches) {
    if ((switches & 1) != 0) {
      scene.ownerUnknown();
    }
    if ((switches & 2) != 0) {
      scene.protect("p1").protect("p2");
    }
    if ((switches & 4) != 0) {
      scene.sensitive("Release captain");
    }
    if ((switches & 8) != 0) {
      scene.shrink(0.2).source("hr", 100, 50).listed("p0", "p3");
    }
    if ((switches & 48) == 48) {
      scene.stopOnTrip();
    }
  }

  private static void play(Scene scene, String name, Fate fate) {
    switch (fate.deed()) {
      case NOTHING -> member(scene, name, fate);
      case INVITE -> scene.joins(Ops.invite(name, roles(fate.then()), groups(fate)));
      case CHANGE -> change(scene, name, fate);
      case SUSPEND -> suspend(scene, name, fate);
      case REMOVE -> {
        List<Entitlement> held = member(scene, name, fate);
        scene.leaves(Ops.remove(name, held.toArray(Entitlement[]::new)));
      }
      case WITHDRAW -> scene.invited(name).leaves(Ops.withdraw(name, "A"));
      case STRIP ->
          change(scene, name, new Fate(fate.deed(), fate.now(), List.of(0, 0), fate.groups(), 0));
      case REINSTATE -> {
        scene.member(person(name, Status.SUSPENDED));
        scene.joins(Ops.reinstate(name, roles(fate.then())));
      }
    }
  }

  private static List<Entitlement> member(Scene scene, String name, Fate fate) {
    List<Entitlement> held = new ArrayList<>();
    roles(fate.now()).forEach((environment, role) -> held.add(role(environment, role)));
    for (String group : groups(fate)) {
      held.add(in(group));
    }
    scene.member(
        person(
            name,
            held.isEmpty() ? Status.SUSPENDED : Status.ACTIVE,
            held.toArray(Entitlement[]::new)));
    return held;
  }

  private static void change(Scene scene, String name, Fate fate) {
    member(scene, name, fate);
    List<String> environments = List.of("dev", "prod");
    for (int i = 0; i < 2; i++) {
      String before = ROLES.get(fate.now().get(i));
      String after = ROLES.get(fate.then().get(i));
      if (!before.equals(after)) {
        scene.moves(Ops.role(name, environments.get(i), before, after));
      }
    }
    for (String group : groups(fate)) {
      scene.moves(Ops.drop(name, group));
    }
    if (fate.project() > 0) {
      scene.moves(Ops.project(name, "", PROJECT_ROLES.get(fate.project())));
    }
    if (fate.groups() == 0 && fate.project() == 2) {
      scene.moves(Ops.add(name, "B"));
    }
  }

  private static void suspend(Scene scene, String name, Fate fate) {
    member(scene, name, fate);
    if (!roles(fate.now()).isEmpty()) {
      scene.leaves(Ops.suspend(name, roles(fate.now())));
    }
    for (String group : groups(fate)) {
      scene.leaves(Ops.drop(name, group));
    }
  }

  private static Map<String, String> roles(List<Integer> indexes) {
    Map<String, String> roles = new TreeMap<>();
    List<String> environments = List.of("dev", "prod");
    for (int i = 0; i < 2; i++) {
      if (indexes.get(i) > 0) {
        roles.put(environments.get(i), ROLES.get(indexes.get(i)));
      }
    }
    return roles;
  }

  private static String[] groups(Fate fate) {
    return switch (fate.groups()) {
      case 1 -> new String[] {"A"};
      case 2 -> new String[] {"B"};
      case 3 -> new String[] {"A", "B"};
      default -> new String[0];
    };
  }
}
