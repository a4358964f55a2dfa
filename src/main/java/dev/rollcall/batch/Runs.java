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
import dev.rollcall.job.Onboarding;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.Target;
import dev.rollcall.job.Targets;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Plan;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunReport;
import dev.rollcall.target.AccessRefused;
import dev.rollcall.target.Identity;
import dev.rollcall.target.TargetUnavailable;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs that write: opened, leased, carried out as a batch job, ended. Each call is one attempt of
 * one run.
 */
public final class Runs {

  /** The workspace of a run that ended before it could ask which it is. */
  static final String UNREACHED = "";

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What an attempt came to.
   *
   * @param isPlanned whether it came to a plan; where not, nothing was written
   * @param failure what ended it early, if something did
   * @param unwritten reports that could not be written
   * @param tidied what was deleted because it is kept no longer
   */
  public record Result(
      RunReport report,
      ExitCode code,
      boolean isPlanned,
      Optional<RuntimeException> failure,
      List<Problem> unwritten,
      Tidied tidied) {
    /** Checks and copies. */
    public Result {
      requireNonNull(report, "report");
      requireNonNull(code, "code");
      requireNonNull(failure, "failure");
      requireNonNull(tidied, "tidied");
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
                fresh(RunHead.Mode.SYNC, job, options, Set.of()), new Opened(repository, target)));
  }

  /**
   * Brings in the people of a spreadsheet.
   *
   * @param job with these people in place of its rosters
   * @param agreed the plan that somebody was shown and has agreed to; empty where nobody was asked
   */
  public Result onboard(LoadedJob job, RunOptions options, Optional<Plan> agreed) {
    return in(
        job,
        (repository, target) -> {
          RunOrder order = fresh(RunHead.Mode.ONBOARD, job, options, Set.of());
          return attempt(agreed.map(order::agreedTo).orElse(order), new Opened(repository, target));
        });
  }

  /**
   * Goes on with an unfinished run, with its kept plan if neither job file nor options have changed
   * and the plan is young enough; otherwise its doubts are settled and a new run plans afresh. Of a
   * plan that was reviewed nothing else is ever done.
   *
   * @throws WrongInput where there is no such run, where it is over, or where it was on another
   *     workspace
   * @throws UnusablePlan where it was to apply a reviewed plan and cannot go on with that
   */
  public Result resume(LoadedJob job, RunOptions options, RunId run, Set<String> resend) {
    return in(
        job,
        (repository, target) -> {
          RunRecord record = unfinished(repository, run);
          KeptOptions kept = KeptOptions.of(record);
          kept.check(options.overrides());
          checkKind(record, job);
          KeptPlan plan =
              KeptPlan.of(job, options, record, repository.journal(), target.clock().instant());
          refuseUnread(job, plan == KeptPlan.STANDS);
          if (kept.isReviewed()) {
            refuseToPlan(record, plan == KeptPlan.STANDS);
          }
          RunHead.Mode planning = job.onlyAdds() ? RunHead.Mode.ONBOARD : RunHead.Mode.SYNC;
          RunOrder order =
              plan.isSameRun()
                  ? new RunOrder(
                      run, kept.isReviewed() ? RunHead.Mode.APPLY : planning, job, options, resend)
                  : fresh(planning, job, options, resend);
          progress.begins(plan.words(record) + with(job, options));
          return attempt(order, new Opened(repository, target));
        });
  }

  private static RunRecord unfinished(Repository repository, RunId run) {
    RunRecord record =
        repository.journal().run(run).orElseThrow(() -> new WrongInput("there is no run " + run));
    if (record.state() != RunRecord.State.UNFINISHED) {
      throw new WrongInput(
          "run %s is over; `rollcall rerun %s` tries what it left".formatted(run, run));
    }
    return record;
  }

  /** What it was started with holds again, and is not to hold unseen. */
  private static String with(LoadedJob job, RunOptions options) {
    Optional<OnboardingRequest> intake = job.onboarding().map(Onboarding::intake);
    return intake.map(asked -> "; it onboards the people of " + asked.told()).orElse("")
        + options.inWords(intake.map(asked -> asked.rights().arguments()).orElse(List.of()));
  }

  /** A run that brings people in knows nothing of rosters, and one by rosters nothing of them. */
  private static void checkKind(RunRecord record, LoadedJob job) {
    if (record.onboards() != job.onlyAdds()) {
      throw new WrongInput(
          "run %s onboards the people of a spreadsheet; `rollcall rerun %s` goes on with it"
              .formatted(record.id(), record.id()));
    }
  }

  /** Without its spreadsheet, a run can only go on with a plan that was made from it. */
  private static void refuseUnread(LoadedJob job, boolean hasPlan) {
    Optional<Problem> trouble = job.onboarding().flatMap(Onboarding::trouble);
    if (!hasPlan && trouble.isPresent()) {
      throw new WrongInput(List.of(trouble.get()));
    }
  }

  /** A kept plan is for the workspace it was made in, wherever tokens lead by now. */
  private static void checkWorkspace(RunRecord record, Identity identity) {
    if (!identity.key().equals(record.workspace())) {
      throw new WrongInput(
          "run %s was not on workspace %s, where the job's tokens lead; start a new run"
              .formatted(record.id(), identity.key()));
    }
  }

  private static void refuseToPlan(RunRecord record, boolean mayGoOn) {
    if (!mayGoOn) {
      throw new UnusablePlan(
          "run %s was to apply a saved plan, and cannot go on with it: the plan is too old, or the job file or options have changed, or another run came in between, or it had not yet begun; make a new plan"
              .formatted(record.id()));
    }
  }

  /** Starts a new run for the people whom a finished run left over, planned afresh. */
  public Result again(LoadedJob job, RunOptions options, RunId run, Set<String> resend) {
    return in(
        job,
        (repository, target) -> {
          repository.journal().run(run).ifPresent(record -> checkKind(record, job));
          refuseUnread(job, false);
          List<String> people = FormerRuns.leftOver(run, repository.journal());
          // Groups are nobody in particular; an empty limit would be none at all.
          RunOptions limited = people.isEmpty() ? options : options.limitedTo(people);
          progress.begins(
              "Run %s is over; a new run plans afresh for %s"
                      .formatted(run, people.isEmpty() ? "what it left" : whom(people))
                  + with(job, options));
          return attempt(
              fresh(
                  job.onlyAdds() ? RunHead.Mode.ONBOARD : RunHead.Mode.RERUN, job, limited, resend),
              new Opened(repository, target));
        });
  }

  private static String whom(List<String> people) {
    return people.size() == 1
        ? "the one person it left over"
        : "the " + people.size() + " people it left over";
  }

  /**
   * Applies a reviewed plan, once.
   *
   * @throws UnusablePlan where it was used, or is for another workspace
   */
  public Result apply(LoadedJob job, RunOptions options, PlanFile plan) {
    return in(
        job,
        (repository, target) ->
            attempt(
                fresh(RunHead.Mode.APPLY, job, options, Set.of()).applying(plan),
                new Opened(repository, target)));
  }

  private record Opened(Repository repository, Target target) {}

  private Result in(LoadedJob job, Work work) {
    Result result = opened(job, work);
    Keeping.compact(job.file(), result.tidied());
    return result;
  }

  private Result opened(LoadedJob job, Work work) {
    try (Repository repository = Repositories.of(job.file(), clock);
        Target target =
            Targets.open(
                job,
                Targets.Memory.of(repository.ledger(), repository.journal()),
                clock,
                stop::asked)) {
      return work.with(repository, target);
    }
  }

  private RunOrder fresh(RunHead.Mode mode, LoadedJob job, RunOptions options, Set<String> resend) {
    RunId id = RunId.starting(clock.instant(), RANDOM.nextInt());
    return new RunOrder(id, mode, job, options, resend);
  }

  private Result attempt(RunOrder order, Opened opened) {
    Identity identity = identify(order, opened);
    Repository repository = opened.repository();
    Clock now = opened.target().clock();
    repository.journal().run(order.id()).ifPresent(record -> checkWorkspace(record, identity));
    try (Lease lease = repository.leases().acquire(identity.key(), order.id())) {
      requireNonNull(lease, "lease");
      progress.run(order.id());
      order.reviewed().ifPresent(plan -> admit(plan, identity, repository));
      refuseUntellable(order);
      new FormerRuns(repository.journal(), now)
          .leave(identity.key(), order, opened.target().workspace());
      begin(order, opened, identity.key());
      Run run =
          new Run(order, new Bench(repository, opened.target(), stop, progress, now), identity);
      return carriedOut(run, order, opened, identity);
    }
  }

  /** Where a former attempt has written, nobody may be told that nothing was. */
  private Identity identify(RunOrder order, Opened opened) {
    try {
      return opened.target().identify();
    } catch (AccessRefused e) {
      if (opened.repository().journal().requestCount(order.id()) > 0) {
        throw new TargetUnavailable(e.getMessage(), e);
      }
      neverReached(order, opened, e);
      throw e;
    } catch (TargetUnavailable e) {
      neverReached(order, opened, e);
      throw e;
    }
  }

  /** Kept, so that it can be gone on with. A saved plan can be applied again as it is. */
  private void neverReached(RunOrder order, Opened opened, RuntimeException why) {
    if (order.reviewed().isEmpty()) {
      begin(order, opened, UNREACHED);
      opened
          .repository()
          .journal()
          .end(
              order.id(),
              RunRecord.State.UNFINISHED,
              ExitCode.of(why).code(),
              opened.target().clock().instant());
    }
  }

  /** From here on requests may have been sent: a repository that fails is not the input's fault. */
  private static Result carriedOut(Run run, RunOrder order, Opened opened, Identity identity) {
    Repository repository = opened.repository();
    try {
      RunLauncher.launch(run, order, identity, repository.dataSource());
      ExitCode code = run.story().exitCode();
      boolean isOver = run.isFinished() || !run.isPlanned() && isForNothing(order, run.story());
      RunRecord.State state = isOver ? RunRecord.State.FINISHED : RunRecord.State.UNFINISHED;
      repository.journal().end(order.id(), state, code.code(), opened.target().clock().instant());
      return new Result(
          run.story().report(),
          code,
          run.isPlanned(),
          run.story().failure(),
          run.story().unwritten(),
          run.isStopping()
              ? Tidied.NOTHING
              : Keeping.of(order, repository, identity, opened.target().clock()).tidy());
    } catch (RepositoryUnusable e) {
      throw new RepositoryUnavailable(e.getMessage(), e);
    }
  }

  /**
   * Whether a run without a plan leaves nothing to go on with: a saved plan can be applied again,
   * and people can be brought in anew once what was wrong about them is mended. Nothing is wrong
   * about them where a token was refused.
   */
  private static boolean isForNothing(RunOrder order, RunStory story) {
    boolean isRefused = story.failure().filter(AccessRefused.class::isInstance).isPresent();
    return order.reviewed().isPresent()
        || order.job().onlyAdds() && story.exitCode() == ExitCode.WRONG_INPUT && !isRefused;
  }

  private static void admit(PlanFile plan, Identity identity, Repository repository) {
    Admission.in(identity, plan);
    if (repository.ledger().isUsed(plan.content(), plan.plan().madeAt())) {
      throw Admission.used();
    }
  }

  /** Whatever is changed must be told afterwards: so that is tried first. */
  private static void refuseUntellable(RunOrder order) {
    List<Problem> problems =
        new ReportFolder(
                order.job().file().report().folder().path(), order.job().file().report().access())
            .prove(order.id());
    if (!problems.isEmpty()) {
      throw new WrongInput(problems);
    }
  }

  private void begin(RunOrder order, Opened opened, String workspace) {
    Journal journal = opened.repository().journal();
    if (journal.run(order.id()).isPresent()) {
      return;
    }
    journal.begin(
        new RunRecord(
            order.id(),
            order.job().file().name().toString(),
            order.job().path().toString(),
            workspace,
            KeptPlan.inputs(order.job(), order.options()),
            KeptOptions.text(order),
            RunRecord.State.UNFINISHED,
            opened.target().clock().instant(),
            Optional.empty(),
            Optional.empty(),
            false));
  }
}
