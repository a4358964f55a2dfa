package dev.rollcall.safety;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The seats of a workspace. Members, suspended ones included, and pending invitations take one
 * each; an invitation for which none is left waits for a later run. That is no violation: the rule
 * answers with a delay, in plan order, and whoever is invited again has a seat already.
 */
final class Seats {

  private static final String NAME = "seats";

  private Seats() {}

  /** The invitations that must wait, each with the reason. */
  static SortedMap<Integer, String> deferred(Evidence evidence) {
    Proposed proposed = evidence.proposed();
    SortedMap<Integer, String> deferred = new TreeMap<>();
    Optional<Integer> seats = proposed.allowances().of(NAME).or(() -> proposed.limits().seats());
    if (seats.isEmpty()) {
      return deferred;
    }
    List<PlannedOperation> seated =
        evidence.operations().stream().filter(planned -> needsSeat(proposed, planned)).toList();
    Plan.People people = proposed.plan().people();
    int free = Math.max(0, seats.get() - people.members() - people.invited());
    seated.stream()
        .skip(free)
        .forEach(
            planned ->
                deferred.put(
                    planned.sequence(),
                    "no seat: %s members and %s invited of %s seats"
                        .formatted(
                            Words.number(people.members()),
                            Words.number(people.invited() + Math.min(free, seated.size())),
                            Words.number(seats.get()))));
    return deferred;
  }

  /** What to say of them; empty where nobody waits. */
  static List<String> notes(Proposed proposed, SortedMap<Integer, String> deferred) {
    if (deferred.isEmpty()) {
      return List.of();
    }
    int waiting = deferred.size();
    Plan.People people = proposed.plan().people();
    return List.of(
        "%s: %s for want of a seat: %s members and %s invited before this plan, of %s seats. If there are more seats, run again with --allow seats=%d"
            .formatted(
                NAME,
                Words.counted(waiting, "invitation waits", "invitations wait"),
                Words.number(people.members()),
                Words.number(people.invited()),
                Words.number(
                    proposed.allowances().of(NAME).or(() -> proposed.limits().seats()).orElse(0)),
                needed(proposed)));
  }

  private static int needed(Proposed proposed) {
    Plan.People people = proposed.plan().people();
    int invitations =
        (int)
            proposed.plan().operations().stream()
                .filter(planned -> needsSeat(proposed, planned))
                .count();
    return people.members() + people.invited() + invitations;
  }

  private static boolean needsSeat(Proposed proposed, PlannedOperation planned) {
    return planned.operation() instanceof Operation.Invite invite
        && proposed.invitations().to(invite.email()).isEmpty();
  }
}
