package dev.rollcall.safety;

import static java.util.stream.Collectors.groupingBy;

import dev.rollcall.model.Email;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges a plan by all rules and says what of it may be done. No limit is exceeded by what is let
 * through, whatever else is held.
 */
public final class SafetyReview {

  /** In the order in which they are reported; the first that counts an operation names it. */
  private static final List<SafetyRule> RULES =
      List.of(
          new ShrunkenSource(),
          new UnknownOwner(),
          new ProtectedPeople(),
          new MinimumAdmins(),
          new Removals(),
          new Losses(),
          new AdminGrants(),
          new SensitiveRoles(),
          new CertifiedGroups(),
          new EarlierInvitations(),
          new Invites());

  private final ProposedPlan proposed;
  private final Map<Email, List<PlannedOperation>> leavers;
  private final SortedMap<Integer, String> held = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private Optional<Standing> standing = Optional.empty();

  /** What was not held when so many operations were. */
  private record Standing(int held, PlanUnderReview evidence) {}

  private SafetyReview(ProposedPlan proposed) {
    this.proposed = proposed;
    this.leavers =
        proposed.plan().operations().stream()
            .filter(planned -> planned.reason() == Reason.LEAVER)
            .filter(planned -> PlanUnderReview.person(planned).isPresent())
            .collect(groupingBy(planned -> PlanUnderReview.person(planned).orElseThrow()));
  }

  /** Reviews a plan. */
  public static Verdict review(ProposedPlan proposed) {
    return new SafetyReview(proposed).verdict();
  }

  private Verdict verdict() {
    judgeAll();
    // What is held changes what the rest comes to: whoever's new role is held and old role taken
    // ends without access. So the rest is judged again until nothing more is held.
    for (int before = 0; before < held.size(); ) {
      before = held.size();
      judgeAgain();
    }
    if (!violations.isEmpty() && proposed.limits().onTrip() == OnTrip.STOP) {
      String first = violations.get(0).rule();
      proposed.plan().operations().forEach(planned -> held.putIfAbsent(planned.sequence(), first));
    }
    SortedMap<Integer, String> deferred = SeatLimit.deferred(standing());
    boolean baselineMayMove =
        violations.stream().noneMatch(violation -> violation.rule().equals(ShrunkenSource.NAME));
    return new Verdict(
        held, violations, deferred, baselineMayMove, SeatLimit.notes(proposed, deferred));
  }

  private void judgeAll() {
    PlanUnderReview evidence = standing();
    RULES.forEach(rule -> violations.addAll(rule.judge(evidence)));
    violations.forEach(this::hold);
  }

  private void judgeAgain() {
    PlanUnderReview evidence = standing();
    List<Violation> more =
        RULES.stream()
            .flatMap(rule -> rule.judge(evidence).stream())
            .filter(violation -> !violation.sequences().isEmpty())
            .toList();
    violations.addAll(more);
    more.forEach(this::hold);
  }

  /** Made anew where more is held than the last time. */
  private PlanUnderReview standing() {
    Standing now =
        standing
            .filter(last -> last.held() == held.size())
            .orElseGet(() -> new Standing(held.size(), notHeld()));
    standing = Optional.of(now);
    return now.evidence();
  }

  private PlanUnderReview notHeld() {
    return new PlanUnderReview(
        proposed,
        proposed.plan().operations().stream()
            .filter(planned -> !held.containsKey(planned.sequence()))
            .toList());
  }

  private void hold(Violation violation) {
    for (int sequence : violation.sequences()) {
      held.putIfAbsent(sequence, violation.rule());
      PlannedOperation planned = proposed.plan().operation(sequence);
      if (planned.reason() == Reason.LEAVER) {
        holdLeaver(planned, violation.rule());
      }
    }
  }

  /** A leaver goes in one piece or not at all: half a leaver would be neither in nor out. */
  private void holdLeaver(PlannedOperation planned, String rule) {
    PlanUnderReview.person(planned)
        .map(leavers::get)
        .ifPresent(theirs -> theirs.forEach(other -> held.putIfAbsent(other.sequence(), rule)));
  }

  /** Whether an operation takes something from its person, or ends their account. */
  public static boolean takes(PlannedOperation planned) {
    return PlanUnderReview.takes(planned);
  }
}
