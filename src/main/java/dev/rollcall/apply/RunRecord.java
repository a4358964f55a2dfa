package dev.rollcall.apply;

import java.time.Instant;
import java.util.Optional;

/**
 * One run in the repository.
 *
 * @param job the job file's name
 * @param jobFile the job file's path as given, so that a rerun finds it
 * @param workspace the workspace's key
 * @param inputs digest of job file and flags: what must be unchanged for the plan to be kept
 * @param flags what is kept of the options it was started with, one a line, for {@code rerun}
 * @param ended empty while it runs, or where it was killed
 * @param exitCode of the command, where it ended
 * @param planned whether its plan is in the journal
 */
public record RunRecord(
    RunId id,
    String job,
    String jobFile,
    String workspace,
    String inputs,
    String flags,
    State state,
    Instant started,
    Optional<Instant> ended,
    Optional<Integer> exitCode,
    boolean planned) {

  /** Where a run stands. */
  public enum State {
    /** Not finished: running, interrupted or killed. It can be continued. */
    UNFINISHED,
    /** Every operation is over. */
    FINISHED,
    /** A later run took its place. */
    SUPERSEDED
  }

  /** How the kept options of a run begin that brings in the people of a spreadsheet. */
  public static final String ONBOARDS = "--onboard=";

  /** How the lines of the kept options begin that say to whom the run is limited. */
  public static final String LIMITED = "--only=";

  /** How the line of the kept options begins that says what the run is called. */
  public static final String NAMED = "--named=";

  /** Whether somebody gave it this name. */
  public boolean isCalled(RunName name) {
    return flags.lines().anyMatch((NAMED + name)::equals);
  }

  /** Whether it brings in the people of a spreadsheet, whatever the rosters of its job say. */
  public boolean onboards() {
    return flags.startsWith(ONBOARDS);
  }
}
