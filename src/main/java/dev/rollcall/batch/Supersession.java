package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Settler;
import dev.rollcall.job.Onboarding;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.tenant.WritableTenant;
import java.time.Clock;
import java.util.Optional;

/**
 * What a new run does about runs that came before on its workspace: looks up what they left in
 * doubt, and takes the place of those that it covers.
 */
final class Supersession {

  private final Journal journal;
  private final Clock clock;

  Supersession(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Doubts of former runs are looked up first, whatever became of those runs since. */
  void begin(String workspace, RunOrder order, WritableTenant settling) {
    Settler settler = new Settler(journal, settling, clock);
    for (RunId doubtful : journal.runsInDoubt(workspace)) {
      if (!doubtful.equals(order.id())) {
        settle(doubtful, order, settler);
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

  private static void settle(RunId doubtful, RunOrder order, Settler settler) {
    try {
      settler.settle(doubtful, order.resend());
    } catch (UnusablePlan e) {
      // What another version sent and cannot be read stays in doubt. Its invitations are remembered
      // apart from it, so that nothing unrepeatable is sent twice.
    }
  }

  /** One that never reached its workspace did nothing there that its job would not do now. */
  private static boolean isOf(String workspace, RunOrder order, RunRecord former) {
    return former.workspace().equals(workspace)
        || former.workspace().equals(RunAttempt.UNREACHED)
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
}
