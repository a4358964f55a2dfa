package dev.rollcall.batch;

import dev.rollcall.planning.RosterReading;
import dev.rollcall.planning.RosterRow;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.MappedRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step that reads rosters: every row of every source, mapped and gathered by person. */
final class ReadStep {

  private final Run run;
  private Optional<RosterReading> reading = Optional.empty();

  ReadStep(Run run) {
    this.run = run;
  }

  /** The next row of all sources; null when they are read, or when the run is to stop. */
  @Nullable RosterRow next() {
    return run.guarded(
            () -> {
              RosterReading begun = begun();
              return run.isStopping() ? Optional.<RosterRow>empty() : begun.next();
            },
            Optional.<RosterRow>empty())
        .orElse(null);
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
  @Nullable MappedRow map(RosterRow row) {
    return run.guarded(() -> Optional.of(reading().map(row)), Optional.<MappedRow>empty())
        .orElse(null);
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
