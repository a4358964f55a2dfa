package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunId;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import java.time.Instant;

/** Whether the plan of an unfinished run may still be carried out. */
final class KeptPlan {

  private KeptPlan() {}

  static boolean isYoung(LoadedJob job, Journal journal, RunId run, Instant now) {
    return journal
        .planOf(run)
        .map(plan -> !plan.madeAt().plus(job.file().policy().planAge()).isBefore(now))
        .orElse(true);
  }

  /** What must be unchanged for a kept plan to stand: the job file, overrides and limits. */
  static String inputs(LoadedJob job, RunOptions options) {
    return job.inputsDigest() + " " + String.join(" ", options.limitArguments());
  }
}
