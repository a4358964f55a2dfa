package dev.rollcall.batch;

import dev.rollcall.apply.TenantBusy;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.planning.Tenants;
import java.time.Clock;
import java.util.Optional;

/** Opens the repository that a job file names. */
public final class Repositories {

  private Repositories() {}

  /** For a run: made where it is missing. */
  public static Repository of(JobFile job, Clock clock) {
    return Repository.open(settings(job), clock);
  }

  /**
   * A view of a repository that may be missing, or in use.
   *
   * @param opened to be read; empty where there is none yet, or where it is locked
   * @param locked who holds it, for people
   */
  public record RepositoryView(Optional<Repository> opened, Optional<String> locked)
      implements AutoCloseable {

    /** What it remembers of a workspace; nothing where it is not open. */
    public Tenants.Memory memory() {
      return opened
          .map(each -> Tenants.Memory.of(each.ledger(), each.journal()))
          .orElseGet(Tenants.Memory::none);
    }

    @Override
    public void close() {
      opened.ifPresent(Repository::close);
    }
  }

  /** For looking: nothing is made. */
  public static RepositoryView view(JobFile job, Clock clock) {
    try {
      return new RepositoryView(Repository.openExisting(settings(job), clock), Optional.empty());
    } catch (TenantBusy e) {
      return new RepositoryView(
          Optional.empty(),
          Optional.of(
              e.getMessage()
                  + "; planned without what the repository remembers, and not to be applied"));
    }
  }

  /** Which one the job file names. */
  public static RepositorySettings settings(JobFile job) {
    RepositorySettings.problem("repository", job.repository())
        .ifPresent(
            problem -> {
              throw new WrongInput(problem);
            });
    return new RepositorySettings(job.repository());
  }
}
