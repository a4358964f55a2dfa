package dev.rollcall.plan;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What differs on one resource between the rights somebody is to hold and those they hold.
 *
 * @param right as stated; where nothing states it, as held
 * @param before what is held; empty where nothing is
 * @param after what is to be held; empty where it is taken
 */
record RightDifference(
    Entitlement right, Optional<Entitlement> before, Optional<Entitlement> after) {

  /**
   * The differences, in the order of the rights.
   *
   * @param extra whether something held that nothing states is to be taken
   */
  static List<RightDifference> between(
      List<Entitlement> desired, List<Entitlement> held, Predicate<Entitlement> extra) {
    if (desired.equals(held)) {
      return List.of();
    }
    Map<Resource, Entitlement> stated = byResource(desired);
    Map<Resource, Entitlement> present = byResource(held);
    List<RightDifference> differences = new ArrayList<>();
    for (Entitlement right : desired) {
      Optional<Entitlement> before = Optional.ofNullable(present.get(right.on()));
      add(differences, new RightDifference(right, before, wanted(right)));
    }
    for (Entitlement right : held) {
      if (!stated.containsKey(right.on()) && extra.test(right)) {
        add(differences, new RightDifference(right, Optional.of(right), Optional.empty()));
      }
    }
    return differences;
  }

  /** What it is about. */
  Resource on() {
    return right.on();
  }

  /** Whether it only takes away. */
  boolean takes() {
    return after.isEmpty();
  }

  /** Whether all that was held is held afterwards too, as far as that is known. */
  boolean onlyGives() {
    return !takes() && !change().isLoss();
  }

  /** Where it belongs among the changes to somebody who stays. */
  Stage stage(Stage giving) {
    return change().isDownward() ? Stage.REVOCATIONS : giving;
  }

  private Change change() {
    return new Change(before, after);
  }

  /** For people, of one that is about a level: {@code prod: Member -> Environment admin}. */
  @Override
  public String toString() {
    return on() + ": " + level(before, "-") + " -> " + level(after, "-");
  }

  /** The level on a side, or what to say where there is none. */
  static String level(Optional<Entitlement> side, String otherwise) {
    return side.flatMap(Entitlement::level).orElse(otherwise);
  }

  private static void add(List<RightDifference> differences, RightDifference difference) {
    if (!difference.before().equals(difference.after())) {
      differences.add(difference);
    }
  }

  private static Optional<Entitlement> wanted(Entitlement stated) {
    return stated.isNoAccess() ? Optional.empty() : Optional.of(stated);
  }

  private static Map<Resource, Entitlement> byResource(Collection<Entitlement> all) {
    Map<Resource, Entitlement> byResource = new HashMap<>();
    all.forEach(right -> byResource.put(right.on(), right));
    return byResource;
  }
}
