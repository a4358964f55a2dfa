package dev.rollcall.report;

import dev.rollcall.apply.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which run a report is about.
 *
 * @param run empty for a dry run
 * @param job the job file's name
 * @param workspace the workspace's name for people; its key is in the plan
 * @param ended empty while it goes on, or where it was killed
 * @param ending empty likewise
 */
public record RunHead(
    Optional<RunId> run,
    String job,
    String workspace,
    Mode mode,
    Instant started,
    Optional<Instant> ended,
    Optional<Ending> ending) {

  /** What kind of run it is. The names are part of the report's format. */
  public enum Mode {
    /** A dry run. */
    PLAN,
    /** Read, planned and applied in one go. */
    SYNC,
    /** A plan that was reviewed before is applied. */
    APPLY,
    /** The people left over by a former run. */
    RERUN,
    /** The people of a spreadsheet were brought in. */
    ONBOARD
  }

  /**
   * How the command ended.
   *
   * @param meaning of the exit code, in a few words
   */
  public record Ending(int exitCode, String meaning) {}

  /** The head of a dry run. */
  public static RunHead dryRun(String job, String workspace, Instant started) {
    return new RunHead(
        Optional.empty(), job, workspace, Mode.PLAN, started, Optional.empty(), Optional.empty());
  }
}
