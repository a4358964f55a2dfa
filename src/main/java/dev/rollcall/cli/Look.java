package dev.rollcall.cli;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A look of a command at what a job is about: in its time, with progress, and changing nothing. */
final class Look implements AutoCloseable {

  private final Clock clock = Clocks.ofProcess();
  private final Deadline time;
  private final ShellRun.ShownProgress progress;

  /** Begins; without a duration there is plenty of time. */
  Look(Terminal terminal, ProcessOptions process, Optional<Duration> deadline) {
    this.time = Deadline.in(deadline, terminal);
    this.progress = ShellRun.ShownProgress.of(terminal, process);
  }

  Clock clock() {
    return clock;
  }

  ShellRun.ShownProgress progress() {
    return progress;
  }

  /** Opens the job's workspace, to be read. */
  OpenedTenant open(LoadedJob job, Tenants.Memory memory) {
    return Tenants.openToRead(job, memory, clock, time::isOver);
  }

  @Override
  public void close() {
    progress.close();
    time.close();
  }
}
