package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import java.time.Duration;
import java.time.Instant;

/** Whether the plan of an unfinished run may still be carried out. */
enum KeptPlan {
  /** It is carried out. */
  STANDS("Going on with run %s of %s"),
  /** It never came as far as the workspace. */
  UNREACHED("Run %s of %s never came as far as a plan: a new run plans afresh"),
  /** There is none: the run was stopped before, and plans now. */
  NONE("Going on with run %s of %s, which had no plan yet: it plans afresh"),
  /** Another version made it, in a format that this one does not carry out: never gone on with. */
  OUTDATED("The plan of run %s of %s is of another version"),
  /** The job file, overrides or limits are not what it was made with. */
  CHANGED(
      "The job file or the options have changed since run %s of %s began: a new run plans afresh"),
  /** Another run has planned on the workspace since. */
  OVERTAKEN("Another run has planned since run %s of %s did: a new run plans afresh"),
  /** A plan is not carried out long after it was made. */
  OLD("The plan of run %s of %s is older than policy.plan-age allows: a new run plans afresh");

  private final String words;

  KeptPlan(String words) {
    this.words = words;
  }

  /**
   * What a kept plan is held against.
   *
   * @param inputs the job file, overrides and limits as they are by now
   * @param planAge how old a plan may be
   */
  record Today(String inputs, Duration planAge, Instant now) {

    static Today of(LoadedJob job, RunOptions options, Instant now) {
      return new Today(KeptPlan.inputs(job, options), job.file().policy().planAge(), now);
    }
  }

  static KeptPlan of(RunRecord run, Journal journal, Today today) {
    if (run.workspace().equals(RunAttempt.UNREACHED)) {
      return UNREACHED;
    }
    if (journal.isOutdated(run.id())) {
      return OUTDATED;
    }
    if (!run.inputs().equals(today.inputs())) {
      return CHANGED;
    }
    if (!isLatest(run, journal)) {
      return OVERTAKEN;
    }
    return journal.plannedAt(run.id()).map(madeAt -> ofAge(madeAt, today)).orElse(NONE);
  }

  private static KeptPlan ofAge(Instant madeAt, Today today) {
    return madeAt.plus(today.planAge()).isBefore(today.now()) ? OLD : STANDS;
  }

  /** Whether it is the same run that goes on, rather than a new one that takes its place. */
  boolean isSameRun() {
    return this == STANDS || this == NONE;
  }

  /** What is going to happen, for people; the sentence may go on. */
  String words(RunRecord run) {
    return words.formatted(run.id(), run.job());
  }

  /**
   * Whether no other run has planned on the workspace since. One by rosters is superseded by any
   * that comes later; people who are brought in are not in rosters, and stay to be brought in.
   */
  private static boolean isLatest(RunRecord run, Journal journal) {
    return journal.runs().stream()
        .takeWhile(later -> later.id().value().compareTo(run.id().value()) > 0)
        .noneMatch(later -> later.workspace().equals(run.workspace()) && later.planned());
  }

  /** What must be unchanged for a kept plan to stand: the job file, overrides and limits. */
  static String inputs(LoadedJob job, RunOptions options) {
    return job.inputsDigest() + " " + String.join(" ", options.limitArguments());
  }
}
