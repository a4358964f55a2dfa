package dev.rollcall.plan;

import dev.rollcall.model.Entitlement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What differs on one target between the rights somebody is to hold and those they hold.
 *
 * @param on the right as stated; where nothing states it, as held
 * @param before the role held; empty where nothing is held
 * @param after the role to be held; empty where it is taken
 */
record Difference(Entitlement on, Optional<String> before, Optional<String> after) {

  private record Target(int kind, String name) {
    static Target of(Entitlement entitlement) {
      return new Target(entitlement.rank(), entitlement.target());
    }
  }

  /**
   * The differences, in the order of the rights.
   *
   * @param extra whether something held that nothing states is to be taken
   */
  static List<Difference> between(
      List<? extends Entitlement> desired,
      List<? extends Entitlement> held,
      Predicate<Entitlement> extra) {
    if (desired.equals(held)) {
      return List.of();
    }
    Map<Target, Entitlement> stated = byTarget(desired);
    Map<Target, Entitlement> present = byTarget(held);
    List<Difference> differences = new ArrayList<>();
    for (Entitlement entitlement : desired) {
      Optional<String> before =
          Optional.ofNullable(present.get(Target.of(entitlement))).map(Entitlement::role);
      add(differences, new Difference(entitlement, before, wanted(entitlement)));
    }
    for (Entitlement entitlement : held) {
      if (!stated.containsKey(Target.of(entitlement)) && extra.test(entitlement)) {
        Optional<String> before = Optional.of(entitlement.role());
        add(differences, new Difference(entitlement, before, Optional.empty()));
      }
    }
    return differences;
  }

  /** Whether it only takes away. */
  boolean takes() {
    return after.isEmpty();
  }

  /** Whether all that was held is held afterwards too, as far as that is known. */
  boolean onlyGives() {
    return !takes() && !RoleRank.isLoss(before, after);
  }

  /** Where it belongs among the changes to somebody who stays. */
  Stage stage(Stage giving) {
    boolean downward =
        takes()
            || before.isPresent()
                && RoleRank.isKnownDownward(before.orElseThrow(), after.orElseThrow());
    return downward ? Stage.REVOCATIONS : giving;
  }

  @Override
  public String toString() {
    return on.target() + ": " + before.orElse("-") + " -> " + after.orElse("-");
  }

  private static void add(List<Difference> differences, Difference difference) {
    if (!Objects.equals(difference.before(), difference.after())) {
      differences.add(difference);
    }
  }

  private static Optional<String> wanted(Entitlement stated) {
    return stated.isNoAccess() ? Optional.empty() : Optional.of(stated.role());
  }

  private static Map<Target, Entitlement> byTarget(Collection<? extends Entitlement> all) {
    Map<Target, Entitlement> byTarget = new HashMap<>();
    all.forEach(entitlement -> byTarget.put(Target.of(entitlement), entitlement));
    return byTarget;
  }
}
