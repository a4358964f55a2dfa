package dev.rollcall.batch;

import dev.rollcall.apply.Progress;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunName;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.plan.Plan;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Tenants;
import dev.rollcall.report.RunHead;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs that write: one method for each way to ask for one, each call one attempt. Repository and
 * workspace are opened here; what is done with them is {@link RunAttempt}'s.
 */
public final class Runs {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final Stop stop;
  private final Progress progress;

  /** With the process's clock; a stand-in workspace brings its own. */
  public Runs(Clock clock, Stop stop, Progress progress) {
    this.clock = clock;
    this.stop = stop;
    this.progress = progress;
  }

  /** Starts a new run. */
  public RunResult sync(LoadedJob job, RunOptions options) {
    return attempt(job, opened -> fresh(RunHead.Mode.SYNC, job, options));
  }

  /**
   * Brings in the people of a spreadsheet.
   *
   * @param job with these people in place of its rosters
   * @param agreed the plan that somebody was shown and has agreed to; empty where nobody was asked
   */
  public RunResult onboard(LoadedJob job, RunOptions options, Optional<Plan> agreed) {
    RunOrder order = fresh(RunHead.Mode.ONBOARD, job, options);
    return attempt(job, opened -> agreed.map(order::agreedTo).orElse(order));
  }

  /**
   * Applies a reviewed plan, once.
   *
   * @throws UnusablePlan where it was used, or is for another workspace
   */
  public RunResult apply(LoadedJob job, RunOptions options, PlanFile plan) {
    return attempt(job, opened -> fresh(RunHead.Mode.APPLY, job, options).applying(plan));
  }

  /**
   * Goes on with an unfinished run, with its kept plan if neither job file nor options have changed
   * and the plan is young enough; otherwise its doubts are settled and a new run plans afresh. Of a
   * plan that was reviewed nothing else is ever done.
   *
   * @throws WrongInput where there is no such run, where it is over, or where it was on another
   *     workspace
   * @throws UnusablePlan where its plan is of another version, or it was to apply a reviewed plan
   *     and cannot go on with that
   */
  public RunResult resume(LoadedJob job, RunOptions options, RunId run, Set<String> resend) {
    return attempt(
        job,
        opened ->
            announced(resumption(opened, run, job, options).next(opened.journal(), opened.now()))
                .order(job, resend));
  }

  /**
   * Does what a run of this name is to do, once: begins it, goes on with it where it is unfinished
   * as {@link #resume} does, and of one that is over tells again what came of it.
   */
  public RunResult named(LoadedJob job, RunOptions options, RunName name) {
    NamedRun named = new NamedRun(name, job);
    return tidied(
        job,
        repository -> {
          Optional<RunRecord> over = named.finished(repository.journal());
          over.ifPresent(
              run ->
                  progress.begins(
                      "Run %s, called %s, is over: nothing is done again"
                          .formatted(run.id(), name)));
          return over.map(run -> NamedRun.told(run, repository.journal()))
              .orElseGet(
                  () -> made(job, repository, opened -> called(name, named, opened, options)));
        });
  }

  private RunOrder called(RunName name, NamedRun named, RunResources opened, RunOptions options) {
    LoadedJob job = named.job();
    return named
        .unfinished(opened.journal())
        .map(run -> new Resumption(run, job, options, this::newId))
        .map(found -> announced(found.next(opened.journal(), opened.now())).order(job, Set.of()))
        .orElseGet(() -> fresh(RunHead.Mode.SYNC, job, options))
        .named(name);
  }

  /** Starts a new run for the people whom a finished run left over, planned afresh. */
  public RunResult again(LoadedJob job, RunOptions options, RunId run, Set<String> resend) {
    return attempt(
        job,
        opened ->
            announced(resumption(opened, run, job, options).again(opened.journal()))
                .order(job, resend));
  }

  private Resumption resumption(RunResources opened, RunId run, LoadedJob job, RunOptions options) {
    RunRecord record =
        opened.journal().run(run).orElseThrow(() -> new WrongInput("there is no run " + run));
    return new Resumption(record, job, options, this::newId);
  }

  private Resumption.Next announced(Resumption.Next next) {
    progress.begins(next.told());
    return next;
  }

  private RunOrder fresh(RunHead.Mode mode, LoadedJob job, RunOptions options) {
    return new RunOrder(newId(), mode, job, options, Set.of());
  }

  private RunId newId() {
    return RunId.starting(clock.instant(), RANDOM.nextInt());
  }

  /** What an order is made of is in the repository for some, so that it is opened first. */
  private RunResult attempt(LoadedJob job, Function<RunResources, RunOrder> ordering) {
    return tidied(job, repository -> made(job, repository, ordering));
  }

  private RunResult tidied(LoadedJob job, Function<Repository, RunResult> making) {
    RunResult result;
    try (Repository repository = Repositories.of(job.file(), clock)) {
      result = making.apply(repository);
    }
    Retention.compact(job.file(), result.tidied());
    return result;
  }

  private RunResult made(
      LoadedJob job, Repository repository, Function<RunResources, RunOrder> ordering) {
    try (OpenedTenant target =
        Tenants.open(
            job,
            Tenants.Memory.of(repository.ledger(), repository.journal()),
            clock,
            stop::asked)) {
      RunResources opened = new RunResources(repository, target, stop, progress, target.clock());
      return new RunAttempt(ordering.apply(opened), opened).make();
    }
  }
}
