package dev.rollcall.batch;

import dev.rollcall.apply.RunRecord;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.journal.Purging;
import dev.rollcall.journal.Repository;
import dev.rollcall.report.ReportTexts;
import dev.rollcall.report.RunFolder;
import dev.rollcall.tenant.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run's job file says is kept no longer: deleted at the end of each run of it, under the
 * run's lease. Whatever goes wrong here is a remark; the run has done its work.
 */
final class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final Repository repository;
  private final JobFile job;
  private final String workspace;
  private final Instant now;

  private Retention(Repository repository, JobFile job, String workspace, Instant now) {
    this.repository = repository;
    this.job = job;
    this.workspace = workspace;
    this.now = now;
  }

  static Retention of(RunOrder order, Repository repository, Identity identity, Clock clock) {
    return new Retention(repository, order.job().file(), identity.key(), clock.instant());
  }

  /** Once the repository is closed: what was deleted leaves its file. */
  static void compact(JobFile job, RetentionResult result) {
    if (result.rows()) {
      try {
        Repository.compact(Repositories.settings(job));
      } catch (RuntimeException e) {
        // The next run that deletes something tries again; the rows are gone.
        LOG.info("the repository's file could not be compacted", e);
      }
    }
  }

  RetentionResult tidy() {
    try {
      List<String> deleted = new ArrayList<>();
      Optional<Instant> reports = job.report().keep().until(now);
      if (reports.isPresent()) {
        deleted.addAll(reports(reports.get()));
      }
      Optional<Instant> runs = job.repositoryKeep().until(now);
      int before = deleted.size();
      runs.ifPresent(until -> deleted.addAll(rows(until)));
      return deleted.isEmpty()
          ? RetentionResult.NOTHING
          : new RetentionResult(
              Optional.of("Kept no longer, and deleted: " + String.join(", ", deleted) + "."),
              deleted.size() > before);
    } catch (IOException | RuntimeException e) {
      return new RetentionResult(
          Optional.of(
              "What is kept no longer could not be deleted: "
                  + e.getClass().getSimpleName()
                  + "; the next run tries again."),
          false);
    }
  }

  private List<String> reports(Instant until) throws IOException {
    Path root = job.report().folder().path();
    List<RunFolder> old =
        new OldReports(List.of(root), Set.of(job.name().toString()), until)
            .find(Optional.of(repository), over(until));
    List<String> stuck = Deletion.of(old);
    List<String> said = new ArrayList<>();
    if (old.size() > stuck.size()) {
      said.add("reports of " + ReportTexts.counted(old.size() - stuck.size(), "run", "runs"));
    }
    said.addAll(stuck);
    return said;
  }

  private List<RunRecord> over(Instant until) {
    return repository.purging().over(until).stream()
        .filter(run -> run.job().equals(job.name().toString()))
        .filter(run -> Set.of(workspace, RunAttempt.UNREACHED).contains(run.workspace()))
        .toList();
  }

  private List<String> rows(Instant until) {
    Purging purging = repository.purging();
    List<RunRecord> over = over(until);
    purging.delete(over.stream().map(RunRecord::id).toList());
    int forgotten = purging.forget(until, Optional.of(job.name().toString()));
    List<String> said = new ArrayList<>();
    if (!over.isEmpty()) {
      said.add(ReportTexts.counted(over.size(), "run", "runs") + " of the repository");
    }
    if (forgotten > 0) {
      said.add(
          ReportTexts.counted(forgotten, "remembered address", "remembered addresses")
              + " that nobody has any more");
    }
    return said;
  }
}
