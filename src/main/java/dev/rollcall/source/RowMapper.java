package dev.rollcall.source;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns the rows of one source, one person or one assignment each, into person records or rejects.
 * The only place that knows column names.
 *
 * <p>Not for several threads at once: it remembers what cells came to.
 */
public final class RowMapper implements Mapper {

  /** Within the user names that Microsoft Entra makes for guests. */
  private static final String GUEST = "#ext#@";

  private static final Set<Managed.Column> GROUPS = Set.of(Managed.Column.GROUPS);
  private static final Set<Managed.Column> PROJECTS = Set.of(Managed.Column.PROJECTS);

  private final RowMapping mapping;
  private final Place place;
  private final Columns columns;
  private final Optional<Feed> address;
  private final DressedAddresses dressed;
  private final Optional<Whose> whose;
  private final NameColumns nameColumns;
  private final StandingColumns standing;
  private final ClaimReading claimReading;
  private final Set<Managed.Column> listColumns;
  private final SecretColumns secrets;
  private final AttributeColumns attributeColumns;
  private final RowWidth width;
  private final OwnRows ownRows;
  private final ClosingLines closingLines;
  private final LaterValues laterValues;
  private final boolean hasExample;
  private final Dates dates;
  private final List<String> settling = new ArrayList<>();
  private PackedRows postponed = new PackedRows();
  private final Map<Email, Email> people = new HashMap<>();

  private RowMapper(RowMapping mapping, Glance glance, Optional<Whose> whose) {
    this.mapping = mapping;
    this.place = glance.place();
    this.columns = Columns.of(mapping, glance);
    this.address = columns.one(RosterField.EMAIL);
    this.dressed = new DressedAddresses(place);
    this.whose = whose;
    this.nameColumns = new NameColumns(columns);
    this.dates = new Dates(mapping.dates(), place.columns());
    this.standing = new StandingColumns(columns, mapping, place, dates);
    this.claimReading = new ClaimReading(claimColumns(mapping, place, columns));
    this.listColumns = listColumns(columns);
    this.secrets = new SecretColumns(place.columns(), columns.layout());
    this.attributeColumns = new AttributeColumns(columns, mapping, place, dates);
    this.width =
        new RowWidth(columns, place, mapping.shape() == Shape.JOINED ? Optional.empty() : address);
    this.ownRows = new OwnRows(mapping, columns, standing, attributeColumns);
    this.closingLines = new ClosingLines(columns);
    this.laterValues = new LaterValues(columns);
    this.hasExample =
        columns.layout().filter(known -> known.has(KnownLayout.Trait.EXAMPLE_ROW)).isPresent();
  }

  /**
   * A mapper for rows of this place.
   *
   * @throws UnreadableSource with everything that is wrong about the mapping
   */
  public static RowMapper of(RowMapping mapping, Glance glance) {
    return new RowMapper(mapping, glance, Optional.empty());
  }

  /** One for rows of which nothing but the header is known. */
  public static RowMapper of(RowMapping mapping, Place place) {
    return of(mapping, Glance.at(place));
  }

  /** One for rows that are told by others whose they are. */
  static RowMapper joined(RowMapping mapping, Glance glance, Whose whose) {
    return new RowMapper(mapping, glance, Optional.of(whose));
  }

  /** Those that the source has. */
  private List<ClaimColumns> claimColumns(RowMapping mapping, Place place, Columns columns) {
    if (mapping.shape() != Shape.PEOPLE) {
      return List.of(new AssignmentColumns(columns, mapping, place, dates));
    }
    List<ClaimColumns> present = new ArrayList<>();
    present.add(new RoleColumns(columns, mapping.environments(), place));
    if (columns.has(RosterField.GROUPS)) {
      present.add(new GroupColumns(columns, place));
    }
    if (columns.has(RosterField.PROJECTS)) {
      present.add(new ProjectColumns(columns, mapping.environments(), place));
    }
    return List.copyOf(present);
  }

  private static Set<Managed.Column> listColumns(Columns columns) {
    EnumSet<Managed.Column> present = EnumSet.noneOf(Managed.Column.class);
    if (columns.has(RosterField.GROUPS)) {
      present.add(Managed.Column.GROUPS);
    }
    if (columns.has(RosterField.PROJECTS)) {
      present.add(Managed.Column.PROJECTS);
    }
    return Set.copyOf(present);
  }

  @Override
  public List<String> remarks() {
    return Stream.of(columns.remarks(), dressed.remarks(), nameColumns.remarks(), settling)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Iterable<Row> settle() {
    Iterable<Row> rows = postponed;
    if (settling.isEmpty()) {
      settling.addAll(dates.settle());
    }
    closingLines.settle();
    postponed = new PackedRows();
    return rows;
  }

  @Override
  public List<Unread> unread() {
    return mapping.shape() == Shape.JOINED ? List.of() : columns.unread();
  }

  /** The keys of the attributes that every person of the source has. */
  @Override
  public List<String> attributes() {
    return mapping.shape() == Shape.JOINED ? List.of() : attributeColumns.names();
  }

  @Override
  public boolean looksAt(String key) {
    return mapping.belonging().where().filter(filter -> filter.looksAt(key)).isPresent();
  }

  /** The columns that feed a roster field, from 0. */
  @Override
  public Set<Integer> usedColumns() {
    return Set.copyOf(columns.used());
  }

  /** A person where everything about the row is right; else a reject with all that is wrong. */
  @Override
  public Mapped map(Row row) {
    if (closingLines.isToWait(row)) {
      return postponed(row, Optional.empty());
    }
    return closingLines
        .closing(row)
        .<Mapped>map(text -> notOurs(row, LeftOut.Why.CLOSING, text))
        .orElseGet(() -> read(row));
  }

  private Mapped notOurs(Row row, LeftOut.Why why, String detail) {
    return new Mapped.NotOurs(
        new LeftOut(
            mapping.source(), new Origin(place, row.line(), -1), Optional.empty(), why, detail));
  }

  private Mapped postponed(Row row, Optional<Email> email) {
    postponed.add(row);
    return new Mapped.Postponed(email);
  }

  private Mapped read(Row row) {
    RowProblems problems = new RowProblems(place, row);
    boolean hasMoved = width.hasMoved(row);
    if (hasMoved) {
      width.addMoved(row, problems);
    }
    for (Flaw flaw : row.flaws()) {
      width.add(flaw, row, problems);
    }
    Optional<Email> email = email(row, problems);
    if (problems.isOwnerLeftOut()) {
      return notOurs(row, LeftOut.Why.OWNER, "");
    }
    if (!hasMoved) {
      laterValues.add(row);
    }
    if (hasMoved || mayShowSecrets(row)) {
      // Whatever else looks wrong may only stand in the wrong column.
      return rejected(row, email, problems);
    }
    return read(row, email, problems);
  }

  private Mapped read(Row row, Optional<Email> email, RowProblems problems) {
    String name = name(row, email, problems);
    if (hasExample && row.cells().get(0).stripLeading().startsWith("Example:")) {
      problems.add(-1, "this is the example of the template, no person", "remove the row");
    }
    int before = problems.all().size();
    Standing stands = standing.read(row, problems);
    boolean isStandingClear = problems.all().size() == before && !problems.isOpen();
    RowClaims.Pattern claims = claimReading.read(row, problems);
    // A joined row says nothing about the person.
    Map<String, String> attributes =
        mapping.shape() == Shape.JOINED ? Map.of() : attributeColumns.read(row, problems);
    OwnRows.Address whoseRow = new OwnRows.Address(email, lacksAddress(row));
    Optional<LeftOut> leftOut =
        ownRows.leftOut(
            row, new OwnRows.Read(whoseRow, name, stands, isStandingClear, attributes), problems);
    if (leftOut.isPresent()) {
      return new Mapped.NotOurs(leftOut.get());
    }
    if (problems.isOpen() && row.flaws().isEmpty()) {
      return postponed(row, email);
    }
    if (!problems.isEmpty()) {
      return rejected(row, email, problems);
    }
    return new Mapped.Person(
        new PersonRecord(
            mapping.source(),
            email.orElseThrow(),
            name,
            stands.status(),
            attributes,
            mapping.shape() == Shape.PEOPLE ? listColumns : kinds(claims),
            claims.in(place, row.line()),
            place,
            row.line(),
            stands.column(),
            stands.terms()));
  }

  /** Whether there is no address, rather than one that cannot be read. */
  private boolean lacksAddress(Row row) {
    return whose.isEmpty()
        && address
            .filter(feed -> row.flaws().stream().noneMatch(flaw -> isOf(flaw, feed)))
            .filter(feed -> Addresses.isNone(feed.text(row)))
            .isPresent();
  }

  /** A cell may be an error, or a formula without a result. */
  private static boolean isOf(Flaw flaw, Feed feed) {
    return flaw.column() < 0
        || IntStream.of(feed.columns()).anyMatch(column -> column == flaw.column());
  }

  /** What the name columns say, else what is written beside the address. */
  private String name(Row row, Optional<Email> email, RowProblems problems) {
    String name = nameColumns.read(row, email, problems);
    return name.isEmpty() && address.isPresent() && whose.isEmpty()
        ? Addresses.beside(address.get().text(row))
        : name;
  }

  /** The kinds that a row of assignments speaks about. */
  private static Set<Managed.Column> kinds(RowClaims.Pattern claims) {
    for (Entitlement entitlement : claims.entitlements()) {
      if (entitlement instanceof Entitlement.GroupMembership) {
        return GROUPS;
      }
      if (entitlement instanceof Entitlement.ProjectRole) {
        return PROJECTS;
      }
    }
    return Set.of();
  }

  private Mapped rejected(Row row, Optional<Email> email, RowProblems problems) {
    Optional<Email> sure = problems.isUnsureWhose() ? Optional.empty() : email;
    return new Mapped.Rejected(
        new Reject(
            mapping.source(),
            place.columns(),
            // A cell that has swallowed other rows has their passwords too.
            problems.isUnsureWhose() ? secrets.withoutAnywhere(row) : withoutSecrets(row),
            sure,
            problems.all(),
            sure.isEmpty() && problems.couldBeAnybodys(),
            !problems.isUnsureWhose() && lacksAddress(row)));
  }

  @Override
  public Row withoutSecrets(Row row) {
    return mayShowSecrets(row) ? secrets.withoutAnywhere(row) : secrets.without(row);
  }

  /** Whether a password may stand in any cell of the row, as where cells have moved. */
  private boolean mayShowSecrets(Row row) {
    return !secrets.areNone()
        && (width.hasMoved(row) || row.flaws().stream().anyMatch(flaw -> flaw.column() < 0));
  }

  private Optional<Email> email(Row row, RowProblems problems) {
    if (whose.isPresent()) {
      return whose.get().read(row, problems);
    }
    Feed feed = address.orElseThrow();
    try {
      Email email = dressed.parse(feed, row);
      if (email.address().contains(GUEST)) {
        problems.add(
            feed.column(),
            Cells.quoted(email.address()) + " is the user name of a guest, no address",
            "write the guest's own address");
        return Optional.empty();
      }
      return Optional.of(mapping.shape() == Shape.PEOPLE ? email : known(email));
    } catch (MalformedEmail e) {
      problems.add(
          feed.column(),
          mayShowSecrets(row) ? "here is no e-mail address" : e.getMessage(),
          lacksAddress(row)
              ? "write it, or say that such rows are nobody of yours: without-address: ignore, or"
                  + " where:"
              : "write one address like jane@example.com");
      return Optional.empty();
    }
  }

  /** The rows of a person share their address. */
  private Email known(Email email) {
    return people.computeIfAbsent(email, same -> same);
  }
}
