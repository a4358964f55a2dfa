package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every environment keeps its administrators: trips where a plan lowers their number below the
 * minimum there. Pending people and the owner do not count, nor do members who are out of scope,
 * for the snapshot does not hold them. Holds what takes an administrator's role there.
 */
final class MinimumAdmins implements SafetyRule {

  /** An environment's administrators before and after, and what takes the role from some. */
  private record Administrators(Set<Email> before, Set<Email> after, List<Integer> taking) {
    Administrators() {
      this(new HashSet<>(), new HashSet<>(), new ArrayList<>());
    }

    boolean fallsBelow(int minimum) {
      return after.size() < before.size() && after.size() < minimum;
    }
  }

  @Override
  public String name() {
    return "minimum-admins";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    int minimum = proposed.allowances().of(name()).orElse(proposed.limits().minimumAdmins());
    SortedMap<Resource, Administrators> byPlace = byPlace(evidence);
    byPlace.values().removeIf(administrators -> !administrators.fallsBelow(minimum));
    // One number must let all environments pass.
    int left =
        byPlace.values().stream()
            .mapToInt(administrators -> administrators.after().size())
            .min()
            .orElse(0);
    return byPlace.entrySet().stream()
        .map(
            administrators ->
                violation(administrators.getKey(), administrators.getValue(), minimum, left))
        .toList();
  }

  private Violation violation(
      Resource place, Administrators administrators, int minimum, int left) {
    int staying = administrators.after().size();
    String message =
        "%s: %s would be left in \"%s\", of now %s; at least %s must stay. %s"
            .formatted(
                name(),
                SafetyTexts.counted(staying, "administrator", "administrators"),
                place,
                SafetyTexts.number(administrators.before().size()),
                SafetyTexts.number(minimum),
                SafetyTexts.again(name(), left));
    return new Violation(name(), message, staying, minimum, administrators.taking());
  }

  private SortedMap<Resource, Administrators> byPlace(PlanUnderReview evidence) {
    RoleNames admin = RoleNames.named(evidence.proposed().limits().adminRoles());
    Optional<Email> owner = evidence.proposed().snapshot().owner();
    SortedMap<Resource, Administrators> byPlace = new TreeMap<>();
    for (Member member : evidence.proposed().snapshot().actual().people()) {
      if (member.status() == Status.ACTIVE) {
        seat(member, admin, owner, byPlace);
      }
    }
    for (PlannedOperation planned : evidence.operations()) {
      if (isOfMember(evidence, planned) && !owner.equals(PlanUnderReview.person(planned))) {
        move(planned, admin, byPlace);
      }
    }
    return byPlace;
  }

  private static void seat(
      Member member,
      RoleNames admin,
      Optional<Email> owner,
      SortedMap<Resource, Administrators> byPlace) {
    for (Entitlement held : member.entitlements()) {
      if (admin.administer(held) && !owner.equals(Optional.of(member.email()))) {
        Administrators administrators =
            byPlace.computeIfAbsent(place(held), key -> new Administrators());
        administrators.before().add(member.email());
        administrators.after().add(member.email());
      }
    }
  }

  private static boolean isOfMember(PlanUnderReview evidence, PlannedOperation planned) {
    return Joins.of(planned).isEmpty()
        && PlanUnderReview.person(planned)
            .flatMap(evidence.proposed().snapshot().actual()::person)
            .filter(member -> member.status() != Status.INVITED)
            .isPresent();
  }

  private static void move(
      PlannedOperation planned, RoleNames admin, SortedMap<Resource, Administrators> byPlace) {
    Email email = PlanUnderReview.person(planned).orElseThrow();
    for (Change change : planned.operation().changes()) {
      Optional<Resource> gained = administered(change.after(), admin);
      Optional<Resource> lost = administered(change.before(), admin);
      lost.filter(place -> gained.isEmpty())
          .map(place -> byPlace.computeIfAbsent(place, key -> new Administrators()))
          .ifPresent(
              administrators -> {
                administrators.after().remove(email);
                administrators.taking().add(planned.sequence());
              });
      gained
          .map(place -> byPlace.computeIfAbsent(place, key -> new Administrators()))
          .ifPresent(administrators -> administrators.after().add(email));
    }
  }

  /** The place that the right makes its holder an administrator of. */
  private static Optional<Resource> administered(Optional<Entitlement> right, RoleNames admin) {
    return right.filter(admin::administer).map(MinimumAdmins::place);
  }

  private static Resource place(Entitlement right) {
    Resource on = right.on();
    return on.kind().levels().isPresent() ? on : on.container().orElse(on);
  }
}
