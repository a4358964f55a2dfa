package dev.rollcall.batch;

import dev.rollcall.model.Problem;
import dev.rollcall.report.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt of a run came to.
 *
 * @param isPlanned whether it came to a plan; where not, nothing was written
 * @param failure what ended it early, if something did
 * @param unwritten reports that could not be written
 * @param tidied what was deleted because it is kept no longer
 */
public record RunResult(
    RunReport report,
    ExitCode code,
    boolean isPlanned,
    Optional<RuntimeException> failure,
    List<Problem> unwritten,
    RetentionResult tidied) {

  /** Copies. */
  public RunResult {
    unwritten = List.copyOf(unwritten);
  }
}
