package dev.rollcall.batch;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.Progress;
import dev.rollcall.apply.Stop;
import dev.rollcall.job.Target;
import dev.rollcall.journal.Repository;
import java.time.Clock;

/**
 * What a run works with.
 *
 * @param clock the time the workspace lives in
 */
record Bench(Repository repository, Target target, Stop stop, Progress progress, Clock clock) {

  Bench {
    requireNonNull(repository, "repository");
    requireNonNull(target, "target");
    requireNonNull(stop, "stop");
    requireNonNull(progress, "progress");
    requireNonNull(clock, "clock");
  }
}
