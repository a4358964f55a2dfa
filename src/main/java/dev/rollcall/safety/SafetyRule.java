package dev.rollcall.safety;

import java.util.List;

/**
 * One fence.
 *
 * <ul>
 *   <li>It must count only operations of {@link PlanUnderReview#operations()}: what another rule
 *       already holds will not happen.
 *   <li>Where it trips, its violation must name every operation it counts: all of them are held.
 *   <li>With those held it must not trip again.
 *   <li>It must be a pure function: it keeps nothing between plans.
 * </ul>
 */
public interface SafetyRule {

  /** The name people use, as in {@code --allow}. */
  String name();

  /** What is wrong; empty where nothing is. */
  List<Violation> judge(PlanUnderReview evidence);
}
