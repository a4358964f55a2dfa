package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Attributes;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.DoubtfulCell;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.columns.RowFilter;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The row selector: tells which rows of a source are about nobody of ours, once they are read. */
final class RowSelector {

  private static final String EMAIL = "email";
  private static final String NAME = "name";
  private static final String STATUS = "status";

  private final String source;
  private final Place place;
  private final RowSelection belonging;
  private final EmploymentColumns standing;
  private final AttributeColumns attributes;

  /** The keys of the columns that the address is read from. */
  private final Set<String> addresses = new TreeSet<>();

  private final Set<String> fields = new TreeSet<>(Set.of(EMAIL, NAME, STATUS));

  /**
   * What a row was read as.
   *
   * @param lacksAddress there is none, rather than one that cannot be read
   * @param isStandingClear whether it can be told where the person stands
   */
  record Read(
      Address address,
      String name,
      EmploymentStatus stands,
      boolean isStandingClear,
      Map<String, String> attributes) {

    Optional<Email> email() {
      return address.email();
    }
  }

  /**
   * RowOwner a row is.
   *
   * @param isMissing there is none, rather than one that cannot be read
   */
  record Address(Optional<Email> email, boolean isMissing) {}

  /**
   * Those of a source.
   *
   * @throws UnreadableSource where the condition names what the source has not
   */
  RowSelector(
      MappingSettings mapping,
      Columns columns,
      EmploymentColumns standing,
      AttributeColumns attributes) {
    this.source = mapping.source();
    this.place = columns.profile().place();
    this.belonging = mapping.belonging();
    this.standing = standing;
    this.attributes = attributes;
    columns
        .one(RosterField.EMAIL)
        .ifPresent(
            feed ->
                IntStream.of(feed.columns())
                    .mapToObj(place.columns()::get)
                    .map(Attributes::key)
                    .forEach(addresses::add));
    List.of(RosterField.STARTS_ON, RosterField.ENDS_ON).stream()
        .filter(field -> mapping.shape() == Shape.PEOPLE && columns.has(field))
        .forEach(field -> fields.addAll(names(field)));
    List<Problem> unknown =
        belonging
            .where()
            .map(filter -> filter.unknown(fields, attributes.names()))
            .orElse(List.of());
    if (!unknown.isEmpty()) {
      throw new UnreadableSource(unknown);
    }
  }

  private static List<String> names(RosterField field) {
    return List.of(field.key(), field.key().replace('-', '_'));
  }

  /** Why the row does not count; empty where it does, or where nobody can tell. */
  Optional<LeftOutRow> leftOut(Row row, Read read, RowProblems problems) {
    if (belonging.where().isPresent() && isSound(row)) {
      RowFilter filter = belonging.where().get();
      if (!counts(filter, row, read, problems)) {
        return Optional.of(
            new LeftOutRow(source, origin(row), read.email(), LeftOutRow.Why.WHERE, filter.told()));
      }
    }
    boolean ignored =
        read.address().isMissing()
            && belonging.withoutAddress() == RowSelection.WithoutAddress.IGNORE;
    return ignored
        ? Optional.of(
            new LeftOutRow(
                source, origin(row), Optional.empty(), LeftOutRow.Why.WITHOUT_ADDRESS, ""))
        : Optional.empty();
  }

  private static boolean isSound(Row row) {
    return row.flaws().stream().allMatch(flaw -> flaw.column() >= 0);
  }

  private Origin origin(Row row) {
    return new Origin(place, row.line(), -1);
  }

  private boolean counts(RowFilter filter, Row row, Read read, RowProblems problems) {
    List<Problem> wrong = new ArrayList<>();
    boolean counts =
        filter
            .counts(
                new RowView(fields, name -> field(name, read, problems)),
                new RowView(
                    read.attributes().keySet(), name -> attribute(name, row, read, problems)),
                origin(row),
                wrong)
            .orElse(true);
    wrong.forEach(problems::add);
    return counts;
  }

  private String attribute(String name, Row row, Read read, RowProblems problems) {
    boolean isUnreadAddress =
        read.email().isEmpty() && !read.address().isMissing() && addresses.contains(name);
    if (isUnreadAddress || attributes.isInDoubt(name, row, problems)) {
      throw new DoubtfulCell(name);
    }
    String value = read.attributes().get(name);
    return value == null ? "" : value;
  }

  private String field(String name, Read read, RowProblems problems) {
    return switch (name) {
      case EMAIL -> email(read);
      case NAME -> read.name();
      case STATUS -> status(read);
      default -> day(name, read, problems);
    };
  }

  private static String email(Read read) {
    if (read.email().isEmpty() && !read.address().isMissing()) {
      throw new DoubtfulCell(EMAIL);
    }
    return read.email().map(Email::address).orElse("");
  }

  private static String status(Read read) {
    if (!read.isStandingClear()) {
      throw new DoubtfulCell(STATUS);
    }
    return read.stands().status().name().toLowerCase(Locale.ROOT);
  }

  private String day(String name, Read read, RowProblems problems) {
    boolean isStart = name.startsWith("starts");
    RosterField field = isStart ? RosterField.STARTS_ON : RosterField.ENDS_ON;
    if (standing.isInDoubt(field, problems)) {
      throw new DoubtfulCell(name);
    }
    DateCells.Period period = read.stands().period();
    return (isStart ? period.start() : period.end()).map(LocalDate::toString).orElse("");
  }
}
