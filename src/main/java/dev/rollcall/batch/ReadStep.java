package dev.rollcall.batch;

import static java.util.Objects.requireNonNull;

import dev.rollcall.planning.RosterReading;
import dev.rollcall.planning.RosterRow;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.MappedRow;
import java.time.LocalDate;
import java.util.Optional;

/** The step that reads rosters: every row of every source, mapped and gathered by person. */
final class ReadStep {

  private final Run run;
  private Optional<RosterReading> reading = Optional.empty();

  ReadStep(Run run) {
    this.run = requireNonNull(run, "run");
  }

  /** The next row of all sources; null when they are read, or when the run is to stop. */
  RosterRow next() {
    return run.guarded(
        () -> {
          RosterReading begun = begun();
          return run.isStopping() ? null : begun.next().orElse(null);
        },
        null);
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

  /** A row with its meaning; null, which leaves it out, where the run is to stop. */
  MappedRow map(RosterRow row) {
    return run.guarded(() -> reading().map(row), null);
  }

  void gather(MappedRow mapped) {
    run.guard(() -> reading().gather(mapped));
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
