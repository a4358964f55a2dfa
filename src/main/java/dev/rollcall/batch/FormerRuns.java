package dev.rollcall.batch;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Purged;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Settler;
import dev.rollcall.apply.Verification;
import dev.rollcall.job.Onboarding;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.model.Assignee;
import dev.rollcall.report.RunFacts;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.target.WritableWorkspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs that came before have left, and how a new run takes leave of them. */
public final class FormerRuns {

  private final Journal journal;
  private final Clock clock;

  FormerRuns(Journal journal, Clock clock) {
    this.journal = requireNonNull(journal, "journal");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Doubts of former runs are looked up first, whatever became of those runs since. */
  void leave(String workspace, RunOrder order, WritableWorkspace settling) {
    Settler settler = new Settler(journal, settling, clock);
    for (RunId doubtful : journal.runsInDoubt(workspace)) {
      if (!doubtful.equals(order.id())) {
        settler.settle(doubtful, order.resend());
      }
    }
    for (RunRecord former : journal.runs()) {
      if (former.state() == RunRecord.State.UNFINISHED
          && isOf(workspace, order, former)
          && !former.id().equals(order.id())
          && covers(order, former)) {
        journal.end(
            former.id(),
            RunRecord.State.SUPERSEDED,
            former.exitCode().orElse(ExitCode.INTERRUPTED.code()),
            clock.instant());
      }
    }
  }

  /** One that never reached its workspace did nothing there that its job would not do now. */
  private static boolean isOf(String workspace, RunOrder order, RunRecord former) {
    return former.workspace().equals(workspace)
        || former.workspace().equals(Runs.UNREACHED)
            && former.job().equals(order.job().file().name().toString());
  }

  /**
   * Whether a run sees to all that a former one was to do. One by rosters knows nothing of people
   * who were to be brought in beside them, nor does one that brings in others.
   */
  private static boolean covers(RunOrder order, RunRecord former) {
    Optional<OnboardingRequest> now = order.job().onboarding().map(Onboarding::intake);
    if (now.isEmpty() || !former.onboards()) {
      return now.isEmpty() && !former.onboards();
    }
    try {
      return KeptOptions.of(former)
          .intake()
          .filter(then -> now.get().isOfSameSheet(then) || isGone(then, former))
          .isPresent();
    } catch (WrongInput e) {
      // Somebody changed what it was to do: that is no reason for not doing something else.
      return false;
    }
  }

  /** Once something else was done, a run without its sheet cannot be gone on with. */
  private static boolean isGone(OnboardingRequest intake, RunRecord run) {
    return intake.trouble(run.id().value()).isPresent();
  }

  /**
   * The addresses of everybody for whom something is not as it was planned, or who were left alone
   * because of a problem; empty where nobody can say who they are.
   */
  static List<String> leftOver(RunId run, Journal journal) {
    LeftAlone alone = leftAlone(run, journal);
    if (alone.rows() > 0 || alone.unread() > 0) {
      return List.of();
    }
    return Stream.concat(
            journal.operations(run).stream()
                .filter(FormerRuns::isLeftOver)
                .map(record -> record.planned().operation().assignee())
                .filter(Assignee.Person.class::isInstance)
                .map(Assignee::label),
            alone.people().stream().filter(address -> !Purged.is(address)))
        .distinct()
        .toList();
  }

  private static LeftAlone leftAlone(RunId run, Journal journal) {
    return RunFacts.leftAloneIn(journal.reportOf(run));
  }

  private static boolean isLeftOver(OperationRecord record) {
    return !Purged.is(record.planned().operation().assignee().label()) && isUndone(record);
  }

  private static boolean isUndone(OperationRecord record) {
    return !record.state().isDone() || record.verification() == Verification.DIFFERS;
  }

  /** Whether a run left anything to be done again. */
  public static boolean leftSomething(RunRecord run, Journal journal) {
    return switch (run.state()) {
      case UNFINISHED -> true;
      case SUPERSEDED -> journal.operations(run.id()).stream().anyMatch(FormerRuns::isInDoubt);
      case FINISHED ->
          journal.operations(run.id()).stream().anyMatch(FormerRuns::isLeftOver)
              || leftAlone(run.id(), journal).isTooMuch();
    };
  }

  private static boolean isInDoubt(OperationRecord record) {
    return record.state() == OperationState.IN_DOUBT;
  }
}
