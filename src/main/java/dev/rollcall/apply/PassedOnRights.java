package dev.rollcall.apply;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rights that a plan gives to groups, which pass them on: additions for everybody who is in
 * such a group, or comes into it, and does not leave it.
 */
final class PassedOnRights {

  private final Roster seen;
  private final Map<Resource, List<Integer>> byGroup = new HashMap<>();
  private final Map<Resource, List<Integer>> byResource = new HashMap<>();
  private final Map<Assignee, List<Resource>> joined = new HashMap<>();
  private final Map<Assignee, List<Resource>> left = new HashMap<>();

  /**
   * Where these people are in these groups.
   *
   * @param seen by the names that groups are to have
   */
  PassedOnRights(Roster seen) {
    this.seen = seen;
  }

  /** Something is given, to a group or to somebody who may come into one. */
  void adds(PlannedOperation planned) {
    Assignee assignee = planned.operation().assignee();
    for (Change change : planned.operation().changes()) {
      change
          .after()
          .map(Entitlement::on)
          .ifPresent(given -> adds(planned.sequence(), assignee, given));
    }
  }

  private void adds(int sequence, Assignee assignee, Resource given) {
    assignee
        .group()
        .ifPresent(
            group -> {
              file(byGroup, group, sequence);
              file(byResource, given, sequence);
            });
    if (isGroup(given)) {
      file(joined, assignee, given);
    }
  }

  /** Something is taken. */
  void takes(PlannedOperation planned) {
    for (Change change : planned.operation().changes()) {
      change
          .on()
          .filter(PassedOnRights::isGroup)
          .ifPresent(group -> file(left, planned.operation().assignee(), group));
    }
  }

  private static boolean isGroup(Resource resource) {
    return resource.kind().is(Kind.Trait.HOLDS_RIGHTS);
  }

  private static <K, V> void file(Map<K, List<V>> files, K key, V value) {
    files.computeIfAbsent(key, each -> new ArrayList<>()).add(value);
  }

  /**
   * What gives a group what whoever loses something by an operation is to have from it. Of groups
   * that lose something it is what others get on the same, for people may be in both.
   */
  Stream<Integer> besides(Operation operation) {
    Assignee assignee = operation.assignee();
    if (byGroup.isEmpty()) {
      return Stream.empty();
    }
    return assignee
        .person()
        .map(email -> groups(email, assignee).flatMap(group -> filed(byGroup, group)))
        .orElseGet(
            () ->
                operation.changes().stream()
                    .flatMap(change -> change.on().stream())
                    .flatMap(on -> filed(byResource, on)));
  }

  private Stream<Resource> groups(Email email, Assignee assignee) {
    Stream<Resource> before =
        seen.person(email).stream()
            .flatMap(person -> person.entitlements().stream())
            .map(Entitlement::on)
            .filter(PassedOnRights::isGroup);
    return Stream.concat(before, joined.getOrDefault(assignee, List.of()).stream())
        .filter(group -> !left.getOrDefault(assignee, List.of()).contains(group));
  }

  private static Stream<Integer> filed(Map<Resource, List<Integer>> files, Resource key) {
    return files.getOrDefault(key, List.of()).stream();
  }
}
