package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import java.time.Instant;

/**
 * Everything a plan depends on, at one time.
 *
 * @param snapshot the workspace as read, without the invited
 * @param now the time of the run; {@code starts-on} and such are judged already
 */
public record PlanInput(
    String job,
    String workspace,
    Desired desired,
    Snapshot snapshot,
    Invitations invitations,
    History history,
    Instant now) {

  /** What is desired is said in the words of the workspace. */
  public PlanInput {
    desired = OfferedLevels.in(desired, snapshot.catalogue());
  }

  /** The same with the workspace read anew. */
  public PlanInput withSnapshot(Snapshot other) {
    return new PlanInput(job, workspace, desired, other, invitations, history, now);
  }
}
