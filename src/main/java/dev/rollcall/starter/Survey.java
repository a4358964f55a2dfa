package dev.rollcall.starter;

import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.OwnHeaders;
import dev.rollcall.source.columns.RecognisedColumns;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.RowMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a look at a roster came to. */
final class Survey {

  /** More rows than this tell nothing new. */
  private static final int MOST_ROWS = 200_000;

  private static final int MOST_KEPT = 200;

  final List<RosterColumn> columns = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  final Questions questions = new Questions();
  final StatusChoice status = new StatusChoice(questions);
  final Map<String, SortedSet<String>> roles = new TreeMap<>();
  final SortedSet<String> groups = new TreeSet<>();
  final SortedSet<String> projects = new TreeSet<>();
  final Domains domains = new Domains();
  final ColumnChoice choice;
  int rows;
  int badRows;
  int withoutAddress;

  /** The keys of what rules can see of everybody. */
  List<String> attributeKeys = List.of();

  private final DetectedSource candidate;
  final Circumstances circumstances;
  final List<Row> kept = new ArrayList<>();
  private final RecognisedColumns recognised;
  private int nameless;

  private Survey(DetectedSource candidate, Circumstances circumstances) {
    this.candidate = candidate;
    this.circumstances = circumstances;
    candidate.questions().forEach(questions::ask);
    this.recognised = lookAtColumns();
    this.choice = new ColumnChoice(this, candidate, recognised);
  }

  /**
   * Looks at it, twice: at its columns, and at what they come to.
   *
   * @throws UnreadableSource where it cannot be read, has no rows, or no column of addresses
   */
  static Survey of(DetectedSource candidate, Circumstances circumstances) {
    Survey survey = new Survey(candidate, circumstances);
    survey.choose();
    survey.lookAtPeople();
    survey.askAboutNames();
    survey.domains.ask(survey.questions);
    return survey;
  }

  private RecognisedColumns lookAtColumns() {
    RecognisedColumns found;
    try (Source.Rows open = candidate.source().open()) {
      open.place()
          .columns()
          .forEach(header -> columns.add(new RosterColumn(header, circumstances.today())));
      for (Row row = open.next(); row != null && rows < MOST_ROWS; row = open.next()) {
        rows++;
        look(row);
      }
      found =
          RecognisedColumns.of(
              SourceProfile.of(open.place(), columns.stream().map(RosterColumn::values).toList()),
              destination());
      remarks.addAll(found.layout().map(name -> "recognised as " + name).stream().toList());
      remarks.addAll(open.remarks());
    }
    if (rows == 0) {
      throw new UnreadableSource(
          candidate.label(), "has no rows", "name a roster with people in it");
    }
    return found;
  }

  private void look(Row row) {
    for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
      columns.get(i).add(row.cells().get(i));
    }
    if (kept.size() < MOST_KEPT) {
      kept.add(row);
    }
  }

  private void choose() {
    choice.choose();
    if (!isOfKnownLayout()) {
      status.judge(of("status"));
    }
    List<RosterColumn> addresses = of("email");
    (addresses.isEmpty() ? columns : addresses).forEach(domains::add);
  }

  /** The columns that are read as a field. */
  private List<RosterColumn> of(String field) {
    List<String> headers = choice.headers.getOrDefault(field, List.of());
    return columns.stream().filter(column -> headers.contains(column.header())).toList();
  }

  /** Whether the columns are best left to what is known of the program they come from. */
  boolean isOfKnownLayout() {
    return recognised.layout().isPresent();
  }

  /** Whose tenant the roster is for, as far as it shows. */
  StandInVendor vendor() {
    return StandInVendor.of(RecognisedColumns.layout(headers()), headers());
  }

  /** The tenant in which the people are to hold rights. */
  Destination destination() {
    return circumstances.destinationOr(vendor());
  }

  /** Whether a row is one assignment. */
  boolean isOfAssignments() {
    return recognised.shape() == Shape.ASSIGNMENTS;
  }

  /** The columns that are left: what rules could be about. */
  List<RosterColumn> attributes() {
    List<String> left = recognised.unread().stream().map(unread -> unread.header()).toList();
    return columns.stream()
        .filter(column -> left.contains(column.header()) || isOffered(column.header()))
        .filter(RosterColumn::isShowable)
        .toList();
  }

  private boolean isOffered(String header) {
    return recognised.doubtful().values().stream().anyMatch(headers -> headers.contains(header));
  }

  private void lookAtPeople() {
    if (choice.isOpen()) {
      return;
    }
    try (Source.Rows open = candidate.source().open()) {
      RowMapper mapper = RowMapper.of(mapping(), open.place());
      attributeKeys = mapper.attributes();
      int seen = 0;
      for (Row row = open.next(); row != null && seen < MOST_ROWS; row = open.next()) {
        seen++;
        look(mapper.map(row));
      }
      mapper.settle().forEach(row -> look(mapper.map(row)));
    }
  }

  private void look(MappedRow mapped) {
    mapped.fold(
        person -> {
          nameless += person.name().isEmpty() ? 1 : 0;
          person.claims().forEach(claim -> claimed(claim.entitlement()));
          return true;
        },
        reject -> {
          badRows++;
          withoutAddress += reject.lacksAddress() ? 1 : 0;
          return false;
        },
        leftOut -> {
          rows--;
          return false;
        },
        later -> true);
  }

  private MappingSettings mapping() {
    Map<String, ColumnSpec> specs = columns();
    boolean usual = !specs.containsKey("status");
    return new MappingSettings(
        candidate.name(),
        specs,
        usual ? StatusWords.USUAL : status.words(),
        circumstances.today(),
        destination(),
        recognised.shape(),
        DateStyle.usual(),
        key -> false,
        RowSelection.ALL);
  }

  /** What the key {@code columns} says; empty where all is recognised. */
  Map<String, ColumnSpec> columns() {
    Map<String, ColumnSpec> specs = new LinkedHashMap<>();
    if (!isOfKnownLayout()) {
      choice.headers.forEach((field, headers) -> specs.put(field, spec(field, headers)));
      ownHeaders().forEach((way, headers) -> specs.put(way, ColumnSpec.of(headers)));
    }
    return specs;
  }

  /** The headers in the vendor's own words, by what they feed. */
  Map<String, List<String>> ownHeaders() {
    Map<String, List<String>> own = new LinkedHashMap<>();
    List<String> headers = headers();
    new OwnHeaders(destination().vocabulary())
        .of(headers)
        .forEach(
            (way, at) ->
                own.put(
                    way.within()
                        .map(container -> container.kind().noun() + "." + container)
                        .orElse(way.key()),
                    at.stream().map(headers::get).toList()));
    return own;
  }

  private static ColumnSpec spec(String field, List<String> headers) {
    return field.equals("name") && headers.size() > 1
        ? ColumnSpec.of(NameChoice.template(headers.get(0), headers.get(1)))
        : ColumnSpec.of(headers);
  }

  /** What stands above the columns. */
  List<String> headers() {
    return columns.stream().map(RosterColumn::header).toList();
  }

  /** What the rows are about, as the key {@code shape} says it. */
  Shape shape() {
    return isOfAssignments() ? Shape.ASSIGNMENTS : Shape.PEOPLE;
  }

  private void claimed(Entitlement entitlement) {
    RightsColumn column = entitlement.kind().column().orElseThrow();
    if (column.equals(RightsColumn.ROLES)) {
      roles
          .computeIfAbsent(entitlement.on().name(), key -> new TreeSet<>())
          .add(entitlement.level().orElseThrow());
    } else if (column.equals(RightsColumn.GROUPS)) {
      groups.add(entitlement.on().name());
    } else if (column.equals(RightsColumn.PROJECTS)) {
      projects.add(entitlement.on().name());
    }
  }

  private void askAboutNames() {
    boolean hasNames =
        isOfKnownLayout()
            || choice.headers.containsKey("name")
            || choice.mapping.containsKey("name");
    if (isOfAssignments() || hasNames && nameless == 0) {
      return;
    }
    if (!hasNames && (nameless > 0 || choice.isOpen())) {
      questions.ask(
          "Which column is the name? None is known to be; without one people are invited without"
              + " their names. Write name: under columns:.");
    } else if (nameless > 0) {
      questions.ask(
          "What are %d of the %d people called? Their name is blank, an address or a handle; they would be invited without one."
              .formatted(nameless, rows - badRows));
    }
  }
}
