package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.Onboarding;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.model.Problem;
import dev.rollcall.report.RunHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a run of before goes on: with its kept plan, planned anew in a new run, or not at all. Looks
 * at what the repository holds, and asks no workspace.
 */
final class Resumption {

  private final RunRecord record;
  private final LoadedJob job;
  private final RunOptions options;
  private final Supplier<RunId> fresh;
  private final KeptOptions kept;

  /**
   * The way on of this run.
   *
   * @param fresh makes the id of a new run, should it take one
   * @throws WrongInput where it was started with options that nobody can have given
   */
  Resumption(RunRecord record, LoadedJob job, RunOptions options, Supplier<RunId> fresh) {
    this.record = record;
    this.job = job;
    this.options = options;
    this.fresh = fresh;
    this.kept = KeptOptions.of(record);
  }

  /**
   * What is to be done of a run that is unfinished.
   *
   * @throws WrongInput where it is over or of another kind, or an override or its spreadsheet is
   *     missing
   * @throws UnusablePlan where its plan is of another version, or was reviewed and does not stand
   */
  Next next(Journal journal, Instant now) {
    if (record.state() != RunRecord.State.UNFINISHED) {
      throw new WrongInput(
          "run %s is over; `rollcall rerun %s` tries what it left"
              .formatted(record.id(), record.id()));
    }
    kept.check(options.overrides());
    refuseAnotherKind();
    KeptPlan plan = KeptPlan.of(record, journal, KeptPlan.Today.of(job, options, now));
    refuse(plan);
    return new Next(
        plan.isSameRun() ? record.id() : fresh.get(),
        kept.isReviewed() ? RunHead.Mode.APPLY : planning(RunHead.Mode.SYNC),
        options,
        plan.words(record) + withWhat());
  }

  /** A run that brings people in knows nothing of rosters, and one by rosters nothing of them. */
  private void refuseAnotherKind() {
    if (record.onboards() != job.onlyAdds()) {
      throw new WrongInput(
          "run %s onboards the people of a spreadsheet; `rollcall rerun %s` goes on with it"
              .formatted(record.id(), record.id()));
    }
  }

  private void refuse(KeptPlan plan) {
    if (plan == KeptPlan.OUTDATED) {
      throw UnusablePlan.ofAnotherVersion(record.id());
    }
    if (plan != KeptPlan.STANDS) {
      refuseUnread();
    }
    if (plan != KeptPlan.STANDS && kept.isReviewed()) {
      throw new UnusablePlan(
          "run %s was to apply a saved plan, and cannot go on with it: the plan is too old, or the job file or options have changed, or another run came in between, or it had not yet begun; make a new plan"
              .formatted(record.id()));
    }
  }

  /** What is to be done again of a run that is over: for the people whom it left. */
  Next again(Journal journal) {
    refuseAnotherKind();
    refuseUnread();
    List<String> people = new Leftovers(journal).people(record.id());
    // Groups are nobody in particular; an empty limit would be none at all.
    RunOptions limited = people.isEmpty() ? options : options.limitedTo(people);
    return new Next(
        fresh.get(),
        planning(RunHead.Mode.RERUN),
        limited,
        "Run %s is over; a new run plans afresh for %s".formatted(record.id(), whom(people))
            + withWhat());
  }

  private static String whom(List<String> people) {
    return switch (people.size()) {
      case 0 -> "what it left";
      case 1 -> "the one person it left over";
      default -> "the " + people.size() + " people it left over";
    };
  }

  private RunHead.Mode planning(RunHead.Mode byRosters) {
    return job.onlyAdds() ? RunHead.Mode.ONBOARD : byRosters;
  }

  /** Without its spreadsheet, a run can only go on with a plan that was made from it. */
  private void refuseUnread() {
    Optional<Problem> trouble = job.onboarding().flatMap(Onboarding::trouble);
    if (trouble.isPresent()) {
      throw new WrongInput(trouble.get());
    }
  }

  /** What it was started with holds again, and is not to hold unseen. */
  private String withWhat() {
    Optional<OnboardingRequest> intake = job.onboarding().map(Onboarding::intake);
    return intake.map(asked -> "; it onboards the people of " + asked.told()).orElse("")
        + options.inWords(intake.map(asked -> asked.rights().arguments()).orElse(List.of()));
  }

  /**
   * What goes on.
   *
   * @param told what is going to happen, for people
   */
  record Next(RunId run, RunHead.Mode mode, RunOptions options, String told) {

    RunOrder order(LoadedJob job, Set<String> resend) {
      return new RunOrder(run, mode, job, options, resend);
    }
  }
}
