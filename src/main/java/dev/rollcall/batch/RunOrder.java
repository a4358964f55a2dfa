package dev.rollcall.batch;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.RunId;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param mode which command asked
 * @param resend addresses whose invitation is sent again although nobody can tell whether it was
 * @param reviewed the saved plan that is to be applied
 */
public record RunOrder(
    RunId id,
    Mode mode,
    LoadedJob job,
    RunOptions options,
    Set<String> resend,
    Optional<PlanFile> reviewed) {

  /** Which command asked. */
  public enum Mode {
    /** Rosters are read and a plan is made. */
    SYNC,
    /** A reviewed plan is applied. */
    APPLY,
    /** What a former run left is tried again. */
    RERUN
  }

  /** Checks and copies. */
  public RunOrder {
    requireNonNull(id, "id");
    requireNonNull(mode, "mode");
    requireNonNull(job, "job");
    requireNonNull(options, "options");
    resend = Set.copyOf(resend);
    requireNonNull(reviewed, "reviewed");
  }

  /** One that plans by itself, or goes on with a plan that the journal holds. */
  public RunOrder(RunId id, Mode mode, LoadedJob job, RunOptions options, Set<String> resend) {
    this(id, mode, job, options, resend, Optional.empty());
  }

  /** The same for a saved plan. */
  RunOrder applying(PlanFile plan) {
    return new RunOrder(id, Mode.APPLY, job, options, resend, Optional.of(plan));
  }
}
