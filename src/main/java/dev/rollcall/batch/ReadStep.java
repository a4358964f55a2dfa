package dev.rollcall.batch;

import dev.rollcall.planning.RosterReading;
import dev.rollcall.planning.RosterRow;
import dev.rollcall.source.gather.Gathered;
import java.time.LocalDate;
import java.util.Optional;

/** The step that reads rosters: every row of every source, mapped and gathered by person. */
final class ReadStep {

  private final Run run;
  private Optional<RosterReading> reading = Optional.empty();

  ReadStep(Run run) {
    this.run = run;
  }

  /**
   * Reads until all is read, or the run is to stop.
   *
   * @param counting is run for each row
   */
  void run(Runnable counting) {
    run.guard(() -> read(begun(), counting));
  }

  private void read(RosterReading from, Runnable counting) {
    while (!run.isStopping()) {
      Optional<RosterRow> row = from.next();
      if (row.isEmpty()) {
        return;
      }
      from.gather(from.map(row.get()));
      counting.run();
    }
  }

  private RosterReading begun() {
    if (reading.isEmpty()) {
      run.phase("reading rosters", 0);
      RunResources resources = run.resources();
      reading =
          Optional.of(
              new RosterReading(
                  run.order().job(),
                  LocalDate.ofInstant(
                      resources.clock().instant(), run.order().job().file().timeZone()),
                  resources.target().destination()));
    }
    return reading.get();
  }

  /** What was read in this attempt. */
  RosterReading reading() {
    return reading.orElseThrow(() -> new IllegalStateException("nothing was read"));
  }

  /** The people of all rosters, once all of them are read. */
  Optional<Gathered> gathered() {
    return reading.flatMap(RosterReading::sealed);
  }

  /** Lets go of sources that were not read to their end. */
  void close() {
    reading.ifPresent(RosterReading::close);
  }
}
