package dev.rollcall.batch;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Lease;
import dev.rollcall.apply.Progress;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.Target;
import dev.rollcall.job.Targets;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.model.Problem;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.report.RunReport;
import dev.rollcall.target.Identity;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs that write: opened, leased, carried out as a batch job, ended. Each call is one attempt of
 * one run.
 */
public final class Runs {

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What an attempt came to.
   *
   * @param isPlanned whether it came to a plan; where not, nothing was written
   * @param failure what ended it early, if something did
   * @param unwritten reports that could not be written
   */
  public record Result(
      RunReport report,
      ExitCode code,
      boolean isPlanned,
      Optional<RuntimeException> failure,
      List<Problem> unwritten) {
    /** Checks and copies. */
    public Result {
      requireNonNull(report, "report");
      requireNonNull(code, "code");
      requireNonNull(failure, "failure");
      unwritten = List.copyOf(unwritten);
    }
  }

  /** Something to be done with what was opened. */
  @FunctionalInterface
  private interface Work {
    Result with(Repository repository, Target target);
  }

  private final Clock clock;
  private final Stop stop;
  private final Progress progress;

  /** With the process's clock; a stand-in workspace brings its own. */
  public Runs(Clock clock, Stop stop, Progress progress) {
    this.clock = requireNonNull(clock, "clock");
    this.stop = requireNonNull(stop, "stop");
    this.progress = requireNonNull(progress, "progress");
  }

  /** Starts a new run. */
  public Result sync(LoadedJob job, RunOptions options) {
    return in(
        job,
        (repository, target) ->
            attempt(
                fresh(RunOrder.Mode.SYNC, job, options, Set.of()),
                new Opened(repository, target, Optional.empty())));
  }

  /**
   * Goes on with an unfinished run, with its kept plan if neither job file nor options have changed
   * and the plan is young enough; otherwise its doubts are settled and a new run plans afresh.
   *
   * @throws WrongInput where there is no such run, or where it is over
   */
  public Result resume(LoadedJob job, RunOptions options, RunId run, Set<String> resend) {
    return in(
        job,
        (repository, target) -> {
          RunRecord record =
              repository
                  .journal()
                  .run(run)
                  .orElseThrow(() -> new WrongInput("there is no run " + run));
          if (record.state() != RunRecord.State.UNFINISHED) {
            throw new WrongInput(
                "run %s is over; `rollcall rerun %s` tries what it left".formatted(run, run));
          }
          boolean kept =
              record.inputs().equals(KeptPlan.inputs(job, options))
                  && KeptPlan.isYoung(job, repository.journal(), run, target.clock().instant());
          RunOrder order =
              kept
                  ? new RunOrder(run, RunOrder.Mode.SYNC, job, options, resend)
                  : fresh(RunOrder.Mode.SYNC, job, options, resend);
          return attempt(order, new Opened(repository, target, Optional.empty()));
        });
  }

  /** Starts a new run for the people whom a finished run left over, planned afresh. */
  public Result again(LoadedJob job, RunOptions options, RunId run, Set<String> resend) {
    return in(
        job,
        (repository, target) -> {
          List<String> people = FormerRuns.leftOver(repository.journal().operations(run));
          // Groups are nobody in particular; an empty limit would be none at all.
          RunOptions limited = people.isEmpty() ? options : options.limitedTo(people);
          return attempt(
              fresh(RunOrder.Mode.RERUN, job, limited, resend),
              new Opened(repository, target, Optional.empty()));
        });
  }

  /**
   * Applies a reviewed plan, once.
   *
   * @throws UnusablePlan where it is too old, was used, or is for another workspace
   */
  public Result apply(LoadedJob job, RunOptions options, PlanFile plan) {
    return in(
        job,
        (repository, target) ->
            attempt(
                fresh(RunOrder.Mode.APPLY, job, options, Set.of()),
                new Opened(repository, target, Optional.of(plan))));
  }

  private record Opened(Repository repository, Target target, Optional<PlanFile> plan) {}

  private Result in(LoadedJob job, Work work) {
    try (Repository repository = Repositories.of(job.file(), clock);
        Target target =
            Targets.open(
                job.file(),
                Targets.Memory.of(repository.ledger(), repository.journal()),
                clock,
                stop::asked)) {
      return work.with(repository, target);
    }
  }

  private RunOrder fresh(
      RunOrder.Mode mode, LoadedJob job, RunOptions options, Set<String> resend) {
    RunId id = RunId.starting(clock.instant(), RANDOM.nextInt());
    return new RunOrder(id, mode, job, options, resend);
  }

  private Result attempt(RunOrder order, Opened opened) {
    Identity identity = opened.target().identify();
    Repository repository = opened.repository();
    Clock now = opened.target().clock();
    try (Lease lease = repository.leases().acquire(identity.key(), order.id())) {
      requireNonNull(lease, "lease");
      opened
          .plan()
          .ifPresent(plan -> KeptPlan.refuseUnusable(plan, order, identity, now.instant()));
      refuseUntellable(order);
      new FormerRuns(repository.journal(), now)
          .leave(identity.key(), order, opened.target().workspace());
      begin(order, opened, identity);
      Run run =
          new Run(order, new Bench(repository, opened.target(), stop, progress, now), identity);
      return carriedOut(run, order, opened, identity);
    }
  }

  /** From here on requests may have been sent: a repository that fails is not the input's fault. */
  private static Result carriedOut(Run run, RunOrder order, Opened opened, Identity identity) {
    Repository repository = opened.repository();
    try {
      RunLauncher.launch(run, order, identity, repository.dataSource());
      ExitCode code = run.story().exitCode();
      RunRecord.State state =
          run.isFinished() ? RunRecord.State.FINISHED : RunRecord.State.UNFINISHED;
      repository.journal().end(order.id(), state, code.code(), opened.target().clock().instant());
      return new Result(
          run.story().report(),
          code,
          run.isPlanned(),
          run.story().failure(),
          run.story().unwritten());
    } catch (RepositoryUnusable e) {
      throw new RepositoryUnavailable(e.getMessage(), e);
    }
  }

  /** Whatever is changed must be told afterwards: so that is tried first. */
  private static void refuseUntellable(RunOrder order) {
    List<Problem> problems =
        new ReportFolder(order.job().file().report().folder().path()).prove(order.id());
    if (!problems.isEmpty()) {
      throw new WrongInput(problems);
    }
  }

  private void begin(RunOrder order, Opened opened, Identity identity) {
    Journal journal = opened.repository().journal();
    if (journal.run(order.id()).isPresent()) {
      return;
    }
    Instant now = opened.target().clock().instant();
    opened
        .plan()
        .ifPresent(
            plan -> {
              if (!opened.repository().ledger().use(plan.checksum(), order.id(), now)) {
                throw new UnusablePlan("this plan was applied before; make a new one");
              }
            });
    journal.begin(
        new RunRecord(
            order.id(),
            order.job().file().name().toString(),
            order.job().path().toString(),
            identity.key(),
            KeptPlan.inputs(order.job(), order.options()),
            String.join("\n", order.options().arguments()),
            RunRecord.State.UNFINISHED,
            now,
            Optional.empty(),
            Optional.empty(),
            false));
    opened
        .plan()
        .ifPresent(
            plan ->
                journal.plan(order.id(), plan.plan(), plan.held(), plan.deferred(), plan.report()));
  }
}
