package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import java.time.Instant;

/**
 * Everything a plan depends on, at one time.
 *
 * @param snapshot the workspace as read, without the invited
 * @param now the time of the run; {@code starts-on} and such are judged already
 * @param names those that the plan brings about, as which all else says what there is
 */
public record PlanInput(
    String job,
    String workspace,
    Desired desired,
    Snapshot snapshot,
    Invitations invitations,
    History history,
    Instant now,
    PlannedNames names) {

  /** What is desired is said in the words of the workspace. */
  public PlanInput {
    desired = OfferedLevels.in(desired, snapshot.catalogue());
  }

  /** One as it was read, before it is known which names come about. */
  public PlanInput(
      String job,
      String workspace,
      Desired desired,
      Snapshot snapshot,
      Invitations invitations,
      History history,
      Instant now) {
    this(job, workspace, desired, snapshot, invitations, history, now, PlannedNames.NONE);
  }

  /** The same by the names that there are, for whoever brings no other about. */
  public PlanInput asRead() {
    PlanInput undone = names.undone().in(this);
    return new PlanInput(
        job, workspace, desired, undone.snapshot(), undone.invitations(), history, now);
  }

  /** The same with the workspace read anew. */
  public PlanInput withSnapshot(Snapshot other) {
    return new PlanInput(job, workspace, desired, other, invitations, history, now);
  }
}
