package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Email;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.gather.DeclaredSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are one assignment each, on 1 July 2026, with the environments dev and prod. */
class AssignmentsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final String HEADER = "Email|Name|Kind|Target|Environment|Role|Starts on|Ends on";
  private static final Email ANA = new Email("ana@example.com");
  private static final Email BEN = new Email("ben@example.com");

  private final List<MappedRow> rows = new ArrayList<>();

  @Test
  void gathersTheRowsOfAPerson() {
    read(
        """
        ana@example.com|Ana Silva|environment role||dev|Member||
        Ana@Example.com||group|Finance||||
        ana@example.com||project|Billing|prod|Builder||
        """);

    PersonRecord ana = person(gathered());

    assertThat(ana.name()).isEqualTo("Ana Silva");
    assertThat(ana.status()).isEqualTo(Status.ACTIVE);
    assertThat(granted(ana)).containsExactly("dev Member", "group Finance", "Billing@prod Builder");
    assertThat(ana.claims())
        .extracting(claim -> claim.because().origin().toString())
        .containsExactly("roles.csv:2 (Role)", "roles.csv:3 (Target)", "roles.csv:4 (Role)");
    assertThat(gathered().remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "environment role||dev|Member      / dev Member",
        "role||DEV|Member                  / dev Member",
        "Environment-Role||dev; prod|Admin / dev Admin, prod Admin",
        "role|||Member                     / dev Member, prod Member",
        "role||all|Member                  / dev Member, prod Member",
        "role|prod||Member                 / prod Member",
        "role|Admin|prod|                  / prod Admin",
        "role||prod|no access              / prod No access",
        "Group membership|Ops||            / group Ops",
        "groups|Ops||                      / group Ops",
        "Project role|Close||Builder       / Close@dev Builder, Close@prod Builder",
        "project|Close|prod|No access      / Close@prod No access"
      })
  void understandsKinds(String cells, String granted) {
    read("ana@example.com||" + cells.strip() + "||");

    assertThat(String.join(", ", granted(person(gathered())))).isEqualTo(granted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "gruop|Ops||              / (Kind)        / \"gruop\" is no kind of assignment; did you mean \"group\"?",
        "|Ops||                   / (Kind)        / the kind is blank",
        "group|||                 / (Target)      / names no group",
        "group|Ops||Member        / (Role)        / a group has no role, but here is \"Member\"",
        "group|Ops|prod|          / (Environment) / a group is the same in every environment",
        "group|Ops;Finance||      / (Target)      / write a row for each",
        "project|Billing|prod|    / (Role)        / names no role",
        "project||prod|Builder    / (Target)      / names no project",
        "role||dev|               / (Role)        / names no role",
        "role|dev||               / (Role)        / names no role",
        "role|Billing|dev|Builder / (Target)      / is the kind project?",
        "role||pord|Member        / (Environment) / did you mean \"prod\"?"
      })
  void holdsWhoeverHasAnAssignmentThatCannotBe(String cells, String where, String what) {
    read("ana@example.com||" + cells.strip() + "||\nben@example.com||group|Ops||||");

    Gathered gathered = gathered();

    assertThat(gathered.problems())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .contains("roles.csv:2 " + where.strip(), what.strip());
    assertThat(gathered.held()).containsOnlyKeys(ANA);
    assertThat(gathered.anybodyMayBeMissing()).isFalse();
  }

  @Test
  void tellsTwoRolesInOneEnvironmentWithBothCells() {
    read(
        """
        ana@example.com||role||prod|Member||
        ana@example.com||role||prod|Admin||
        ben@example.com||project|Billing|dev|Builder||
        ben@example.com||project|Billing|dev|Viewer||
        """);

    assertThat(gathered().held()).containsOnlyKeys(ANA, BEN);
    assertThat(gathered().held().get(ANA))
        .contains("roles.csv:2 (Role)", "\"Member\"", "\"Admin\"", "roles.csv:3 (Role)");
    assertThat(gathered().held().get(BEN)).contains("Billing@dev", "roles.csv:5 (Role)");
  }

  @Test
  void takesRepetitionsAsOne() {
    read(
        """
        ana@example.com||role||prod|Member||
        ana@example.com||role||prod|Member||
        ana@example.com||group|Ops||||
        ana@example.com||group|Ops||||
        """);

    assertThat(gathered().problems()).isEmpty();
    assertThat(granted(person(gathered()))).containsExactly("prod Member", "group Ops");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void letsANamedEnvironmentGoBeforeEveryOne(boolean specificFirst) {
    String every = "ana@example.com||role|||Member||";
    String prod = "ana@example.com||role||prod|Admin||";
    read(specificFirst ? prod + "\n" + every : every + "\n" + prod);

    assertThat(gathered().problems()).isEmpty();
    assertThat(granted(person(gathered()))).containsExactlyInAnyOrder("dev Member", "prod Admin");
  }

  @Test
  void grantsOnlyBetweenTheDates() {
    read(
        """
        ana@example.com||group|Over||||2026-06-30
        ana@example.com||group|Last day||||2026-07-01
        ana@example.com||group|First day|||2026-07-01|2026-07-01
        ana@example.com||group|Later|||2026-07-02|
        """);

    PersonRecord ana = person(gathered());

    assertThat(ana.status()).isEqualTo(Status.ACTIVE);
    assertThat(granted(ana)).containsExactly("group Last day", "group First day");
    assertThat(ana.columns()).containsExactly(RightsColumn.GROUPS);
  }

  @Test
  void seesNoContradictionBetweenRolesAtDifferentTimes() {
    read(
        """
        ana@example.com||role||prod|Member||2026-06-30
        ana@example.com||role||prod|Admin|2026-07-01|2026-12-31
        ana@example.com||role||prod|Viewer|2027-01-01|
        """);

    assertThat(gathered().problems()).isEmpty();
    assertThat(granted(person(gathered()))).containsExactly("prod Admin");
  }

  @Test
  void takesTheLongerOfTwoPeriods() {
    read(
        """
        ana@example.com||group|Ops||||2026-07-05
        ana@example.com||group|Ops||||
        """);

    assertThat(person(gathered()).claims())
        .singleElement()
        .satisfies(claim -> assertThat(claim.validity().endsOn()).isEmpty());
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    read("ana@example.com||group|Ops|||2026-07-02|2026-07-01");

    assertThat(gathered().held().get(ANA)).contains("roles.csv:2 (Ends on)", "before the first");
  }

  @Test
  void managesTheKindsThatOccurForEverybodyInTheSource() {
    read(
        """
        ana@example.com||group|Ops||||
        ben@example.com||role||dev|Member||
        """);

    assertThat(gathered().people())
        .extracting(PersonRecord::columns)
        .allSatisfy(columns -> assertThat(columns).containsExactly(RightsColumn.GROUPS));
  }

  @Test
  void managesNothingWhereALostRowCouldBeAnybodys() {
    read(
        """
        ana@example.com||group|Ops||||
        ||group|Finance||||
        """);

    Gathered gathered = gathered();

    assertThat(gathered.people()).allSatisfy(each -> assertThat(each.columns()).isEmpty());
    assertThat(gathered.anybodyMayBeMissing()).isTrue();
  }

  @Test
  void needsToKnowTheKind() {
    assertThatThrownBy(() -> mapper("Email|Target|Role"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("of which kind an assignment is")
        .hasMessageContaining("environment role, group, project");
  }

  @Test
  void readsColumnsAsMapped() {
    Map<String, ColumnSpec> columns =
        Map.of(
            "email", ColumnSpec.of("Login"),
            "kind", ColumnSpec.of("What"),
            "target", ColumnSpec.of("{Team} {Squad}"));
    MappedRow mapped =
        RowMapper.of(mapping(columns, Shape.ASSIGNMENTS), place("Login|What|Team|Squad"))
            .map(row(2, "ana@example.com|group|Red|One"));

    assertThat(granted(mapped.fold(person -> person, reject -> null, row -> null, later -> null)))
        .containsExactly("group Red One");
  }

  @ParameterizedTest
  @CsvSource({"groups,ASSIGNMENTS", "role.dev,ASSIGNMENTS", "kind,PEOPLE"})
  void refusesFieldsOfTheOtherShape(String field, Shape shape) {
    Map<String, ColumnSpec> columns =
        Map.of("email", ColumnSpec.of("Email"), field, ColumnSpec.of("Target"));

    assertThatThrownBy(() -> RowMapper.of(mapping(columns, shape), place(HEADER)))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("columns." + field + " is no field of rows that are");
  }

  @Test
  void leavesTheHeadersOfAssignmentsAloneAmongPeople() {
    RowMapper mapper =
        RowMapper.of(mapping(Map.of(), Shape.PEOPLE), place("Email|Kind|Target|Environment"));

    PersonRecord ana =
        mapper
            .map(row(2, "ana@example.com|full time|x|prod"))
            .fold(person -> person, r -> null, leftOut -> null, later -> null);

    assertThat(ana.claims()).isEmpty();
    assertThat(ana.attributes()).containsEntry("kind", "full time");
  }

  @Test
  void asksForTheShapeWhereAssignmentsWouldBeReadAsPeople() {
    assertThatThrownBy(
            () ->
                RowMapper.of(
                    mapping(Map.of(), Shape.PEOPLE), place("Email|Kind|Target|Environment|Role")))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("look like assignments")
        .hasMessageContaining("shape: assignments");
  }

  private void read(String lines) {
    RowMapper mapper = mapper(HEADER);
    int line = 2;
    for (String cells : lines.strip().split("\n")) {
      rows.add(mapper.map(row(line++, cells)));
    }
  }

  private static RowMapper mapper(String header) {
    return RowMapper.of(mapping(Map.of(), Shape.ASSIGNMENTS), place(header));
  }

  private static MappingSettings mapping(Map<String, ColumnSpec> columns, Shape shape) {
    return Given.mapping(
        "roles", columns, StatusWords.USUAL, TODAY, WorkatoTerms.destination("dev", "prod"), shape);
  }

  private static Place place(String header) {
    return new Place("roles.csv", Place.Style.LINE, List.of(header.split("\\|", -1)));
  }

  private static Row row(int line, String cells) {
    return new Row(line, Arrays.asList(cells.split("\\|", -1)));
  }

  private Gathered gathered() {
    Gathering gathering =
        new Gathering(
            List.of(new DeclaredSource("roles", Shape.ASSIGNMENTS, OnConflict.PROBLEM)),
            key -> true);
    rows.forEach(gathering::add);
    return gathering.gathered();
  }

  private static PersonRecord person(Gathered gathered) {
    assertThat(gathered.problems()).isEmpty();
    assertThat(gathered.people()).hasSize(1);
    return gathered.people().get(0);
  }

  private static List<String> granted(PersonRecord person) {
    return person.claims().stream()
        .filter(Claim::holds)
        .map(claim -> claim.entitlement().toString())
        .toList();
  }
}
