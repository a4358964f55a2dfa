package dev.rollcall.source.mapping;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Place;
import dev.rollcall.source.RejectNotes;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Attributes;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.columns.SecretColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns that rules can see: every one with a header of its own but notes and passwords. What
 * rules compare as dates is read as such.
 */
final class AttributeColumns {

  private final int[] columns;
  private final Attributes.Keys keys;

  /** Which of the columns rules compare as dates. */
  private final int[] compared;

  private final Optional<FieldReader> employeeId;
  private final DateCells dates;

  AttributeColumns(Columns all, MappingSettings mapping, Place place, DateCells dates) {
    SecretColumns secrets = new SecretColumns(place.columns(), all.layout());
    this.dates = dates;
    this.employeeId = all.one(RosterField.EMPLOYEE_ID);
    this.columns =
        IntStream.range(0, place.columns().size())
            .filter(column -> !place.columns().get(column).isBlank())
            .filter(column -> !RejectNotes.isNote(place.columns().get(column)))
            .filter(column -> !secrets.contains(column))
            .filter(column -> isOnly(column, place.columns()))
            .toArray();
    this.keys = keys(all, place);
    this.compared =
        IntStream.range(0, columns.length)
            .filter(i -> mapping.isCompared(keys.names().get(i)))
            .toArray();
  }

  /** What two columns are called, means neither of them. */
  private static boolean isOnly(int column, List<String> headers) {
    String key = Attributes.key(headers.get(column));
    return headers.stream().filter(header -> Attributes.key(header).equals(key)).count() == 1;
  }

  /** The employee id is an attribute under its own name, whatever its header. */
  private Attributes.Keys keys(Columns all, Place place) {
    List<String> names = new ArrayList<>();
    for (int column : columns) {
      names.add(Attributes.key(place.columns().get(column)));
    }
    String id = RosterField.EMPLOYEE_ID.key();
    if (employeeId.isPresent() && !names.contains(id)) {
      names.add(id);
    }
    Set<Integer> identifying = all.used();
    employeeId.ifPresent(feed -> IntStream.of(feed.columns()).forEach(identifying::remove));
    return new Attributes.Keys(
        names,
        identifying.stream()
            .map(column -> Attributes.key(place.columns().get(column)))
            .collect(toUnmodifiableSet()),
        employeeId.map(feed -> Attributes.key(place.columns().get(feed.column()))).orElse(id));
  }

  /** The keys of the attributes that every row has. */
  List<String> names() {
    return keys.names();
  }

  /** Whether nobody can tell what the cell under a key means. */
  boolean isInDoubt(String key, Row row, RowProblems problems) {
    int position = keys.names().indexOf(key);
    if (position < 0 || position >= columns.length) {
      return false;
    }
    int column = columns[position];
    boolean isFlawed = row.flaws().stream().anyMatch(flaw -> flaw.column() == column);
    boolean isDay = IntStream.of(compared).anyMatch(i -> i == position);
    return isFlawed || isDay && problems.isInDoubt(column);
  }

  /** The attributes of a row. */
  Map<String, String> read(Row row, RowProblems problems) {
    String[] values = new String[keys.names().size()];
    for (int i = 0; i < columns.length; i++) {
      values[i] = row.cell(columns[i]);
    }
    for (int i : compared) {
      values[i] = day(columns[i], row, problems);
    }
    if (values.length > columns.length) {
      values[values.length - 1] = CellText.oneLine(employeeId.orElseThrow().text(row));
    }
    return new Attributes(keys, i -> values[i]);
  }

  /** A date as rules compare it: 2026-12-31, or blank. */
  private String day(int column, Row row, RowProblems problems) {
    return dates
        .read(Optional.of(FieldReader.of(column)), DateCells.Use.ATTRIBUTE, row, problems)
        .map(LocalDate::toString)
        .orElse("");
  }
}
