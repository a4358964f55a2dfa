package dev.rollcall.batch;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunName;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.plan.Plan;
import dev.rollcall.report.RunHead;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param mode what kind of run it is
 * @param resend addresses whose invitation is sent again although nobody can tell whether it was
 * @param reviewed the saved plan that is to be applied
 * @param agreed the plan that somebody was shown, beyond which nothing is done
 * @param name what whoever asks for it calls it
 */
public record RunOrder(
    RunId id,
    RunHead.Mode mode,
    LoadedJob job,
    RunOptions options,
    Set<String> resend,
    Optional<PlanFile> reviewed,
    Optional<Plan> agreed,
    Optional<RunName> name) {

  /** Copies. */
  public RunOrder {
    resend = Set.copyOf(resend);
  }

  /** One that plans by itself, or goes on with a plan that the journal holds. */
  public RunOrder(
      RunId id, RunHead.Mode mode, LoadedJob job, RunOptions options, Set<String> resend) {
    this(id, mode, job, options, resend, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same for a saved plan. */
  RunOrder applying(PlanFile plan) {
    return new RunOrder(
        id, RunHead.Mode.APPLY, job, options, resend, Optional.of(plan), agreed, name);
  }

  /** The same, doing no more than what somebody was shown and has agreed to. */
  RunOrder agreedTo(Plan plan) {
    return new RunOrder(id, mode, job, options, resend, reviewed, Optional.of(plan), name);
  }

  /** The same under a name. */
  RunOrder named(RunName called) {
    return new RunOrder(id, mode, job, options, resend, reviewed, agreed, Optional.of(called));
  }
}
