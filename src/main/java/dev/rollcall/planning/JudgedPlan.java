package dev.rollcall.planning;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.safety.Verdict;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.tenant.Price;
import java.util.List;
import java.util.stream.Stream;

/**
 * A judged plan: the verdict on it, and all it was made from.
 *
 * @param problems all that is wrong with the rosters: rows, contradictions, names, rules
 * @param remarks what was noticed about the sources as a whole
 * @param earlierInvitations what the workspace's own log remembers, where it had to be asked
 * @param situation all that the plan depends on
 * @param evidence the workspace as safety rules see it: where one depends on it, with what groups
 *     pass on beyond the scope
 * @param price of what may be sent
 * @param lowerBound the fewest requests that could do the same, were nothing tried small
 * @param leftAlone who is left alone because of a problem
 * @param beside what is said because of whom it is for
 */
public record JudgedPlan(
    Plan plan,
    Verdict verdict,
    Scope scope,
    Gathered gathered,
    List<Problem> problems,
    List<String> remarks,
    LoggedInvitations earlierInvitations,
    PlanInput situation,
    Snapshot evidence,
    Price price,
    int lowerBound,
    LeftAlone leftAlone,
    PlanNotes beside) {

  /** Copies. */
  public JudgedPlan {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** The same with another plan and what may be done of that. */
  public JudgedPlan with(Plan other, Verdict judged) {
    return with(other, judged, remarks, beside);
  }

  /** The same with this said beside it. */
  JudgedPlan with(PlanNotes said) {
    return with(plan, verdict, remarks, said);
  }

  /** The same with more to be said of it. */
  public JudgedPlan remarking(List<String> more) {
    return with(plan, verdict, Stream.concat(remarks.stream(), more.stream()).toList(), beside);
  }

  private JudgedPlan with(Plan other, Verdict judged, List<String> remarked, PlanNotes said) {
    return new JudgedPlan(
        other,
        judged,
        scope,
        gathered,
        problems,
        remarked,
        earlierInvitations,
        situation,
        evidence,
        price,
        lowerBound,
        leftAlone,
        said);
  }

  /** What the records say. */
  public Desired desired() {
    return situation.desired();
  }

  /** The workspace as it was read. */
  public Snapshot snapshot() {
    return situation.snapshot();
  }
}
