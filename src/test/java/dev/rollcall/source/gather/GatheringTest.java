package dev.rollcall.source.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Email;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringTest {

  private static final String HEADERS = "Email,Name,Status,Start date,Dev role,Groups,Dept";
  private static final Email JANE = new Email("jane@example.com");
  private static final Email BO = new Email("bo@example.com");

  private final Map<String, RowMapper> mappers = new HashMap<>();
  private final List<MappedRow> rows = new ArrayList<>();

  @Test
  void makesOnePersonOfTwoSpellings() {
    hr(2, "Jane@Example.com,Jane,Active,,Member,Ops,IT");
    hr(3, " jane@example.com,Jane,Active,,Member,Ops,IT");

    Gathered gathered = gathered();

    assertThat(gathered.people())
        .singleElement()
        .satisfies(
            jane -> {
              assertThat(jane.email()).isEqualTo(JANE);
              assertThat(jane.claims()).hasSize(2);
            });
    assertThat(gathered.held()).isEmpty();
    assertThat(gathered.problems()).isEmpty();
    assertThat(gathered.sizes()).containsEntry("hr", 1);
    assertThat(gathered.rowsPerSource()).containsEntry("hr", 2);
    assertThat(gathered.remarks())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.detail())
                  .isEqualTo(
                      "1 row says what an earlier row of the same person says already: hr.csv:3");
              assertThat(remark.subject()).isEmpty();
            });
  }

  @Test
  void addsListsUpAndKeepsTheirCells() {
    hr(2, "jane@example.com,Jane,Active,,Member,Ops,IT");
    contractors(5, "jane@example.com,JANE,Active,,,Ops; Finance,");

    PersonRecord jane = gathered().people().get(0);

    assertThat(jane.claims())
        .extracting(claim -> claim.entitlement() + " " + claim.because().origin())
        .containsExactly(
            "dev Member hr.csv:2 (Dev role)",
            "group Ops hr.csv:2 (Groups)",
            "group Finance contractors.csv:5 (Groups)");
    assertThat(jane.attributes()).containsEntry("dept", "IT");
    assertThat(gathered().held()).isEmpty();
  }

  @Test
  void holdsWhomTwoRolesAreGiven() {
    hr(2, "jane@example.com,Jane,Active,,Member,,");
    contractors(5, "jane@example.com,Jane,Active,,Admin,,");

    Gathered gathered = gathered();

    assertThat(gathered.held()).containsOnlyKeys(JANE);
    assertThat(gathered.people()).hasSize(1);
    assertThat(gathered.problems())
        .singleElement()
        .asString()
        .contains("hr.csv:2 (Dev role)", "contractors.csv:5 (Dev role)", "Member", "Admin");
  }

  @Test
  void holdsWhomTwoAttributesContradictUnlessNoRuleReadsThem() {
    hr(2, "jane@example.com,Jane,Active,,,,IT");
    contractors(5, "jane@example.com,Jane,Active,,,,Sales");

    assertThat(gathered().problems())
        .singleElement()
        .asString()
        .contains("hr.csv:2 (Dept)", "contractors.csv:5 (Dept)");
    assertThat(gathered().held()).containsOnlyKeys(JANE);
    assertThat(gathered(Given.gathering(sources(), OnConflict.PROBLEM, key -> false)).held())
        .isEmpty();
  }

  @Test
  void believesTheFirstSourceWhereTold() {
    contractors(5, "jane@example.com,Jane,Active,,Admin,,Sales");
    hr(9, "jane@example.com,Jane,Active,,Member,,IT");

    Gathered gathered = gathered(Given.gathering(sources(), OnConflict.FIRST));

    assertThat(gathered.held()).isEmpty();
    assertThat(gathered.problems()).isEmpty();
    assertThat(gathered.people().get(0).claims())
        .extracting(claim -> claim.entitlement().toString())
        .containsExactly("dev Member");
    assertThat(gathered.people().get(0).attributes()).containsEntry("dept", "IT");
  }

  @Test
  void takesTwoNamesForARemark() {
    hr(2, "jane@example.com,,Active,,,,");
    hr(3, "jane@example.com,Jane Doe,Active,,,,");
    contractors(5, "jane@example.com,Jane Roe,Active,,,,");

    Gathered gathered = gathered();

    assertThat(gathered.people().get(0).name()).isEqualTo("Jane Doe");
    assertThat(gathered.held()).isEmpty();
    assertThat(gathered.remarks()).anyMatch(remark -> remark.detail().contains("Jane Roe"));
  }

  @Test
  void letsActiveBeatLeftWithoutWhatWasGrantedBefore() {
    hr(2, "jane@example.com,Jane,Terminated,,Admin,Ops,IT");
    contractors(5, "jane@example.com,Jane,Active,,Member,Finance,Sales");

    Gathered gathered = gathered();
    PersonRecord jane = gathered.people().get(0);

    assertThat(jane.status()).isEqualTo(Status.ACTIVE);
    assertThat(jane.statusOrigin()).hasToString("contractors.csv:5 (Status)");
    assertThat(jane.claims())
        .extracting(claim -> claim.entitlement().toString())
        .containsExactly("dev Member", "group Finance");
    assertThat(jane.columns()).containsExactly(RightsColumn.GROUPS);
    assertThat(gathered.held()).isEmpty();
    assertThat(gathered.remarks())
        .anyMatch(
            remark ->
                remark.subject().equals("jane@example.com")
                    && remark.origin().equals("hr.csv:2 (Status)"));
  }

  @Test
  void doesNotGrantTodayWhatStartsLater() {
    hr(2, "jane@example.com,Jane,Active,2099-01-01,Admin,Ops,IT");
    contractors(5, "jane@example.com,Jane,Active,,Member,,");

    PersonRecord jane = gathered().people().get(0);

    assertThat(jane.status()).isEqualTo(Status.ACTIVE);
    assertThat(jane.claims())
        .extracting(claim -> claim.entitlement().toString())
        .containsExactly("dev Member");
  }

  /** Rows of one person, and what they come to on the first of July 2026. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // an end without a day, and a beginning
        "Terminated,, | Active,2099-01-01, | - | LEFT | 2099-01-01 | -",
        "Active,2099-01-01, | Terminated,, | - | LEFT | 2099-01-01 | -",
        // a last day that is over
        "Active,2020-01-01,2026-06-30 | Active,2026-09-01, | - | LEFT | 2026-09-01 | -",
        // three: the next one counts
        "Active,2020-01-01,2021-01-01 | Active,2028-01-01, | Active,2027-01-01,2027-12-31 | LEFT | 2027-01-01 | -",
        // the gap has not begun
        "Active,,2026-12-31 | Active,2027-03-01, | - | ACTIVE | - | 2026-12-31",
        "Terminated,2010-01-01,2011-01-01 | Active,,2026-12-31 | Active,2027-03-01, | ACTIVE | - | 2026-12-31",
        // no day between
        "Active,,2026-12-31 | Active,2027-01-01, | - | ACTIVE | - | -",
        "Active,,2026-12-31 | Active,2027-01-01,2027-06-30 | Active,2027-07-01,2028-01-31 | ACTIVE | - | 2028-01-31",
        // on the day
        "Terminated,, | Active,2026-07-01, | - | ACTIVE | - | -",
        "Active,2020-01-01,2026-06-30 | Active,2026-07-01,2027-01-31 | - | ACTIVE | - | 2027-01-31",
        // never here yet
        "Active,2028-01-01, | Active,2027-01-01, | - | FUTURE | 2027-01-01 | -"
      })
  void findsTheGapBetweenTwoContracts(
      String one, String two, String three, Status status, String starts, String ends) {
    contract("hr", 2, one);
    contract("hr", 3, two);
    if (three != null) {
      contract("contractors", 4, three);
    }

    Gathered gathered = gathered();

    assertThat(gathered.problems()).isEmpty();
    assertThat(gathered.held()).isEmpty();
    PersonRecord jane = gathered.people().get(0);
    assertThat(jane.status()).isEqualTo(status);
    assertThat(jane.validity().startsOn().map(LocalDate::toString).orElse(null)).isEqualTo(starts);
    assertThat(jane.validity().endsOn().map(LocalDate::toString).orElse(null)).isEqualTo(ends);
  }

  @Test
  void saysOnWhichDaySomebodyIsBack() {
    contract("hr", 2, "Terminated,,");
    contract("contractors", 5, "Active,2099-01-01,");

    assertThat(gathered().remarks())
        .anySatisfy(
            remark ->
                assertThat(remark.detail())
                    .isEqualTo(
                        "has left here, and starts again on 2099-01-01 at contractors.csv:5 (Start"
                            + " Date); is away until then"));
  }

  private void contract(String source, int line, String cells) {
    RowMapper mapper =
        mappers.computeIfAbsent(
            source,
            name ->
                RowMapper.of(
                    Given.mapping(
                        name,
                        Map.of(),
                        StatusWords.USUAL,
                        LocalDate.of(2026, 7, 1),
                        WorkatoTerms.destination("dev")),
                    new Place(
                        name + ".csv",
                        Place.Style.LINE,
                        List.of("Email", "Status", "Start Date", "End Date"))));
    List<String> all = new java.util.ArrayList<>(List.of("jane@example.com"));
    all.addAll(Arrays.asList(cells.split(",", -1)));
    rows.add(mapper.map(new Row(line, all)));
  }

  @Test
  void suspendsALeaverWhateverElseIsContradictory() {
    hr(2, "jane@example.com,Jane,Terminated,,Admin,,IT");
    contractors(5, "jane@example.com,Jane,Left,,Member,,Sales");

    Gathered gathered = gathered();

    assertThat(gathered.held()).isEmpty();
    assertThat(gathered.people().get(0).status()).isEqualTo(Status.LEFT);
  }

  @Test
  void holdsAPersonAcrossSourcesForOneBadRow() {
    hr(2, "jane@example.com,Jane,Actve,,,,");
    contractors(5, "jane@example.com,Jane,Active,,Member,,");

    Gathered gathered = gathered();

    assertThat(gathered.held()).containsOnlyKeys(JANE);
    assertThat(gathered.held().get(JANE)).contains("hr.csv:2 (Status)");
    assertThat(gathered.people()).hasSize(1);
    assertThat(gathered.rejects()).hasSize(1);
    assertThat(gathered.anybodyMayBeMissing()).isFalse();
  }

  @Test
  void missesAnybodyWhereAnAddressCannotBeRead() {
    hr(2, "jane.example.com,Jane,Active,,,,");

    assertThat(gathered().anybodyMayBeMissing()).isTrue();
  }

  @Test
  void holdsEverybodyARowWithMovedCellsMayBeAbout() {
    hr(2, "jane@example.com,Jane,Active,,,,IT,bo@example.com");

    Gathered gathered = gathered();

    assertThat(gathered.held()).containsOnlyKeys(JANE, BO);
    assertThat(gathered.anybodyMayBeMissing()).isTrue();
  }

  @Test
  void takesALookAlikeOut() {
    hr(2, "jane@example.com,Jane,Active,,Member,,");
    hr(3, "j\u0430ne@example.com,Jane,Active,,Admin,Ops,IT");

    Gathered gathered = gathered();

    assertThat(gathered.people()).extracting(PersonRecord::email).containsExactly(JANE);
    assertThat(gathered.held()).containsOnlyKeys(Email.parse("j\u0430ne@example.com"));
    assertThat(gathered.rejects())
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.row().line()).isEqualTo(3);
              assertThat(reject.row().cells())
                  .containsExactly(
                      "j\u0430ne@example.com", "Jane", "Active", "", "Admin", "Ops", "IT");
              assertThat(reject.problems().get(0).toString())
                  .contains("hr.csv:3 (Email)", "jane@example.com");
            });
    assertThat(gathered.sizes()).containsEntry("hr", 1);
  }

  @Test
  void leavesForeignLettersAloneWhereTheyLookLikeNobody() {
    hr(2, "анна@example.com,Анна,Active,,,,");
    hr(3, "josé@example.com,José,Active,,,,");
    hr(4, "jose@example.com,Jose,Active,,,,");

    assertThat(gathered().people()).hasSize(3);
    assertThat(gathered().held()).isEmpty();
  }

  @Test
  void countsSourcesThatHaveNobody() {
    hr(2, "jane@example.com,Jane,Active,,,,");

    assertThat(gathered().sizes()).containsEntry("contractors", 0);
  }

  @Test
  void allowsAShareOfBadRowsAndAlwaysOneButNeverAll() {
    assertThat(tooMany(1, 9, 0.05)).isFalse();
    assertThat(tooMany(2, 9, 0.05)).isTrue();
    assertThat(tooMany(1, 12, 0.05)).isFalse();
    assertThat(tooMany(5, 100, 0.05)).isFalse();
    assertThat(tooMany(6, 100, 0.05)).isTrue();
    assertThat(tooMany(1, 100, 0)).isTrue();
    assertThat(tooMany(0, 100, 0)).isFalse();
    assertThat(tooMany(1, 1, 0.05)).isTrue();
  }

  @Test
  void saysHowManyRowsAreBad() {
    for (int line = 2; line < 22; line++) {
      hr(line, (line < 6 ? "bad" : "p" + line + "@example.com") + ",,Active,,,,");
    }

    assertThat(gathered().tooManyBadRows(0.05))
        .hasValueSatisfying(
            problem -> assertThat(problem.toString()).contains("hr", "4 of 20 rows", "5%"));
  }

  @Test
  void givesUpOnASourceThatIsOfAnotherKind() {
    Reject reject =
        Given.reject(
            "hr",
            List.of("Email"),
            new Row(2, List.of("x")),
            java.util.Optional.empty(),
            List.of(new Problem("hr.csv:2", "no address", "")));
    Gathering gathering = Given.gathering(sources(), OnConflict.PROBLEM);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= Gathering.MOST_REJECTS; i++) {
                gathering.add(new MappedRow.Rejected(reject));
              }
            })
        .isInstanceOf(UnreadableSource.class);
  }

  @Test
  void givesUpOnSourcesThatContradictEachOtherEverywhere() {
    hr(2, "jane@example.com,Jane,Active,,Member,Ops,IT");
    for (int i = 0; i <= PersonMerging.MOST_CONFLICTS; i++) {
      hr(i + 3, "jane@example.com,Jane,Active,,Admin,Ops,IT");
    }

    assertThatThrownBy(this::gathered)
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("more than 100000 times");
  }

  @Property(tries = 200)
  void doesNotDependOnTheOrderOfRows(@ForAll("files") List<String> lines, @ForAll long seed) {
    rows.clear();
    for (int i = 0; i < lines.size(); i++) {
      add(i % 3 == 0 ? "contractors" : "hr", i + 2, lines.get(i));
    }
    Gathered inOrder = gathered();

    Collections.shuffle(rows, new Random(seed));

    assertThat(gathered()).isEqualTo(inOrder);
  }

  @Provide
  Arbitrary<List<String>> files() {
    Arbitrary<String> email =
        Arbitraries.of(
            "a@example.com", "A@Example.com ", "\u0430@example.com", "b@example.com", "b");
    Arbitrary<String> status = Arbitraries.of("Active", "Left", "Actve", "");
    Arbitrary<String> start = Arbitraries.of("", "2099-01-01", "2020-01-01");
    Arbitrary<String> role = Arbitraries.of("", "Member", "Admin", "No access");
    Arbitrary<String> groups = Arbitraries.of("", "Ops", "Finance; Ops");
    return Combinators.combine(email, status, start, role, groups)
        .as((e, s, d, r, g) -> String.join(",", e, e.strip(), s, d, r, g, r + g))
        .list()
        .ofMaxSize(12);
  }

  private static boolean tooMany(int bad, int all, double share) {
    Reject reject =
        Given.reject(
            "hr",
            List.of("Email"),
            new Row(2, List.of("x")),
            java.util.Optional.empty(),
            List.of(new Problem("hr.csv:2", "no address", "")));
    return Given.gathered(
            List.of(),
            Collections.nCopies(bad, reject),
            List.of(),
            Map.of(),
            false,
            Map.of(),
            Map.of("hr", all),
            List.of())
        .tooManyBadRows(share)
        .isPresent();
  }

  private void hr(int line, String cells) {
    add("hr", line, cells);
  }

  private void contractors(int line, String cells) {
    add("contractors", line, cells);
  }

  private void add(String source, int line, String cells) {
    RowMapper mapper = mappers.computeIfAbsent(source, GatheringTest::mapper);
    rows.add(mapper.map(new Row(line, Arrays.asList(cells.split(",", -1)))));
  }

  private static RowMapper mapper(String source) {
    return RowMapper.of(
        Given.mapping(
            source,
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination("dev")),
        new Place(source + ".csv", Place.Style.LINE, List.of(HEADERS.split(","))));
  }

  private static List<String> sources() {
    return List.of("hr", "contractors");
  }

  private Gathered gathered() {
    return gathered(Given.gathering(sources(), OnConflict.PROBLEM));
  }

  private Gathered gathered(Gathering gathering) {
    rows.forEach(gathering::add);
    return gathering.gathered();
  }
}
