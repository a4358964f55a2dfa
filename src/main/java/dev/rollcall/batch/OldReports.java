package dev.rollcall.batch;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.journal.Repository;
import dev.rollcall.report.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Report folders that are old enough to go: those of runs that are over, and those of certain jobs
 * whose runs the repository does not know any more.
 *
 * @param roots folders of reports to look through
 * @param jobs whose unknown runs count; none for nobody's
 */
record OldReports(Collection<Path> roots, Set<String> jobs, Instant before) {

  /** Those that are there, by where they are. */
  List<RunFolder> find(Optional<Repository> repository, Collection<RunRecord> over)
      throws IOException {
    Map<Path, RunFolder> found = new TreeMap<>();
    Map<RunId, Path> written =
        repository.map(each -> each.purging().reportFolders()).orElse(Map.of());
    for (RunRecord run : over) {
      List<Path> places = new ArrayList<>(roots);
      Optional.ofNullable(written.get(run.id())).ifPresent(places::add);
      for (Path place : places) {
        RunFolder folder = RunFolder.of(place, run.id());
        if (folder.exists() && !folder.files().isEmpty()) {
          found.put(folder.path(), folder);
        }
      }
    }
    for (Path root : roots) {
      for (RunFolder folder : RunFolder.in(root)) {
        if (isNobodys(folder, repository)) {
          found.put(folder.path(), folder);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private boolean isNobodys(RunFolder folder, Optional<Repository> repository) throws IOException {
    return folder.started().filter(before::isAfter).isPresent()
        && folder.job().filter(jobs::contains).isPresent()
        && repository.flatMap(each -> each.journal().run(folder.run())).isEmpty()
        && !folder.files().isEmpty();
  }
}
