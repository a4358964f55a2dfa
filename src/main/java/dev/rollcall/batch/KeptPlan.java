package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunId;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.plan.Plan;
import dev.rollcall.target.Identity;
import java.time.Instant;

/** Whether a plan that was made earlier may still be carried out. */
public final class KeptPlan {

  private KeptPlan() {}

  static void refuseUnusable(PlanFile file, RunOrder order, Identity identity, Instant now) {
    Plan plan = file.plan();
    if (!file.applyable()) {
      throw new UnusablePlan(
          "this plan was made without what the locked repository remembers; make a new one");
    }
    if (!plan.workspace().equals(identity.key())) {
      throw new UnusablePlan(
          "this plan is for workspace %s, not for %s".formatted(plan.workspace(), identity.key()));
    }
    if (!file.inputs().equals(inputs(order.job(), order.options()))) {
      throw new UnusablePlan("the job file has changed since this plan was made; make a new one");
    }
    if (plan.madeAt().plus(order.job().file().policy().planAge()).isBefore(now)) {
      throw new UnusablePlan(
          "this plan is older than policy.plan-age allows; it was made at " + plan.madeAt());
    }
  }

  static boolean isYoung(LoadedJob job, Journal journal, RunId run, Instant now) {
    return journal
        .planOf(run)
        .map(plan -> !plan.madeAt().plus(job.file().policy().planAge()).isBefore(now))
        .orElse(true);
  }

  /** What must be unchanged for a kept plan to stand: the job file and the options. */
  public static String inputs(LoadedJob job, RunOptions options) {
    return job.inputsDigest() + " " + String.join(" ", options.arguments());
  }
}
