package dev.rollcall.planning;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Scope;
import dev.rollcall.source.gather.Gathered;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The losses of the next sync: what people are given by a sheet now and would lose again to a plan
 * by the rosters of a job.
 */
final class NextSyncLosses {

  private final LoadedJob standing;
  private final PlanInput situation;

  /** Looks at what the plan of this situation gives. */
  NextSyncLosses(LoadedJob standing, PlanInput situation) {
    this.standing = standing;
    this.situation = situation;
  }

  /** Whoever is in the rosters and active there, with what those do not give. */
  SortedMap<Email, List<Entitlement>> by(Gathered rosters) {
    LocalDate today = LocalDate.ofInstant(situation.now(), standing.file().timeZone());
    Desired byRosters = Planner.desire(standing, rosters, today).desired();
    Scope scope =
        standing
            .file()
            .scope()
            .resolve(
                standing.file().vocabulary(), byRosters.mentioned(), RunOptions.none().onlyNames());
    SortedMap<Email, List<Entitlement>> taken = new TreeMap<>();
    for (Member person : situation.desired().roster().people()) {
      byRosters
          .roster()
          .person(person.email())
          .filter(other -> isActive(person) && isActive(other))
          .filter(other -> !byRosters.held().containsKey(other.email()))
          .map(other -> taken(person, other, byRosters, scope))
          .filter(rights -> !rights.isEmpty())
          .ifPresent(rights -> taken.put(person.email(), rights));
    }
    return taken;
  }

  private static boolean isActive(Member person) {
    return person.status() == Status.ACTIVE;
  }

  private List<Entitlement> taken(Member person, Member byRosters, Desired rosters, Scope scope) {
    List<Entitlement> held =
        situation
            .snapshot()
            .actual()
            .person(person.email())
            .map(Member::entitlements)
            .orElse(List.of());
    return person.entitlements().stream()
        .filter(given -> isGain(given, held))
        .filter(given -> scope.covers(given.on()))
        .filter(given -> isTaken(given, byRosters, rosters))
        .toList();
  }

  private static boolean isGain(Entitlement given, List<Entitlement> held) {
    Optional<Entitlement> before = held.stream().filter(given::sameResource).findFirst();
    return !given.isNoAccess()
        && !held.contains(given)
        && !new Change(before, Optional.of(given)).isLoss();
  }

  private boolean isTaken(Entitlement given, Member byRosters, Desired rosters) {
    boolean revokes = standing.file().policy().extra() == Policy.Extra.REVOKE;
    return byRosters
        .on(given.on())
        .map(stated -> !stated.equals(given))
        .orElseGet(() -> revokes && rosters.managed().covers(byRosters, given));
  }
}
