package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.PlannedOperation;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many administrators each environment has, and would have after some operations. Pending
 * people and the owner do not count, nor do members who are out of scope, for the roster does not
 * hold them.
 */
final class AdministratorCount {

  private final AdministeredPlaces places;
  private final Optional<Email> owner;
  private final Roster actual;
  private final SortedMap<Resource, PlaceAdministrators> byPlace = new TreeMap<>();

  /** Those there are. */
  AdministratorCount(AdministeredPlaces places, Optional<Email> owner, Roster actual) {
    this.places = places;
    this.owner = owner;
    this.actual = actual;
    actual.people().stream()
        .filter(member -> member.status() == Status.ACTIVE && !isOwner(member.email()))
        .forEach(this::seat);
  }

  private boolean isOwner(Email email) {
    return owner.filter(email::equals).isPresent();
  }

  private void seat(Member member) {
    member.entitlements().stream()
        .flatMap(held -> places.of(held).stream())
        .forEach(place -> at(place).has(member.email()));
  }

  private PlaceAdministrators at(Resource place) {
    return byPlace.computeIfAbsent(place, key -> new PlaceAdministrators());
  }

  /** Counts what an operation gives and takes. */
  void happens(PlannedOperation planned) {
    memberOf(planned)
        .ifPresent(
            email -> {
              for (Change change : planned.operation().changes()) {
                places.takenBy(change).ifPresent(place -> loses(place, email, planned));
                places.givenBy(change).ifPresent(place -> at(place).after().add(email));
              }
              endsWith(planned, email);
            });
  }

  /** Counts what an operation takes, and nothing that it gives. */
  void takes(PlannedOperation planned) {
    memberOf(planned)
        .ifPresent(
            email -> {
              planned.operation().changes().stream()
                  .flatMap(change -> places.takenBy(change).stream())
                  .forEach(place -> loses(place, email, planned));
              endsWith(planned, email);
            });
  }

  /** Who has no account any more, or none that can be used, administers nothing by it. */
  private void endsWith(PlannedOperation planned, Email email) {
    if (PlanUnderReview.endsAccount(planned.operation())) {
      byPlace.keySet().forEach(place -> loses(place, email, planned));
    }
  }

  private void loses(Resource place, Email email, PlannedOperation planned) {
    Optional.ofNullable(byPlace.get(place))
        .filter(administrators -> administrators.counts(email))
        .ifPresent(administrators -> administrators.loses(email, planned.sequence()));
  }

  private Optional<Email> memberOf(PlannedOperation planned) {
    return PlanUnderReview.person(planned)
        .filter(email -> Joins.of(planned).isEmpty() && !isOwner(email))
        .filter(
            email ->
                actual
                    .person(email)
                    .filter(member -> member.status() != Status.INVITED)
                    .isPresent());
  }

  /** Whether somebody administers a place now. */
  boolean has(Resource place, Email email) {
    return byPlace.containsKey(place) && byPlace.get(place).before().contains(email);
  }

  /** Where their number falls, and below this. */
  SortedMap<Resource, PlaceAdministrators> below(int minimum) {
    SortedMap<Resource, PlaceAdministrators> fewer = new TreeMap<>(byPlace);
    fewer.values().removeIf(administrators -> !administrators.fallsBelow(minimum));
    return fewer;
  }
}
