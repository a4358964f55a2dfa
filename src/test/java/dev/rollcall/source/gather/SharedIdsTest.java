package dev.rollcall.source.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Employee-ids in rosters: where they stand, and what contradicts what. */
class SharedIdsTest {

  private static final Email JANE = new Email("jane@example.com");
  private static final Email JO = new Email("jo@example.com");

  private final List<MappedRow> rows = new ArrayList<>();

  @Test
  void twoActivePeopleWithOneIdAreAProblemThatNamesBothCellsAndHoldsBoth() {
    hr(2, "jane@example.com,active, E-17 ");
    hr(3, "jo@example.com,active,e-17");
    hr(4, "kim@example.com,active,18");

    Gathered gathered = gathered(OnConflict.PROBLEM);

    assertThat(gathered.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("hr.csv:3 (Personnel No)");
              assertThat(problem.what())
                  .isEqualTo(
                      "jo@example.com: employee-id \"e-17\" is also that of jane@example.com at"
                          + " hr.csv:2 (Personnel No)");
            });
    assertThat(gathered.held()).containsOnlyKeys(JANE, JO);
    assertThat(gathered.people()).hasSize(3);
  }

  @Test
  void threeWithOneIdAreAllHeld() {
    hr(2, "jane@example.com,active,17");
    hr(3, "jo@example.com,active,17");
    hr(4, "kim@example.com,active,17");

    assertThat(gathered(OnConflict.PROBLEM).held()).hasSize(3);
  }

  @Test
  void blankIdsAndThoseOfPeopleWhoHaveLeftAreNobodys() {
    hr(2, "jane@example.com,active,");
    hr(3, "jo@example.com,active,  ");
    hr(4, "kim@example.com,left,17");
    hr(5, "lea@example.com,active,17");

    Gathered gathered = gathered(OnConflict.PROBLEM);

    assertThat(gathered.problems()).isEmpty();
    assertThat(gathered.held()).isEmpty();
  }

  @Test
  void severalAddressesMayShareAnIdWhereTheJobFileSaysSo() {
    hr(2, "jane@example.com,active,17");
    hr(3, "jo@example.com,active,17");

    assertThat(gathered(OnConflict.FIRST).problems()).isEmpty();
    assertThat(gathered(OnConflict.FIRST).held()).isEmpty();
  }

  @Test
  void oneAddressWithTwoIdsIsAProblemThatNamesBothCells() {
    hr(2, "jane@example.com,active,17");
    hr(3, "jane@example.com,active,18");

    Gathered gathered = gathered(OnConflict.PROBLEM);

    assertThat(gathered.problems())
        .extracting(Object::toString)
        .containsExactly(
            "hr.csv:2 (Personnel No): jane@example.com: employee-id is \"17\" here, \"18\" at"
                + " hr.csv:3 (Personnel No); make them equal, or set on-conflict: first");
    assertThat(gathered.held()).containsOnlyKeys(JANE);
  }

  private void hr(int line, String cells) {
    List<String> headers = List.of("Email", "Status", "Personnel No");
    RowMapper mapper =
        RowMapper.of(
            Given.mapping(
                "hr",
                Map.of(),
                StatusWords.USUAL,
                LocalDate.of(2026, 7, 1),
                WorkatoTerms.destination()),
            new Place("hr.csv", Place.Style.LINE, headers));
    rows.add(mapper.map(new Row(line, Arrays.asList(cells.split(",", -1)))));
  }

  private Gathered gathered(OnConflict onConflict) {
    Gathering gathering = Given.gathering(List.of("hr"), onConflict, key -> false);
    rows.forEach(gathering::add);
    return gathering.gathered();
  }
}
