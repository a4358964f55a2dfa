package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Operation;
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
  private record Bench(Set<Email> before, Set<Email> after, List<Integer> taking) {
    Bench() {
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
  public List<Violation> judge(Evidence evidence) {
    Proposed proposed = evidence.proposed();
    int minimum = proposed.allowances().of(name()).orElse(proposed.limits().minimumAdmins());
    SortedMap<Environment, Bench> benches = benches(evidence);
    benches.values().removeIf(bench -> !bench.fallsBelow(minimum));
    // One number must let all environments pass.
    int left = benches.values().stream().mapToInt(bench -> bench.after().size()).min().orElse(0);
    return benches.entrySet().stream()
        .map(bench -> violation(bench.getKey(), bench.getValue(), minimum, left))
        .toList();
  }

  private Violation violation(Environment environment, Bench bench, int minimum, int left) {
    int staying = bench.after().size();
    String message =
        "%s: %s would be left in \"%s\", of now %s; at least %s must stay. %s"
            .formatted(
                name(),
                Words.counted(staying, "administrator", "administrators"),
                environment,
                Words.number(bench.before().size()),
                Words.number(minimum),
                Words.again(name(), left));
    return new Violation(name(), message, staying, minimum, bench.taking());
  }

  private SortedMap<Environment, Bench> benches(Evidence evidence) {
    Roles admin = Roles.named(evidence.proposed().limits().adminRoles());
    Optional<Email> owner = evidence.proposed().snapshot().owner();
    SortedMap<Environment, Bench> benches = new TreeMap<>();
    for (Member member : evidence.proposed().snapshot().actual().people()) {
      if (member.status() == Status.ACTIVE && !owner.equals(Optional.of(member.email()))) {
        seat(member, admin, benches);
      }
    }
    for (PlannedOperation planned : evidence.operations()) {
      if (isOfMember(evidence, planned) && !owner.equals(Evidence.person(planned))) {
        move(planned, admin, benches);
      }
    }
    return benches;
  }

  private static void seat(Member member, Roles admin, SortedMap<Environment, Bench> benches) {
    member
        .environmentRoles()
        .forEach(
            (environment, role) -> {
              if (admin.contains(role)) {
                Bench bench = benches.computeIfAbsent(environment, key -> new Bench());
                bench.before().add(member.email());
                bench.after().add(member.email());
              }
            });
  }

  private static boolean isOfMember(Evidence evidence, PlannedOperation planned) {
    return !(planned.operation() instanceof Operation.Invite)
        && Evidence.person(planned)
            .flatMap(evidence.proposed().snapshot().actual()::person)
            .filter(member -> member.status() != Status.INVITED)
            .isPresent();
  }

  private static void move(
      PlannedOperation planned, Roles admin, SortedMap<Environment, Bench> benches) {
    Email email = Evidence.person(planned).orElseThrow();
    for (Change change : Changes.of(planned.operation())) {
      Optional<Environment> gained = admins(change.after(), admin);
      Optional<Environment> lost = admins(change.before(), admin);
      lost.filter(environment -> gained.isEmpty())
          .map(environment -> benches.computeIfAbsent(environment, key -> new Bench()))
          .ifPresent(
              bench -> {
                bench.after().remove(email);
                bench.taking().add(planned.sequence());
              });
      gained
          .map(environment -> benches.computeIfAbsent(environment, key -> new Bench()))
          .ifPresent(bench -> bench.after().add(email));
    }
  }

  /** The environment that the right makes its holder an administrator of. */
  private static Optional<Environment> admins(Optional<Entitlement> right, Roles admin) {
    return right
        .filter(held -> held instanceof EnvironmentRole && admin.contains(held.role()))
        .map(held -> ((EnvironmentRole) held).environment());
  }
}
