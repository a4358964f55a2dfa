package dev.rollcall.source.mapping;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Profile;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.KnownLayout;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.columns.SecretColumns;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.columns.UnreadColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The row mapper of one source: turns its rows, one person or one assignment each, into person
 * records or rejects. The only place that knows column names.
 *
 * <p>Not for several threads at once: it remembers what cells came to.
 */
public final class RowMapper {

  private final MappingSettings mapping;
  private final Place place;
  private final Columns columns;
  private final RowOwner owner;
  private final Review review;
  private final NameColumns nameColumns;
  private final EmploymentColumns standing;
  private final ClaimReader claimReading;
  private final Set<RightsColumn> listColumns;
  private final RowRejection rejection;
  private final AttributeColumns attributeColumns;
  private final RowWidth width;
  private final RowSelector ownRows;
  private final FooterRows closingLines;
  private final LaterValues laterValues;
  private final boolean hasExample;
  private final DateCells dates;
  private final List<String> settling = new ArrayList<>();
  private PackedRows postponed = new PackedRows();

  /** Has the last word on what a row came to, knowing other rows. */
  @FunctionalInterface
  interface Review {
    MappedRow of(RowMapper mapper, Row row, MappedRow mapped);
  }

  private RowMapper(
      MappingSettings mapping, SourceProfile profile, Optional<RowOwner> owner, Review review) {
    this.mapping = mapping;
    this.place = profile.place();
    this.columns = Columns.of(mapping, profile);
    Optional<FieldReader> address = columns.one(RosterField.EMAIL);
    this.owner = owner.or(() -> address.map(this::addressColumn)).orElse(RowMapper::unowned);
    this.review = review;
    this.nameColumns = new NameColumns(columns);
    this.dates = new DateCells(mapping.dates(), place.columns());
    this.standing = new EmploymentColumns(columns, mapping, place, dates);
    this.claimReading = ClaimReader.of(columns, mapping, place, dates);
    this.listColumns = listColumns(columns);
    this.attributeColumns = new AttributeColumns(columns, mapping, place, dates);
    this.width =
        new RowWidth(columns, place, mapping.shape() == Shape.JOINED ? Optional.empty() : address);
    this.rejection =
        new RowRejection(
            mapping.source(), place, new SecretColumns(place.columns(), columns.layout()), width);
    this.ownRows = new RowSelector(mapping, columns, standing, attributeColumns);
    this.closingLines = new FooterRows(columns);
    this.laterValues = new LaterValues(columns);
    this.hasExample =
        columns.layout().filter(known -> known.has(KnownLayout.Trait.EXAMPLE_ROW)).isPresent();
  }

  /**
   * A mapper for rows of this place.
   *
   * @throws UnreadableSource with everything that is wrong about the mapping
   */
  public static RowMapper of(MappingSettings mapping, SourceProfile profile) {
    return reviewed(mapping, profile, (mapper, row, mapped) -> mapped);
  }

  /** One for rows of which nothing but the header is known. */
  public static RowMapper of(MappingSettings mapping, Place place) {
    return of(mapping, SourceProfile.at(place));
  }

  /** One whose rows somebody else looks at too. */
  static RowMapper reviewed(MappingSettings mapping, SourceProfile profile, Review review) {
    return new RowMapper(mapping, profile, Optional.empty(), review);
  }

  /** One for rows that are told by others whose they are. */
  static RowMapper joined(MappingSettings mapping, SourceProfile profile, RowOwner owner) {
    return new RowMapper(mapping, profile, Optional.of(owner), (mapper, row, mapped) -> mapped);
  }

  private RowOwner addressColumn(FieldReader address) {
    return new AddressColumn(
        address,
        new WrappedAddresses(place),
        mapping.shape() != Shape.PEOPLE,
        row -> rejection.mayShowSecrets(row));
  }

  private static Optional<Email> unowned(Row row, RowProblems problems) {
    throw new IllegalStateException("no column tells whose row this is");
  }

  private Set<RightsColumn> listColumns(Columns columns) {
    return Stream.concat(
            Stream.of(RightsColumn.GROUPS, RightsColumn.PROJECTS)
                .filter(column -> mapping.destination().isStated(column, columns)),
            columns.own().keySet().stream())
        .collect(toUnmodifiableSet());
  }

  /**
   * What was noticed about the columns and in their cells; complete once all rows are mapped and it
   * is settled.
   */
  public List<String> remarks() {
    return Stream.of(columns.remarks(), owner.remarks(), nameColumns.remarks(), settling)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * To be called when all rows were mapped: what was left open is settled now.
   *
   * @return the rows that were postponed, in order, to be mapped again; a second call gives none
   */
  public Iterable<Row> settle() {
    Iterable<Row> rows = postponed;
    if (settling.isEmpty()) {
      settling.addAll(dates.settle());
    }
    closingLines.settle();
    postponed = new PackedRows();
    return rows;
  }

  /** The columns that feed no roster field, those first that may be about one. */
  public List<UnreadColumn> unread() {
    return mapping.shape() == Shape.JOINED ? List.of() : columns.unread();
  }

  Place place() {
    return place;
  }

  /** The keys of the attributes that every person of the source has. */
  public List<String> attributes() {
    return mapping.shape() == Shape.JOINED ? List.of() : attributeColumns.names();
  }

  /** Whether the condition of the source may look at the attribute under this key. */
  public boolean looksAt(String key) {
    return mapping.belonging().where().filter(filter -> filter.looksAt(key)).isPresent();
  }

  /** The columns that feed a roster field, from 0. */
  public Set<Integer> usedColumns() {
    return Set.copyOf(columns.used());
  }

  /**
   * A person where everything about the row is right; else a reject with all that is wrong. Where
   * it is {@link MappedRow.Postponed}, the row is kept, and {@link #settle} gives it back.
   */
  public MappedRow map(Row row) {
    return review.of(this, row, mapped(row));
  }

  private MappedRow mapped(Row row) {
    if (closingLines.isToWait(row)) {
      return postponed(row, Optional.empty());
    }
    Optional<String> closing = closingLines.closing(row);
    return closing.isPresent() ? notOurs(row, LeftOutRow.Why.CLOSING, closing.get()) : read(row);
  }

  private MappedRow notOurs(Row row, LeftOutRow.Why why, String detail) {
    return new MappedRow.NotOurs(
        new LeftOutRow(
            mapping.source(), new Origin(place, row.line(), -1), Optional.empty(), why, detail));
  }

  private MappedRow postponed(Row row, Optional<Email> email) {
    postponed.add(row);
    return new MappedRow.Postponed(email);
  }

  private MappedRow read(Row row) {
    RowProblems problems = new RowProblems(place, row);
    boolean hasMoved = width.hasMoved(row);
    if (hasMoved) {
      width.addMoved(row, problems);
    }
    for (CellFlaw flaw : row.flaws()) {
      width.add(flaw, row, problems);
    }
    Optional<Email> email = owner.read(row, problems);
    if (problems.isOwnerLeftOut()) {
      return notOurs(row, LeftOutRow.Why.OWNER, "");
    }
    if (!hasMoved) {
      laterValues.add(row);
    }
    if (hasMoved || rejection.mayShowSecrets(row)) {
      // Whatever else looks wrong may only stand in the wrong column.
      return rejected(row, email, problems);
    }
    return read(row, email, problems);
  }

  private MappedRow read(Row row, Optional<Email> email, RowProblems problems) {
    String name = name(row, email, problems);
    if (hasExample && row.cells().get(0).stripLeading().startsWith("Example:")) {
      problems.add(-1, "this is the example of the template, no person", "remove the row");
    }
    int before = problems.all().size();
    EmploymentStatus stands = standing.read(row, problems);
    boolean isStandingClear = problems.all().size() == before && !problems.isOpen();
    RowClaims.Pattern claims = claimReading.read(row, problems);
    // A joined row says nothing about the person.
    Map<String, String> attributes =
        mapping.shape() == Shape.JOINED ? Map.of() : attributeColumns.read(row, problems);
    RowSelector.Address whoseRow =
        new RowSelector.Address(email, email.isEmpty() && owner.isMissing(row));
    Optional<LeftOutRow> leftOut =
        ownRows.leftOut(
            row,
            new RowSelector.Read(whoseRow, name, stands, isStandingClear, attributes),
            problems);
    if (leftOut.isPresent()) {
      return new MappedRow.NotOurs(leftOut.get());
    }
    if (problems.isOpen() && row.flaws().isEmpty()) {
      return postponed(row, email);
    }
    if (!problems.isEmpty()) {
      return rejected(row, email, problems);
    }
    Optional<Profile> parts = nameColumns.parts(row, name);
    return new MappedRow.Person(
        new PersonRecord(
            mapping.source(),
            email.orElseThrow(),
            name,
            parts.map(Profile::given).orElse(""),
            parts.map(Profile::family).orElse(""),
            stands.status(),
            attributes,
            mapping.shape() == Shape.PEOPLE ? listColumns : kinds(claims),
            claims.in(place, row.line()),
            place,
            row.line(),
            stands.column(),
            stands.validity()));
  }

  /** What the name columns say, else what is written beside the address. */
  private String name(Row row, Optional<Email> email, RowProblems problems) {
    String name = nameColumns.read(row, email, problems);
    return name.isEmpty() ? owner.nameBeside(row) : name;
  }

  /** The kinds that a row of assignments speaks about. */
  private static Set<RightsColumn> kinds(RowClaims.Pattern claims) {
    return claims.entitlements().stream()
        .flatMap(entitlement -> entitlement.kind().column().stream())
        .filter(column -> !column.equals(RightsColumn.ROLES))
        .findFirst()
        .map(Set::of)
        .orElse(Set.of());
  }

  MappedRow rejected(Row row, Optional<Email> email, RowProblems problems) {
    return rejection.of(row, email, problems, owner);
  }

  /** The row as it may be shown and handed back: without passwords. */
  public Row withoutSecrets(Row row) {
    return rejection.withoutSecrets(row);
  }
}
