package dev.rollcall.batch;

import dev.rollcall.journal.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that is to be deleted from a repository and from folders of reports: first looked for,
 * which changes nothing, then carried out. Doing it again finds nothing.
 */
public interface Purge {

  /**
   * What there is.
   *
   * @param lines what is or was deleted, as phrases; empty where there is nothing
   * @param notes what stays, and what to know about it, as sentences
   */
  record PurgeList(List<String> lines, List<String> notes) {
    /** Copies. */
    public PurgeList {
      lines = List.copyOf(lines);
      notes = List.copyOf(notes);
    }

    /** The same with one more note. */
    PurgeList with(String note) {
      List<String> more = new ArrayList<>(notes);
      more.add(note);
      return new PurgeList(lines, more);
    }

    /** Whether there is nothing to be deleted. */
    public boolean isEmpty() {
      return lines.isEmpty();
    }
  }

  /**
   * Looks for it.
   *
   * @param repository to be read; empty where no run was ever kept, so that only reports are left
   */
  PurgeList look(Optional<Repository> repository);

  /**
   * Deletes it. The caller holds the leases on all workspaces of the repository.
   *
   * @return what could not be deleted, as sentences
   */
  List<String> carryOut(Optional<Repository> repository);
}
