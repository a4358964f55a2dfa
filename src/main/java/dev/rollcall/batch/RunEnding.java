package dev.rollcall.batch;

import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.tenant.AccessRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a run ends: all that decides its exit code, and whether it can be gone on with.
 *
 * @param failure what ended it early, if something did
 * @param stopped who asked it to stop, if somebody did
 * @param operations what became of them
 * @param facts what its plan told
 * @param remains what it left in the repository
 */
record RunEnding(
    Optional<RuntimeException> failure,
    Optional<Stop.Cause> stopped,
    List<OperationResult> operations,
    RunFacts facts,
    Remains remains) {

  /**
   * What a run left in the repository.
   *
   * @param isPlanned whether it came to a plan
   * @param requests how many it has sent that write
   * @param hasDoubts whether on its workspace anything is in doubt, by whichever run
   */
  record Remains(boolean isPlanned, int requests, boolean hasDoubts) {}

  RunEnding {
    operations = List.copyOf(operations);
  }

  /** What the command ends with. */
  ExitCode exitCode() {
    List<ExitCode> codes = new ArrayList<>();
    failure.ifPresent(why -> codes.add(afterWriting(ExitCode.of(why))));
    ExitCode byOperations = ExitCode.of(operations, stopped, facts);
    if (byOperations != ExitCode.DONE) {
      codes.add(byOperations);
    }
    if (remains.hasDoubts()) {
      codes.add(ExitCode.LEFT_OVER);
    }
    if (codes.isEmpty() && !remains.isPlanned()) {
      // Neither a plan nor a reason: whatever this is, it is not done.
      codes.add(ExitCode.UNEXPECTED);
    }
    return ExitCode.firstOf(codes);
  }

  /** Wrong input promises that nothing was written: a token refused half way is something else. */
  private ExitCode afterWriting(ExitCode code) {
    return code == ExitCode.WRONG_INPUT && remains.requests() > 0 ? ExitCode.UNAVAILABLE : code;
  }

  /** Whether nothing of the run is left that going on could change. */
  boolean isFinished() {
    return remains.isPlanned()
        && failure.isEmpty()
        && operations.stream().allMatch(OperationResult::isOver);
  }

  /** What the journal is to say of a run of this kind. */
  RunRecord.State state(RunHead.Mode mode) {
    return isFinished() || !remains.isPlanned() && isForNothing(mode)
        ? RunRecord.State.FINISHED
        : RunRecord.State.UNFINISHED;
  }

  /**
   * Whether a run without a plan leaves nothing to go on with: a saved plan can be applied again,
   * and people can be brought in anew once what was wrong about them is mended. Nothing is wrong
   * about them where a token was refused.
   */
  private boolean isForNothing(RunHead.Mode mode) {
    boolean isRefused = failure.filter(AccessRefused.class::isInstance).isPresent();
    return mode == RunHead.Mode.APPLY
        || mode == RunHead.Mode.ONBOARD && exitCode() == ExitCode.WRONG_INPUT && !isRefused;
  }
}
