package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
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

  /**
   * Whether no other run has planned on the workspace since. One by rosters is superseded by any
   * that comes later; people who are brought in are not in rosters, and stay to be brought in.
   */
  static boolean isLatest(RunRecord run, Journal journal) {
    return journal.runs().stream()
        .takeWhile(later -> later.id().value().compareTo(run.id().value()) > 0)
        .noneMatch(later -> later.workspace().equals(run.workspace()) && later.planned());
  }

  /** What must be unchanged for a kept plan to stand: the job file, overrides and limits. */
  static String inputs(LoadedJob job, RunOptions options) {
    return job.inputsDigest() + " " + String.join(" ", options.limitArguments());
  }
}
