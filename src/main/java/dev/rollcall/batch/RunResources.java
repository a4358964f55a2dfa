package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Progress;
import dev.rollcall.apply.Stop;
import dev.rollcall.journal.Repository;
import dev.rollcall.planning.OpenedTenant;
import java.time.Clock;
import java.time.Instant;

/**
 * What a run works with.
 *
 * @param clock the time the workspace lives in
 */
record RunResources(
    Repository repository, OpenedTenant target, Stop stop, Progress progress, Clock clock) {

  /** What runs of the repository did. */
  Journal journal() {
    return repository.journal();
  }

  /** The time it is. */
  Instant now() {
    return clock.instant();
  }
}
