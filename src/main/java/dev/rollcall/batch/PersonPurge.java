package dev.rollcall.batch;

import dev.rollcall.apply.Purged;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.Traces;
import dev.rollcall.model.Email;
import dev.rollcall.report.ReportTexts;
import dev.rollcall.report.RunFolder;
import dev.rollcall.security.AddressTrace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Deletes what is known of one person, whatever is open for them. Of their runs the counts stay; of
 * reports, the files that tell of them go.
 */
public final class PersonPurge implements Purge {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Email person;
  private final AddressTrace trace;
  private final List<Path> roots;

  /**
   * Of this person.
   *
   * @param roots folders of reports to look through, beside those that the repository knows
   */
  public PersonPurge(Email person, Collection<Path> roots) {
    this.person = person;
    this.trace = AddressTrace.of(person.address());
    this.roots = List.copyOf(roots);
  }

  @Override
  public PurgeList look(Optional<Repository> repository) {
    List<String> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    repository
        .map(each -> each.purging().traces(person))
        .filter(traces -> !traces.isEmpty())
        .ifPresent(traces -> tell(traces, lines, notes));
    files(repository).forEach((folder, files) -> lines.add(names(files) + " in " + folder));
    return new PurgeList(lines, notes);
  }

  private static void tell(Traces traces, List<String> lines, List<String> notes) {
    if (traces.operations() > 0) {
      lines.add(
          ReportTexts.counted(traces.operations(), "operation", "operations")
              + " of theirs, which only the counts of runs still tell of");
    }
    if (traces.remembered() > 0) {
      lines.add(
          ReportTexts.counted(traces.remembered(), "row", "rows")
              + " with their address, name, suspension or invitation");
    }
    if (traces.texts() > 0) {
      lines.add(
          "the address in " + ReportTexts.counted(traces.texts(), "other text", "other texts"));
    }
    traces
        .openInvitations()
        .forEach(
            workspace ->
                notes.add(
                    "Their invitation to "
                        + workspace
                        + " is open. Nobody will know of it: where a roster still lists them, the"
                        + " next run invites them again."));
    notes.add("Where a roster or the workspace still has them, the next run remembers them again.");
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList());
  }

  private Map<Path, List<Path>> files(Optional<Repository> repository) {
    Map<Path, List<Path>> found = new TreeMap<>();
    folders(repository)
        .forEach(
            (path, folder) -> {
              List<Path> about = about(folder);
              if (!about.isEmpty()) {
                found.put(path, about);
              }
            });
    return found;
  }

  private Map<Path, RunFolder> folders(Optional<Repository> repository) {
    Collection<Path> places = new TreeSet<>(roots);
    repository.ifPresent(each -> places.addAll(each.purging().reportFolders().values()));
    Map<Path, RunFolder> found = new TreeMap<>();
    for (Path place : places) {
      Deletion.looked(() -> RunFolder.in(place)).forEach(each -> found.put(each.path(), each));
    }
    return found;
  }

  private List<Path> about(RunFolder folder) {
    return Deletion.looked(() -> folder.filesAbout(trace));
  }

  @Override
  public List<String> carryOut(Optional<Repository> repository) {
    List<String> stuck = new ArrayList<>();
    folders(repository)
        .values()
        .forEach(folder -> stuck.addAll(Deletion.of(folder, about(folder))));
    repository.ifPresent(each -> each.purging().erase(person, Purged.person(RANDOM.nextInt())));
    return stuck;
  }
}
