package dev.rollcall.source.gather;

import dev.rollcall.model.Status;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.Validity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The employment periods of one person: rows that begin and end on different days, taken together.
 */
final class EmploymentPeriods {

  private final List<PersonRecord> rows;

  EmploymentPeriods(List<PersonRecord> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The row whose status is the person's: whoever is active anywhere is; else who has left. */
  PersonRecord standing() {
    return first(Status.ACTIVE)
        .or(() -> first(Status.LEFT))
        .or(this::next)
        .orElseGet(() -> rows.get(0));
  }

  private Optional<PersonRecord> first(Status status) {
    return rows.stream().filter(row -> row.status() == status).findFirst();
  }

  /** The row by which somebody starts next, those that name no day last. */
  Optional<PersonRecord> next() {
    return rows.stream()
        .filter(row -> row.status() == Status.FUTURE)
        .min(Comparator.comparing(row -> row.validity().startsOn().orElse(LocalDate.MAX)));
  }

  /**
   * What bounds the person: where they are active the last day, which a row that follows without a
   * day between prolongs; where they have left the day on which they start again.
   */
  Validity validity() {
    PersonRecord standing = standing();
    return switch (standing.status()) {
      case LEFT ->
          next()
              .flatMap(row -> row.validity().startsOn())
              .map(Validity::again)
              .orElse(Validity.ALWAYS);
      case ACTIVE -> prolonged(longest());
      default -> standing.validity();
    };
  }

  /** One without an end is the longest. */
  private Validity longest() {
    return rows.stream()
        .filter(row -> row.status() == Status.ACTIVE)
        .map(PersonRecord::validity)
        .reduce((longest, validity) -> validity.outlast(longest) ? validity : longest)
        .orElse(Validity.ALWAYS);
  }

  private Validity prolonged(Validity validity) {
    Optional<Validity> following =
        rows.stream()
            .filter(row -> row.status() == Status.FUTURE)
            .map(PersonRecord::validity)
            .filter(later -> later.outlast(validity) && isSeamless(validity, later))
            .findFirst();
    return following.map(later -> prolonged(later.begun())).orElse(validity);
  }

  private static boolean isSeamless(Validity validity, Validity later) {
    return validity.endsOn().isPresent()
        && later
            .startsOn()
            .filter(day -> !day.isAfter(validity.endsOn().get().plusDays(1)))
            .isPresent();
  }
}
