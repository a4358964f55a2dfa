package dev.rollcall.cli;

import dev.rollcall.apply.Ledger;
import dev.rollcall.batch.Repositories;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.Repository;
import dev.rollcall.planning.DryRun;
import dev.rollcall.planning.OpenedTenant;
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
    try (Look look = new Look(terminal, process, deadline);
        Repositories.RepositoryView repository = Repositories.view(job.file(), look.clock())) {
      repository.locked().ifPresent(why -> terminal.say(EventKind.NOTE, why));
      Optional<Ledger> ledger = repository.opened().map(Repository::ledger);
      try (OpenedTenant target = look.open(job, repository.memory())) {
        DryRun.Result result = new DryRun(job, options, look.progress()).make(target, ledger);
        return new Seen(result, repository.locked().isPresent());
      }
    }
  }
}
