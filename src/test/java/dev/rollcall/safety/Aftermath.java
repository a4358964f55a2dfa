package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The workspace once some operations of a plan are done, found by doing them: a second opinion that
 * shares no counting with the rules.
 */
final class Aftermath {

  private final ProposedPlan proposed;
  private final Map<Email, Map<String, String>> before = new TreeMap<>();
  private final Map<Email, Map<String, String>> after = new TreeMap<>();
  private final Set<Email> ended = new TreeSet<>();
  private final Set<Email> pendingEnded = new TreeSet<>();
  private final Set<Email> invited = new HashSet<>();
  private int inheritedLosses;
  private int adminGrants;

  Aftermath(ProposedPlan proposed, List<PlannedOperation> done) {
    this.proposed = proposed;
    for (Member member : proposed.snapshot().actual().people()) {
      before.put(member.email(), held(member));
      after.put(member.email(), held(member));
    }
    done.forEach(planned -> happen(planned.operation()));
  }

  private static Map<String, String> held(Member member) {
    Map<String, String> held = new TreeMap<>();
    member.entitlements().forEach(right -> held.put(key(right), right.role()));
    return held;
  }

  private static String key(Entitlement right) {
    return right.kind().id() + " " + right.on();
  }

  private void happen(Operation operation) {
    if (operation instanceof Operation.Join join) {
      invited.add(join.email());
      join.rights().forEach(right -> adminGrants += isAdmin(right.role()) || isInB(right) ? 1 : 0);
    } else if (operation instanceof Operation.Set set) {
      set.assignee().person().ifPresentOrElse(email -> set(email, set), () -> inherit(set));
    } else if (operation instanceof Operation.Reinstate back) {
      back.rights().forEach(right -> put(back.email(), right, Optional.of(right.role())));
    } else if (operation instanceof Operation.Suspend suspend) {
      ended.add(suspend.email());
      after.get(suspend.email()).keySet().removeIf(key -> key.startsWith("workato:environment"));
    } else if (operation instanceof Operation.Remove remove) {
      ended.add(remove.email());
      after.get(remove.email()).clear();
    } else if (operation instanceof Operation.Withdraw withdraw) {
      pendingEnded.add(withdraw.email());
    }
  }

  private void set(Email email, Operation.Set set) {
    put(
        email,
        set.after().or(set::before).orElseThrow(),
        set.after().filter(right -> !right.isNoAccess()).map(Entitlement::role));
    adminGrants += set.after().filter(Aftermath::isInB).isPresent() ? 1 : 0;
  }

  private static boolean isInB(Entitlement right) {
    return right.toString().equals("group B");
  }

  private void inherit(Operation.Set set) {
    if (isLoss(set.before().map(Entitlement::role), set.after().map(Entitlement::role))) {
      inheritedLosses +=
          (int)
              before.values().stream()
                  .filter(held -> held.containsKey("workato:group " + set.assignee().label()))
                  .count();
    }
  }

  /** The ranks of roles once more. */
  private static boolean isLoss(Optional<String> before, Optional<String> after) {
    List<String> scale = List.of("Member", "Environment manager", "Environment admin");
    List<String> projects =
        List.of("Project operator", "Builder", "Advanced builder", "Project admin");
    return before.isPresent()
        && !before.equals(after)
        && !after
            .filter(
                now ->
                    Stream.of(scale, projects)
                        .anyMatch(
                            ranks ->
                                ranks.contains(before.get())
                                    && ranks.indexOf(before.get()) < ranks.indexOf(now)))
            .isPresent();
  }

  private void put(Email email, Entitlement right, Optional<String> role) {
    Map<String, String> held = after.get(email);
    if (role.isEmpty()) {
      held.remove(key(right));
      return;
    }
    String former = held.put(key(right), role.get());
    adminGrants += isAdmin(role.get()) && !role.get().equals(former) ? 1 : 0;
  }

  private boolean isAdmin(String role) {
    return proposed.limits().adminRoles().contains(role);
  }

  int invited() {
    return invited.size();
  }

  int adminGrants() {
    return adminGrants;
  }

  /** Members who lost their account or all access. */
  Set<Email> departedMembers() {
    Set<Email> departed = new TreeSet<>(ended);
    before.forEach(
        (email, held) -> {
          if (!held.isEmpty() && after.get(email).isEmpty()) {
            departed.add(email);
          }
        });
    return departed;
  }

  int departed() {
    return departedMembers().size() + pendingEnded.size();
  }

  /** What people who stay have lost, and members through their groups. */
  int losses() {
    Set<Email> departed = departedMembers();
    return inheritedLosses
        + before.keySet().stream()
            .filter(email -> !departed.contains(email))
            .mapToInt(this::lost)
            .sum();
  }

  int lost(Email email) {
    Map<String, String> now = after.get(email);
    return (int)
        before.getOrDefault(email, Map.of()).entrySet().stream()
            .filter(
                held ->
                    isLoss(
                        Optional.of(held.getValue()), Optional.ofNullable(now.get(held.getKey()))))
            .count();
  }

  /** Roles of this name that somebody got or lost. */
  int moved(String role) {
    int moved = 0;
    for (Map.Entry<Email, Map<String, String>> person : before.entrySet()) {
      Set<String> keys = new TreeSet<>(person.getValue().keySet());
      keys.addAll(after.get(person.getKey()).keySet());
      for (String key : keys) {
        boolean had = role.equals(person.getValue().get(key));
        boolean has = role.equals(after.get(person.getKey()).get(key));
        moved += had == has ? 0 : 1;
      }
    }
    return moved;
  }

  int adminsBefore(String environment) {
    return admins(before, environment);
  }

  int adminsAfter(String environment) {
    return admins(after, environment);
  }

  private int admins(Map<Email, Map<String, String>> side, String environment) {
    String key = key(WorkatoVocabulary.environmentRole(new Environment(environment), "x"));
    return (int)
        side.values().stream()
            .filter(held -> held.containsKey(key) && isAdmin(held.get(key)))
            .count();
  }
}
