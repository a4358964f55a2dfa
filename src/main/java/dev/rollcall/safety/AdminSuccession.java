package dev.rollcall.safety;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where a plan takes an administrator's role from some and gives it to others. {@link
 * MinimumAdmins} has counted those others before they were administrators; here it is asked again
 * of those who are.
 */
public final class AdminSuccession {

  /**
   * Operations of one place that give such a role, by whom they give it to, and that take one.
   *
   * @param former from whom they take it
   */
  private record Handover(
      SortedMap<Integer, Email> giving, SortedSet<Integer> taking, Set<Email> former) {

    Handover() {
      this(new TreeMap<>(), new TreeSet<>(), new HashSet<>());
    }

    /** How many there were before the plan, some of which may be done. */
    int before(PlaceAdministrators now, Predicate<Email> counts) {
      Set<Email> before = new HashSet<>(now.before());
      giving.values().forEach(before::remove);
      former.stream().filter(counts).forEach(before::add);
      return before.size();
    }

    boolean isOne() {
      return !giving.isEmpty() && !taking.isEmpty();
    }
  }

  private final AdministeredPlaces places;
  private final int minimum;
  private final SortedMap<Resource, Handover> handovers = new TreeMap<>();

  /** That of a plan with these operations, whatever has become of them. */
  public AdminSuccession(
      Limits limits, Allowances allowances, Collection<PlannedOperation> operations) {
    this.places = new AdministeredPlaces(RoleNames.named(limits.adminRoles()));
    this.minimum = MinimumAdmins.minimum(limits, allowances);
    operations.forEach(this::file);
    handovers.values().removeIf(handover -> !handover.isOne());
  }

  /** Whoever is only about to join has never counted. */
  private void file(PlannedOperation planned) {
    Optional<Email> person =
        PlanUnderReview.person(planned).filter(email -> Joins.of(planned).isEmpty());
    if (person.isPresent()) {
      for (Change change : planned.operation().changes()) {
        places.takenBy(change).ifPresent(place -> at(place).taking().add(planned.sequence()));
        change
            .before()
            .flatMap(places::of)
            .filter(place -> places.givenBy(change).isEmpty())
            .ifPresent(place -> at(place).former().add(person.get()));
        places
            .givenBy(change)
            .filter(place -> change.before().flatMap(places::of).isEmpty())
            .ifPresent(place -> at(place).giving().put(planned.sequence(), person.get()));
      }
    }
  }

  private Handover at(Resource place) {
    return handovers.computeIfAbsent(place, key -> new Handover());
  }

  /** Where that is. */
  public Set<Resource> places() {
    return Collections.unmodifiableSet(handovers.keySet());
  }

  /** What takes such a role there. */
  public Set<Integer> taking() {
    return handovers.values().stream()
        .flatMap(handover -> handover.taking().stream())
        .collect(toSet());
  }

  /**
   * What must not be sent as things are, each with why.
   *
   * @param now who holds what in these places
   * @param toTake what is still to be sent; of what it gives, nothing is there yet
   */
  public SortedMap<Integer, String> against(
      Roster now, Optional<Email> owner, List<PlannedOperation> toTake) {
    AdministratorCount count = new AdministratorCount(places, owner, now);
    toTake.forEach(count::takes);
    SortedMap<Integer, String> against = new TreeMap<>();
    Predicate<Email> counts =
        email ->
            owner.filter(email::equals).isEmpty()
                && now.person(email).map(Member::status).orElse(Status.ACTIVE) == Status.ACTIVE;
    count
        .below(minimum)
        .forEach(
            (place, administrators) -> {
              if (administrators.after().size() < before(place, administrators, counts)) {
                String why =
                    MinimumAdmins.told(place, administrators, minimum) + missing(place, count);
                administrators.taking().forEach(each -> against.putIfAbsent(each, why));
              }
            });
    return withWholeLeavers(against, toTake);
  }

  /** Whom the plan has made one already does not count: it lowers no number that it raised. */
  private int before(Resource place, PlaceAdministrators now, Predicate<Email> counts) {
    return handovers.containsKey(place)
        ? handovers.get(place).before(now, counts)
        : now.before().size();
  }

  private String missing(Resource place, AdministratorCount count) {
    Handover handover = handovers.getOrDefault(place, new Handover());
    String missing =
        handover.giving().entrySet().stream()
            .filter(giving -> !count.has(place, giving.getValue()))
            .map(giving -> "#" + giving.getKey())
            .collect(joining(", "));
    return missing.isEmpty()
        ? ""
        : "; those who were to become one first are none (" + missing + ")";
  }

  /** A leaver goes in one piece or not at all. */
  private static SortedMap<Integer, String> withWholeLeavers(
      SortedMap<Integer, String> against, List<PlannedOperation> toTake) {
    List<PlannedOperation> leaving =
        toTake.stream().filter(planned -> planned.reason() == Reason.LEAVER).toList();
    Map<Assignee, String> staying = new HashMap<>();
    leaving.stream()
        .filter(planned -> against.containsKey(planned.sequence()))
        .forEach(
            planned ->
                staying.putIfAbsent(
                    planned.operation().assignee(), against.get(planned.sequence())));
    SortedMap<Integer, String> whole = new TreeMap<>(against);
    leaving.stream()
        .filter(planned -> staying.containsKey(planned.operation().assignee()))
        .forEach(
            planned ->
                whole.putIfAbsent(planned.sequence(), staying.get(planned.operation().assignee())));
    return whole;
  }
}
