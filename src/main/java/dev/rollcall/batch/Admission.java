package dev.rollcall.batch;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.plan.Plan;
import dev.rollcall.planning.Tenants;
import dev.rollcall.tenant.Identity;
import java.time.Duration;
import java.time.Instant;

/**
 * What a saved plan must fulfil to be applied. Most of it can be told from the plan and the job
 * file alone, before anything is opened or asked.
 */
public final class Admission {

  /** So much the clocks of whoever planned and whoever applies may differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private Admission() {}

  /**
   * Lets a plan pass that is of this job, as the job file is now, and young enough.
   *
   * @throws UnusablePlan where it is not
   */
  public static void beforehand(PlanFile file, LoadedJob job, RunOptions options, Instant now) {
    Plan plan = file.plan();
    if (!file.made().applyable()) {
      throw new UnusablePlan(
          "this plan was made without what the locked repository remembers; make a new one");
    }
    if (!plan.job().equals(job.file().name().toString())) {
      throw new UnusablePlan(
          "this plan is not of the job %s; name the job it was made for, or make a new one"
              .formatted(job.file().name()));
    }
    if (!file.made().inputs().equals(job.inputsDigest())) {
      throw new UnusablePlan(
          "the job file has changed since this plan was made"
              + aboutOverrides(file.made().overridden(), !options.overrides().isEmpty()));
    }
    if (!plan.workspace().startsWith(Tenants.workspaceKeysBegin(job.file()))) {
      throw new UnusablePlan(
          "this plan is for another %s than that at the target of the job file; make a new one"
              .formatted(job.file().vocabulary().tenant()));
    }
    checkAge(plan.madeAt(), job, now);
  }

  private static String aboutOverrides(boolean then, boolean now) {
    if (then) {
      return ", or it was made with other --set; give the same --set again, or make a new one";
    }
    return now
        ? ", or is changed by --set, without which it was made; leave --set out, or make a new one"
        : "; make a new one";
  }

  private static void checkAge(Instant madeAt, LoadedJob job, Instant now) {
    if (madeAt.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new UnusablePlan("this plan claims to be made at " + madeAt + ", which is yet to come");
    }
    if (madeAt.plus(job.file().policy().planAge()).isBefore(now)) {
      throw new UnusablePlan(
          "this plan is older than policy.plan-age allows; it was made at %s; make a new one"
              .formatted(madeAt));
    }
  }

  /**
   * Lets it pass in this workspace.
   *
   * @throws UnusablePlan where it is for another one
   */
  static void in(Identity identity, PlanFile file) {
    if (!file.plan().workspace().equals(identity.key())) {
      throw new UnusablePlan(
          "this plan is not for %s %s; make a new one"
              .formatted(file.plan().tenant(), identity.key()));
    }
  }

  /** What is said of one that was applied already. */
  static UnusablePlan used() {
    return new UnusablePlan("this plan was applied before; make a new one");
  }
}
