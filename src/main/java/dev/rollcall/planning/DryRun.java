package dev.rollcall.planning;

import dev.rollcall.apply.Progress;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.ReadOnlyTenant;
import dev.rollcall.tenant.Tenant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dry run, which makes a plan without doing anything: the workspace it has cannot be written to.
 */
public final class DryRun {

  /** What came of it. */
  public record Result(JudgedPlan planned, Identity workspace) {}

  private final LoadedJob job;
  private final RunOptions options;
  private final Progress progress;

  /** A dry run of one job. */
  public DryRun(LoadedJob job, RunOptions options, Progress progress) {
    this.job = job;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Reads, snapshots, reconciles and reviews.
   *
   * @param ledger what former runs remember; empty where there is no repository
   */
  public Result make(OpenedTenant target, Optional<dev.rollcall.apply.Ledger> ledger) {
    Tenant workspace = new ReadOnlyTenant(target.workspace());
    LocalDate today = LocalDate.ofInstant(target.clock().instant(), job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, target.destination())) {
      progress.phase("reading rosters", 0);
      // Whatever is wrong with rosters and rules is said before the workspace is asked anything.
      reading.gatherAll();
      progress.phase("reading the " + job.file().vocabulary().tenant(), 0);
      Identity identity = target.identify();
      JudgedPlan planned =
          new Planner(job, options, ledger).plan(reading, workspace, target.clock().instant());
      return new Result(planned, identity);
    }
  }
}
