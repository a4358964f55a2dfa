package dev.rollcall.batch;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.apply.RunRecord;
import dev.rollcall.journal.Repository;
import dev.rollcall.report.ReportTexts;
import dev.rollcall.report.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deletes what is older than a time: runs that are over, their reports, and remembered addresses
 * that nobody has any more. What is unfinished or in doubt stays, and so do open invitations.
 */
public final class AgePurge implements Purge {

  private final Instant before;
  private final Set<String> jobs;
  private final OldReports reports;

  /**
   * With what it may touch.
   *
   * @param roots folders of reports to look through, beside those that the repository knows
   * @param jobs only these; empty for all that the repository knows
   */
  public AgePurge(Instant before, Collection<Path> roots, Set<String> jobs) {
    this.before = before;
    this.jobs = Set.copyOf(jobs);
    this.reports = new OldReports(List.copyOf(roots), this.jobs, before);
  }

  @Override
  public PurgeList look(Optional<Repository> repository) {
    List<RunRecord> over = over(repository);
    List<String> lines = new ArrayList<>();
    if (!over.isEmpty()) {
      lines.add(runs(over));
    }
    List<String> notes = staying(repository, over);
    for (RunFolder folder : folders(repository, over)) {
      lines.add("the reports in " + folder.path());
      if (Deletion.looked(folder::hasOthers)) {
        notes.add("In " + folder.path() + " lies something that no run has written; it stays.");
      }
    }
    int gone = gone(repository);
    if (gone > 0) {
      lines.add(
          ReportTexts.counted(gone, "remembered address", "remembered addresses")
              + " that nobody has any more");
    }
    return new PurgeList(lines, notes);
  }

  private List<RunRecord> over(Optional<Repository> repository) {
    return repository.map(each -> each.purging().over(before)).orElse(List.of()).stream()
        .filter(this::isMeant)
        .toList();
  }

  private boolean isMeant(RunRecord run) {
    return jobs.isEmpty() || jobs.contains(run.job());
  }

  private List<RunFolder> folders(Optional<Repository> repository, List<RunRecord> over) {
    return Deletion.looked(() -> reports.find(repository, over));
  }

  private int gone(Optional<Repository> repository) {
    return repository
        .map(each -> jobsOrAll().stream().mapToInt(job -> each.purging().gone(before, job)).sum())
        .orElse(0);
  }

  private List<Optional<String>> jobsOrAll() {
    return jobs.isEmpty()
        ? List.of(Optional.empty())
        : jobs.stream().sorted().map(Optional::of).toList();
  }

  private static String runs(List<RunRecord> over) {
    Set<String> names = new TreeSet<>(over.stream().map(RunRecord::job).toList());
    return "%s of %s, from %s to %s"
        .formatted(
            ReportTexts.counted(over.size(), "run", "runs"),
            String.join(", ", names),
            over.get(0).id(),
            over.get(over.size() - 1).id());
  }

  private List<String> staying(Optional<Repository> repository, List<RunRecord> over) {
    return repository.map(each -> each.journal().runs()).orElse(List.of()).stream()
        .filter(this::isMeant)
        .filter(run -> run.started().isBefore(before) && !over.contains(run))
        .map(run -> "Run " + run.id() + " stays: it is not over, or something is in doubt.")
        .collect(toCollection(ArrayList::new));
  }

  @Override
  public List<String> carryOut(Optional<Repository> repository) {
    List<RunRecord> over = over(repository);
    // Reports first: as long as the repository knows a run, a second attempt finds its reports.
    List<String> stuck = Deletion.of(folders(repository, over));
    if (stuck.isEmpty()) {
      repository.ifPresent(
          each -> {
            each.purging().delete(over.stream().map(RunRecord::id).toList());
            jobsOrAll().forEach(job -> each.purging().forget(before, job));
          });
    }
    return stuck;
  }
}
