package dev.rollcall.starter;

import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.UnreadColumn;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known beside a roster that is looked at.
 *
 * @param today the day dates are judged by
 * @param destination the tenant in which they are to hold rights, where there is a job already
 * @param ruled the keys of columns that rules look at: what those are about is decided
 * @param given what somebody has said beside the roster: a column that is not read is not that
 */
record Circumstances(
    LocalDate today,
    Optional<Destination> destination,
    Predicate<String> ruled,
    Set<UnreadColumn.Guess> given) {

  /** Copies. */
  Circumstances {
    given = Set.copyOf(given);
  }

  /** Where there is no job yet. */
  static Circumstances withoutJob(LocalDate today) {
    return new Circumstances(today, Optional.empty(), key -> false, Set.of());
  }

  /** That of the job, else the stand-in that is tried first. */
  Destination destinationOr(StandInVendor vendor) {
    return destination.orElseGet(() -> OfflineTenant.standIn(vendor));
  }

  /**
   * Whether it is decided what a column that is not read is about, or that it is not what it seems.
   */
  boolean isDecided(UnreadColumn unread) {
    return ruled.test(unread.key()) || unread.guess().filter(given::contains).isPresent();
  }

  /** Whether a rule looks at the column with this header. */
  boolean isRuled(String header) {
    return ruled.test(header.strip().toLowerCase(Locale.ROOT));
  }
}
