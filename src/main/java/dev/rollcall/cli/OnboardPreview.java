package dev.rollcall.cli;

import dev.rollcall.apply.Ledger;
import dev.rollcall.batch.Repositories;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.Repository;
import dev.rollcall.planning.DryRun;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes a plan from the shell that is only looked at: nothing is written anywhere. */
final class OnboardPreview {

  /**
   * What was seen.
   *
   * @param isLocked whether somebody else had the repository, so that the plan may lack what it
   *     remembers; that has been said
   */
  record Seen(DryRun.Result result, boolean isLocked) {}

  private final Terminal terminal;
  private final ProcessOptions process;
  private final Optional<Duration> deadline;

  OnboardPreview(Terminal terminal, ProcessOptions process, Optional<Duration> deadline) {
    this.terminal = terminal;
    this.process = process;
    this.deadline = deadline;
  }

  /** Makes the plan. */
  Seen of(LoadedJob job, RunOptions options) {
    Clock clock = Clocks.ofProcess();
    try (Deadline time = Deadline.in(deadline, terminal);
        Repositories.RepositoryView repository = Repositories.view(job.file(), clock);
        ShellRun.ShownProgress progress = ShellRun.ShownProgress.of(terminal, process)) {
      repository.locked().ifPresent(why -> terminal.say(EventKind.NOTE, why));
      Optional<Ledger> ledger = repository.opened().map(Repository::ledger);
      Tenants.Memory memory = repository.memory();
      try (OpenedTenant target = Tenants.openToRead(job, memory, clock, time::isOver)) {
        DryRun.Result result = new DryRun(job, options, progress).make(target, ledger);
        return new Seen(result, repository.locked().isPresent());
      }
    }
  }
}
