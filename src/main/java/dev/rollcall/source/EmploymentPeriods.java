package dev.rollcall.source;

import dev.rollcall.model.Status;
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
        .min(Comparator.comparing(row -> row.terms().startsOn().orElse(LocalDate.MAX)));
  }

  /**
   * What bounds the person: where they are active the last day, which a row that follows without a
   * day between prolongs; where they have left the day on which they start again.
   */
  Validity terms() {
    PersonRecord standing = standing();
    return switch (standing.status()) {
      case LEFT ->
          next()
              .flatMap(row -> row.terms().startsOn())
              .map(Validity::again)
              .orElse(Validity.ALWAYS);
      case ACTIVE -> prolonged(longest());
      default -> standing.terms();
    };
  }

  /** One without an end is the longest. */
  private Validity longest() {
    return rows.stream()
        .filter(row -> row.status() == Status.ACTIVE)
        .map(PersonRecord::terms)
        .reduce((longest, terms) -> terms.outlast(longest) ? terms : longest)
        .orElse(Validity.ALWAYS);
  }

  private Validity prolonged(Validity terms) {
    Optional<Validity> following =
        rows.stream()
            .filter(row -> row.status() == Status.FUTURE)
            .map(PersonRecord::terms)
            .filter(later -> later.outlast(terms) && isSeamless(terms, later))
            .findFirst();
    return following.map(later -> prolonged(later.begun())).orElse(terms);
  }

  private static boolean isSeamless(Validity terms, Validity later) {
    return terms.endsOn().isPresent()
        && later
            .startsOn()
            .filter(day -> !day.isAfter(terms.endsOn().get().plusDays(1)))
            .isPresent();
  }
}
