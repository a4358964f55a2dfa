package dev.rollcall.safety;

import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The seats of a workspace. Members, suspended ones included, and pending invitations take one
 * each; an invitation for which none is left waits for a later run. That is no violation: the rule
 * answers with a delay, in plan order, and whoever is invited again has a seat already.
 */
final class SeatLimit {

  private static final String NAME = "seats";

  private SeatLimit() {}

  /** The invitations that must wait, each with the reason. */
  static SortedMap<Integer, String> deferred(PlanUnderReview evidence) {
    SortedMap<Integer, String> deferred = new TreeMap<>();
    seats(evidence.proposed())
        .ifPresent(
            seats -> {
              int free = Math.max(0, seats - taken(evidence.proposed()));
              seated(evidence.proposed(), evidence.operations())
                  .skip(free)
                  .forEach(
                      planned ->
                          deferred.put(
                              planned.sequence(), "no free seat of " + SafetyTexts.number(seats)));
            });
    return deferred;
  }

  /** What to say of them; empty where nobody waits. */
  static List<String> notes(ProposedPlan proposed, SortedMap<Integer, String> deferred) {
    if (deferred.isEmpty()) {
      return List.of();
    }
    Plan.People people = proposed.plan().people();
    int needed = taken(proposed) + (int) seated(proposed, proposed.plan().operations()).count();
    boolean invites = proposed.snapshot().vocabulary().invites();
    String note =
        "%s: %s for want of a seat; before this plan %s take seats, of %s."
            + " If there are more seats, run again with --allow seats=%d";
    String members = SafetyTexts.counted(people.members(), "member", "members");
    return List.of(
        note.formatted(
            NAME,
            invites
                ? SafetyTexts.counted(deferred.size(), "invitation waits", "invitations wait")
                : SafetyTexts.counted(deferred.size(), "account waits", "accounts wait"),
            invites
                ? members + " and " + SafetyTexts.number(people.invited()) + " invited"
                : members,
            SafetyTexts.number(seats(proposed).orElse(0)),
            needed));
  }

  private static Optional<Integer> seats(ProposedPlan proposed) {
    return proposed.allowances().of(NAME).or(() -> proposed.limits().seats());
  }

  private static int taken(ProposedPlan proposed) {
    return proposed.plan().people().members() + proposed.plan().people().invited();
  }

  /** The invitations that take a seat: all but those sent again. */
  private static Stream<PlannedOperation> seated(
      ProposedPlan proposed, List<PlannedOperation> operations) {
    return operations.stream().filter(planned -> Joins.takesSeat(planned, proposed.invitations()));
  }
}
