package dev.rollcall.source.mapping;

import dev.rollcall.model.Place;
import dev.rollcall.model.Status;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.columns.Shape;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that tell an employment status: a status word and dates, of which the word "left"
 * wins, then the last day of access, then the first.
 */
final class EmploymentColumns {

  private final StatusColumns status;
  private final LocalDate today;
  private final List<FieldReader> startsOn;
  private final List<FieldReader> endsOn;
  private final Place place;
  private final DateCells dates;
  private final Map<DateCells.Period, Validity> validity = new HashMap<>();

  /** A date and where it stands; the column of the first where several are blank. */
  private record Day(Optional<LocalDate> date, int column) {}

  EmploymentColumns(Columns columns, MappingSettings mapping, Place place, DateCells dates) {
    this.place = place;
    this.dates = dates;
    this.status = new StatusColumns(columns, mapping, place);
    this.today = mapping.today();
    // In a row of assignments the dates bound the assignment, not the person.
    boolean isPerson = mapping.shape() == Shape.PEOPLE;
    this.startsOn = isPerson ? columns.all(RosterField.STARTS_ON) : List.of();
    this.endsOn = isPerson ? columns.all(RosterField.ENDS_ON) : List.of();
  }

  /** Where the person stands; meaningless where problems were added. */
  EmploymentStatus read(Row row, RowProblems problems) {
    Optional<Map.Entry<Status, Integer>> word = status.read(row, problems);
    Day start = day(startsOn, DateCells.Use.START, row, problems);
    Day end = day(endsOn, DateCells.Use.END, row, problems);
    DateCells.Period period = new DateCells.Period(start.date(), end.date());
    DateCells.checkOrder(period, end.column(), problems);
    if (word.filter(said -> said.getKey() == Status.LEFT).isPresent()) {
      return new EmploymentStatus(Status.LEFT, word.get().getValue(), Validity.ALWAYS, period);
    }
    Validity bounds = validity(period, end.column());
    return switch (period.on(today)) {
      case ENDED -> new EmploymentStatus(Status.LEFT, end.column(), Validity.ALWAYS, period);
      case LATER -> new EmploymentStatus(Status.FUTURE, start.column(), bounds, period);
      default ->
          new EmploymentStatus(
              Status.ACTIVE, word.map(Map.Entry::getValue).orElse(status.column()), bounds, period);
    };
  }

  /** Whether nobody can tell which day a field comes to. */
  boolean isInDoubt(RosterField field, RowProblems problems) {
    return (field == RosterField.STARTS_ON ? startsOn : endsOn)
        .stream().anyMatch(feed -> problems.isInDoubt(feed.column()));
  }

  /**
   * The day that a row names. Where several columns may each be meant, they must not come to
   * different things today.
   */
  private Day day(List<FieldReader> feeds, DateCells.Use use, Row row, RowProblems problems) {
    Day chosen = new Day(Optional.empty(), feeds.isEmpty() ? -1 : feeds.get(0).column());
    for (int i = 0; i < feeds.size(); i++) {
      FieldReader feed = feeds.get(i);
      Day day = new Day(dates.read(Optional.of(feed), use, row, problems), feed.column());
      if (i > 0 && !problems.isOpen() && decides(day, use) != decides(chosen, use)) {
        addContradiction(chosen, day, problems);
      }
      chosen = i == 0 || chosen.date().isEmpty() ? day : chosen;
    }
    return chosen;
  }

  /** Whether somebody is not here today because of it. */
  private boolean decides(Day day, DateCells.Use use) {
    return day.date()
        .filter(date -> use == DateCells.Use.START ? date.isAfter(today) : date.isBefore(today))
        .isPresent();
  }

  private void addContradiction(Day one, Day other, RowProblems problems) {
    problems.add(
        other.column(),
        "%s here, but %s in %s"
            .formatted(
                words(other), words(one), CellText.quoted(place.columns().get(one.column()))),
        "correct one of them, or say under columns: which of the columns counts");
  }

  private static String words(Day day) {
    return day.date().map(LocalDate::toString).orElse("no day");
  }

  /** Few differ within a source, so that rows share them. */
  private Validity validity(DateCells.Period period, int column) {
    if (period.on(today) == Validity.Phase.LATER) {
      return validity.computeIfAbsent(period, days -> Validity.later(days, column));
    }
    return period
        .end()
        .map(
            end ->
                validity.computeIfAbsent(
                    new DateCells.Period(Optional.empty(), period.end()),
                    days -> Validity.until(end, column)))
        .orElse(Validity.ALWAYS);
  }
}
