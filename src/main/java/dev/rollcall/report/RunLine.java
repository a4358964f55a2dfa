package dev.rollcall.report;

import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.safety.LeftAlone;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One run in a list of runs.
 *
 * @param workspace the workspace's key
 * @param mode {@code onboard} where people of a spreadsheet were brought in, else {@code sync};
 *     where only a written report tells of it, as that says
 * @param state {@code unfinished}, {@code finished}, {@code superseded}; {@code reported} where
 *     only a written report tells of it
 */
public record RunLine(
    String run,
    String job,
    String workspace,
    String mode,
    String state,
    Instant started,
    Optional<Instant> ended,
    Optional<Integer> exitCode,
    Done done) {

  /**
   * How far a run came.
   *
   * @param planned all operations
   * @param applied those that the workspace accepted
   * @param held those that a safety rule holds
   * @param leftOver those that a rerun would be for
   * @param leftAlone people left alone because of a problem
   */
  public record Done(int planned, int applied, int held, int leftOver, int leftAlone) {}

  /** A run as the repository knows it. */
  public static RunLine of(
      RunRecord run, Collection<OperationResult> operations, LeftAlone leftAlone) {
    return new RunLine(
        run.id().value(),
        run.job(),
        run.workspace(),
        ReportTexts.key(run.onboards() ? RunHead.Mode.ONBOARD : RunHead.Mode.SYNC),
        ReportTexts.key(run.state()),
        run.started(),
        run.ended(),
        run.exitCode(),
        new Done(
            operations.size(),
            count(operations, OperationResult::isDone),
            count(operations, result -> result.state() == OperationState.HELD),
            count(operations, OperationResult::isLeftOver),
            leftAlone.count()));
  }

  private static int count(Collection<OperationResult> all, Predicate<OperationResult> which) {
    return (int) all.stream().filter(which).count();
  }
}
