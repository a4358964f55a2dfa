package dev.rollcall.source.mapping;

import dev.rollcall.model.Origin;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The validity of what is said: from when until when, dates being judged already, and for which
 * environments. Few differ within a source, so that rows share them.
 *
 * @param phase where today lies
 * @param startsOn the first day, where one is given
 * @param endsOn the last day, where one is given
 * @param endsColumn the column of the last day
 */
public record Validity(
    Phase phase,
    Reach reach,
    Optional<LocalDate> startsOn,
    Optional<LocalDate> endsOn,
    int endsColumn) {

  /** Now, and without an end. */
  public static final Validity ALWAYS =
      new Validity(Phase.NOW, Reach.HERE, Optional.empty(), Optional.empty(), -1);

  /** Where today lies, the better claim first. */
  public enum Phase {
    /** Between both dates. */
    NOW,
    /** After the last day. */
    ENDED,
    /** Before the first day. */
    LATER
  }

  /** How far a role reaches. */
  public enum Reach {
    /** The environment is named. */
    HERE,
    /** Every environment for which nothing else is said. */
    EVERYWHERE
  }

  /** Later, from the first day of a period until its last. */
  static Validity later(DateCells.Period period, int endsColumn) {
    return new Validity(Phase.LATER, Reach.HERE, period.start(), period.end(), endsColumn);
  }

  /** Now, until the end of a day. */
  public static Validity until(LocalDate endsOn, int endsColumn) {
    return new Validity(Phase.NOW, Reach.HERE, Optional.empty(), Optional.of(endsOn), endsColumn);
  }

  /** Not now, but again from a day on. */
  public static Validity again(LocalDate startsOn) {
    return new Validity(Phase.LATER, Reach.HERE, Optional.of(startsOn), Optional.empty(), -1);
  }

  /** Whether it holds today. */
  public boolean hold() {
    return phase == Phase.NOW;
  }

  /** The same, once it has begun. */
  public Validity begun() {
    return new Validity(Phase.NOW, reach, Optional.empty(), endsOn, endsColumn);
  }

  /** Whether it ends later than the other. */
  public boolean outlast(Validity other) {
    return other.endsOn.isPresent()
        && (endsOn.isEmpty() || endsOn.get().isAfter(other.endsOn.get()));
  }

  /** The cell with the last day, in the row that anything of it came from. */
  public Origin endCell(Origin row) {
    return new Origin(row.place(), row.row(), endsColumn);
  }
}
