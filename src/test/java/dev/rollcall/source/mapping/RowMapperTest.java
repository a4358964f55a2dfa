package dev.rollcall.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Email;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.columns.UnreadColumn;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowMapperTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final Destination ENVIRONMENTS = WorkatoTerms.destination("dev", "prod");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Email",
        "Work Email",
        "E-mail",
        "E-mail Address",
        "EMAIL_ADDRESS",
        "userName",
        "User Principal Name",
        "Mail",
        "work e-mail"
      })
  void recognisesTheAddress(String header) {
    assertThat(person(header, "Jane@Example.com").email()).isEqualTo(jane());
  }

  @Test
  void prefersTheAddressToTheUserName() {
    assertThat(person("userName | Email", "jdoe@example.org | jane@example.com").email())
        .isEqualTo(jane());
  }

  @Test
  void asksWhichOfTwoAddressesIsMeant() {
    assertThatThrownBy(() -> mapper("Email | Work Email"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("\"Email\" and \"Work Email\"");
  }

  @Test
  void listsTheHeadersWhereNoneIsAnAddress() {
    assertThatThrownBy(() -> mapper("Name | Contact"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("\"Name\", \"Contact\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "Full Name / Jane Doe / Jane Doe",
        "Given Name | Surname / Jane | Doe / Jane Doe",
        "Name | First Name | Last name / | Jane | Doe / Jane Doe",
        "Display Name / Jane   Doe / Jane Doe"
      })
  void readsTheName(String headers, String cells, String name) {
    assertThat(person("Email | " + headers, "jane@example.com | " + cells).name()).isEqualTo(name);
  }

  @Test
  void findsWhatManyRowsSayInTheCellsOfEach() {
    RowMapper mapper = mapper("Email | DEV role | Groups");

    for (int line = 2; line < 100; line++) {
      String groups = line % 2 == 0 ? "Ops; IT" : "IT";
      MappedRow mapped = mapper.map(new Row(line, List.of("jane@example.com", "Admin", groups)));

      int expected = line;
      assertThat(
              mapped.fold(
                  PersonRecord::claims,
                  reject -> List.<Claim>of(),
                  leftOut -> List.<Claim>of(),
                  later -> List.<Claim>of()))
          .hasSize(line % 2 == 0 ? 3 : 2)
          .allSatisfy(claim -> assertThat(claim.because().origin().row()).isEqualTo(expected));
    }
  }

  @Test
  void refusesTheSameWrongCellsInEveryRow() {
    RowMapper mapper = mapper("Email | DEV role");

    for (int line = 2; line < 10; line++) {
      MappedRow mapped = mapper.map(new Row(line, List.of("jane@example.com", "Admin; Member")));

      int expected = line;
      assertThat(
              mapped.fold(
                  person -> List.<Problem>of(),
                  Reject::problems,
                  leftOut -> List.<Problem>of(),
                  later -> List.<Problem>of()))
          .singleElement()
          .satisfies(problem -> assertThat(problem.where()).contains(":" + expected));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEV role", "Role (dev)", "role.dev", "dev role", "Role: Dev"})
  void recognisesTheRoleInOneEnvironment(String header) {
    assertThat(claims("Email | " + header, "jane@example.com | Admin"))
        .containsExactly("dev Admin");
  }

  @Test
  void givesARoleInEveryEnvironmentUnlessOneHasItsOwn() {
    String headers = "Email | Role | Prod role";

    assertThat(claims(headers, "jane@example.com | Member | Admin"))
        .containsExactly("dev Member", "prod Admin");
    assertThat(claims(headers, "jane@example.com | Member | "))
        .containsExactly("dev Member", "prod Member");
    assertThat(claims(headers, "jane@example.com |  | ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"No access", "no-access", "NO_ACCESS", "NoAccess"})
  void takesNoAccessAsAStatement(String cell) {
    PersonRecord person = person("Email | Dev role", "jane@example.com | " + cell);

    assertThat(person.claims())
        .singleElement()
        .satisfies(claim -> assertThat(claim.entitlement().isNoAccess()).isTrue());
  }

  @Test
  void splitsGroupsAndNamesTheirCell() {
    PersonRecord person = person("Email | Groups", "jane@example.com | Ops; ;Finance\nOps");

    assertThat(person.claims())
        .extracting(claim -> claim.entitlement() + " " + claim.because().origin())
        .containsExactly("group Ops hr.csv:7 (Groups)", "group Finance hr.csv:7 (Groups)");
    assertThat(person.columns()).containsExactly(RightsColumn.GROUPS);
  }

  @Test
  void managesGroupsWhereTheCellIsBlankButNotWithoutTheColumn() {
    assertThat(person("Email | Groups", "jane@example.com | ").columns())
        .containsExactly(RightsColumn.GROUPS);
    assertThat(person("Email | Dept", "jane@example.com | IT").columns()).isEmpty();
  }

  @Test
  void readsProjectRoles() {
    assertThat(
            claims(
                "Email | Projects",
                "jane@example.com | Billing@prod = Builder; Close = Project operator\n"
                    + "Close@PROD=No access; A=B@dev = Viewer"))
        .containsExactly(
            "Close@dev Project operator",
            "Billing@prod Builder",
            "Close@prod No access",
            "A=B@dev Viewer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "Billing / names no role",
        "Billing@prod = / names no role",
        "@prod = Builder / names no project",
        "Billing@prd = Builder / did you mean \"prod\"?",
        "Billing@prod = A; Billing@prod = B / two roles"
      })
  void refusesAProjectThatIsNotClear(String cell, String what) {
    Reject reject = reject("Email | Projects", "jane@example.com | " + cell);

    assertThat(reject.email()).contains(jane());
    assertThat(reject.problems()).singleElement().asString().contains(what, "hr.csv:7 (Projects)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Active | | | ACTIVE",
        "on-leave | | | ACTIVE",
        "TERMINATED | | | LEFT",
        "Active | 2026-07-01 | 2026-07-01 | ACTIVE",
        "Active | 2026-07-02 | | FUTURE",
        "Active | | 2026-06-30 | LEFT",
        "Terminated | 2026-08-01 | 2026-09-01 | LEFT"
      })
  void judgesStatusAndDates(String word, String start, String end, Status status) {
    PersonRecord person =
        person(
            "Email | Status | Start Date | End date",
            "jane@example.com | %s | %s | %s"
                .formatted(word, start == null ? "" : start, end == null ? "" : end));

    assertThat(person.status()).isEqualTo(status);
  }

  @Test
  void namesTheCellThatDecidedTheStatus() {
    String headers = "Email | Status | Last Day";

    assertThat(person(headers, "jane@example.com | Left | 2026-12-31").statusOrigin())
        .hasToString("hr.csv:7 (Status)");
    assertThat(person(headers, "jane@example.com | Active | 2026-01-31").statusOrigin())
        .hasToString("hr.csv:7 (Last Day)");
    assertThat(person("Email", "jane@example.com").statusOrigin()).hasToString("hr.csv:7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Actve", "maybe", "-"})
  void holdsWhomAnUnknownStatusSpeaksOf(String word) {
    Reject reject = reject("Email | Status", "jane@example.com | " + word);

    assertThat(reject.email()).contains(jane());
    assertThat(reject.problems()).hasSize(1);
  }

  @Test
  void readsYesAndNoOnlyUnderAHeaderThatAsks() {
    assertThat(person("userName | active", "jane@example.com | TRUE").status())
        .isEqualTo(Status.ACTIVE);
    assertThat(person("userName | active", "jane@example.com | false").status())
        .isEqualTo(Status.LEFT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account_locked | true  | LEFT",
        "account_locked | false | ACTIVE",
        "Ex-employee    | yes   | LEFT",
        "Ex-employee    | no    | ACTIVE",
        "Nicht gesperrt | ja    | held",
        "Works          | yes   | ACTIVE",
        "Works          | no    | LEFT"
      })
  void takesNoYesForGoodBelowAHeaderThatIsNot(String header, String word, String status) {
    RowMapper mapper =
        RowMapper.of(
            mapping(
                Map.of("email", ColumnSpec.of("Email"), "status", ColumnSpec.of(header)),
                StatusWords.USUAL),
            place("Email | " + header));

    assertThat(
            mapper
                .map(row("jane@example.com | " + word))
                .<String>fold(
                    person -> person.status().name(), reject -> "held", out -> "", later -> ""))
        .isEqualTo(status);
  }

  @Test
  void readsAYesOfEachColumnByItsOwnHeader() {
    StatusWords words = new StatusWords(List.of("false"), List.of("true"));
    RowMapper mapper =
        RowMapper.of(
            mapping(
                Map.of(
                    "email", ColumnSpec.of("Email"),
                    "status", ColumnSpec.of(List.of("active", "locked_out"))),
                words),
            place("Email | active | locked_out"));

    assertThat(record(mapper, "jane@example.com | true | false").status()).isEqualTo(Status.ACTIVE);
    assertThat(record(mapper, "jane@example.com | false | true").status()).isEqualTo(Status.LEFT);
    assertThat(mapper.map(row("jane@example.com | true | true")))
        .isInstanceOf(MappedRow.Rejected.class);
  }

  @Test
  void takesOnlyTheWordsThatAreGiven() {
    RowMapper mapper =
        RowMapper.of(
            mapping(Map.of(), new StatusWords(List.of("Gone"), List.of("Here", "On leave"))),
            place("Email | Status"));

    assertThat(record(mapper, "jane@example.com | gone").status()).isEqualTo(Status.LEFT);
    assertThat(record(mapper, "jane@example.com | ON LEAVE").status()).isEqualTo(Status.ACTIVE);
    assertThat(mapper.map(row("jane@example.com | Terminated")))
        .isInstanceOf(MappedRow.Rejected.class);
  }

  @Test
  void wantsAColumnForTheWordsThatAreGiven() {
    MappingSettings mapping = mapping(Map.of(), new StatusWords(List.of("Gone"), List.of()));

    assertThatThrownBy(() -> RowMapper.of(mapping, place("Email | State")))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("no column is read as status");
  }

  @Test
  void saysEverythingThatIsWrongWithARow() {
    Reject reject =
        reject(
            "Email | Status | Start date | Role",
            "jane(at)example.com | Actve | 03/04/2026 | A; B");

    assertThat(reject.email()).isEmpty();
    assertThat(reject.problems())
        .extracting(Problem::where)
        .containsExactly(
            "hr.csv:7 (Email)", "hr.csv:7 (Status)", "hr.csv:7 (Start date)", "hr.csv:7 (Role)");
    assertThat(reject.problems().get(1).remedy()).startsWith("did you mean \"Active\"?");
    assertThat(reject.problems().get(2).remedy()).contains("YYYY-MM-DD");
    assertThat(reject.row().cells()).contains("jane(at)example.com", "03/04/2026");
  }

  @Test
  void refusesALastDayBeforeTheFirst() {
    Reject reject =
        reject("Email | Starts on | Ends on", "jane@example.com | 2026-02-01 | 2026-01-01");

    assertThat(reject.problems()).singleElement().asString().contains("before the first");
  }

  @Test
  void refusesRaggedRowsButNotBlankCellsBeyond() {
    assertThat(person("Email | Name", "jane@example.com | Jane |  | ").name()).isEqualTo("Jane");
    assertThat(reject("Email | Name | Dept", "jane@example.com | Jane").email()).contains(jane());
    assertThat(reject("Name | Email", "Doe | Jane | jane@example.com").email()).isEmpty();
    assertThat(
            reject("Name | Email | Boss", "Jane | bo@example.com | x | jane@example.com").email())
        .isEmpty();
  }

  @Test
  void doesNotBelieveARowThatHasSwallowedOthers() {
    Reject reject =
        reject("Email | Name", "jane@example.com | Jane\nbo@example.com,Bo\nchi@example.com,Chi");

    assertThat(reject.email()).isEmpty();
  }

  @Test
  void keepsEveryColumnAsAnAttribute() {
    PersonRecord person =
        person(
            "Email | Cost Center | Employee ID | Rollcall reason",
            "Jane@example.com | 0042 | E7 | was bad");

    assertThat(person.attributes())
        .containsOnly(
            Map.entry("email", "Jane@example.com"),
            Map.entry("cost center", "0042"),
            Map.entry("employee id", "E7"),
            Map.entry("employee-id", "E7"));
  }

  @Test
  void readsTheColumnsThatAreNamed() {
    RowMapper mapper =
        RowMapper.of(
            mapping(
                Map.of(
                    "email", ColumnSpec.of(List.of("Contact", "Mail address")),
                    "name", ColumnSpec.of("{First} {Last}"),
                    "groups", ColumnSpec.of(List.of("Team", "Guild")),
                    "role.dev", ColumnSpec.of("rights")),
                StatusWords.USUAL),
            place("Mail address | First | Last | Team | Guild | Rights | Status"));

    PersonRecord person =
        record(mapper, "jane@example.com | Jane |  | Ops | Java; Ops | Admin | whatever");

    assertThat(person.name()).isEqualTo("Jane");
    assertThat(person.claims())
        .extracting(claim -> claim.entitlement().toString())
        .containsExactly("dev Admin", "group Ops", "group Java");
    assertThat(mapper.unread())
        .singleElement()
        .satisfies(unread -> assertThat(unread.guess()).contains(UnreadColumn.Guess.STATUS));
  }

  @Test
  void saysEverythingThatIsWrongWithTheMapping() {
    MappingSettings mapping =
        mapping(
            Map.of(
                "email", ColumnSpec.of("Wrok Email"),
                "naem", ColumnSpec.of("Name"),
                "role.prd", ColumnSpec.of("Role"),
                "groups", ColumnSpec.of(List.of("Role", "Teams")),
                "name", ColumnSpec.of("{First} {Name")),
            StatusWords.USUAL);

    assertThatThrownBy(() -> RowMapper.of(mapping, place("Work Email | Name | Role")))
        .isInstanceOfSatisfying(
            UnreadableSource.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::toString)
                    .anyMatch(text -> text.contains("columns.email") && text.contains("Work Email"))
                    .anyMatch(text -> text.contains("columns.naem") && text.contains("\"name\""))
                    .anyMatch(text -> text.contains("columns.role.prd") && text.contains("prod"))
                    .anyMatch(text -> text.contains("columns.groups") && text.contains("Teams"))
                    .anyMatch(text -> text.contains("columns.name") && text.contains("brace")));
  }

  @Test
  void keepsMessagesShort() {
    Reject reject = reject("Email | Status", "x".repeat(5_000) + " | " + "y".repeat(5_000));

    assertThat(reject.problems()).allSatisfy(p -> assertThat(p.toString()).hasSizeLessThan(400));
  }

  @Test
  void handsNoPasswordBackAndShowsNoneToRules() {
    String headers = "Email | Password [Required] | Password changed | Country";

    assertThat(reject(headers, "nobody | S3cret | 2026-01-01 | FR").row().cells())
        .containsExactly("nobody", "", "2026-01-01", "FR");
    assertThat(person(headers, "jane@example.com | S3cret | 2026-01-01 | FR").attributes())
        .containsKeys("password changed", "country")
        .doesNotContainKey("password [required]")
        .doesNotContainValue("S3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S3cret | Jane Doe | FR",
        "jane@example.com | Jane | Doe | S3cret | FR",
        "Jane | Doe | jane@example.com | S3cret | FR",
      })
  void handsNoPasswordBackWhereverItHasMovedTo(String cells) {
    Reject reject = reject("Email | Password | Name | Country", cells);

    assertThat(reject.row().cells()).doesNotContain("S3cret");
    assertThat(reject.row().cells()).hasSize(cells.split(" \\| ").length);
    assertThat(reject.row().cells().contains("jane@example.com"))
        .isEqualTo(cells.contains("jane@example.com"));
    assertThat(reject.problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("S3cret"));
  }

  @Test
  void pointsToTheDelimiterWhereAllColumnsAreOne() {
    assertThatThrownBy(() -> mapper("Employee ID,Work Email,First Name"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("one column only, called \"Employee ID,Work Email,First Name\"")
        .hasMessageContaining("delimiter:");
  }

  @Test
  void handsNoPasswordBackThatANameHasSwallowed() {
    String swallowed = "Doe\nbo@example.com,S3cret,Bo";
    Row row = new Row(2, List.of("jane@example.com", "S3cret", swallowed));

    MappedRow mapped = mapper("Email | Password | Name").map(row);

    Reject reject =
        mapped.fold(person -> null, rejected -> rejected, leftOut -> null, later -> null);
    assertThat(reject.row().cells()).containsExactly("jane@example.com", "", "");
    assertThat(reject.problems())
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("S3cret"));
  }

  @Test
  void handsNoPasswordBackFromARowWithABrokenQuote() {
    List<String> cells = List.of("S3cret", "Doe", "Jane", "S3cret");
    Row row = new Row(2, cells, List.of(new CellFlaw(-1, "a quote stands alone", "close it")));

    MappedRow mapped = mapper("Email | Password | Name | Status").map(row);

    Reject reject =
        mapped.fold(person -> null, rejected -> rejected, leftOut -> null, later -> null);
    assertThat(reject.row().cells()).containsExactly("", "", "", "");
    assertThat(reject.problems())
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("S3cret"));
  }

  private static Email jane() {
    return new Email("jane@example.com");
  }

  private static List<String> claims(String headers, String cells) {
    return person(headers, cells).claims().stream()
        .map(claim -> claim.entitlement().toString())
        .toList();
  }

  private static PersonRecord person(String headers, String cells) {
    return record(mapper(headers), cells);
  }

  private static PersonRecord record(RowMapper mapper, String cells) {
    MappedRow mapped = mapper.map(row(cells));
    assertThat(mapped).isInstanceOf(MappedRow.Person.class);
    return ((MappedRow.Person) mapped).record();
  }

  private static Reject reject(String headers, String cells) {
    RowMapper mapper = mapper(headers);
    MappedRow mapped = mapper.map(row(cells));
    for (Row later : mapper.settle()) {
      mapped = mapper.map(later);
    }
    assertThat(mapped).isInstanceOf(MappedRow.Rejected.class);
    return ((MappedRow.Rejected) mapped).reject();
  }

  private static RowMapper mapper(String headers) {
    return RowMapper.of(mapping(Map.of(), StatusWords.USUAL), place(headers));
  }

  private static MappingSettings mapping(Map<String, ColumnSpec> columns, StatusWords words) {
    return Given.mapping("hr", columns, words, TODAY, ENVIRONMENTS);
  }

  private static Place place(String headers) {
    return new Place("hr.csv", Place.Style.LINE, split(headers));
  }

  private static Row row(String cells) {
    return new Row(7, split(cells));
  }

  private static List<String> split(String cells) {
    return Arrays.stream(cells.split("\\|", -1)).map(String::strip).toList();
  }
}
