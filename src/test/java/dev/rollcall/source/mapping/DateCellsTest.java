package dev.rollcall.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.DateOrder;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Dates of a whole source: what one row cannot tell, another does. */
class DateCellsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final Place PLACE =
      new Place("people.csv", Place.Style.LINE, List.of("Email", "Start", "End", "Born"));

  private final Map<String, PersonRecord> people = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private List<String> remarks = List.of();

  @Test
  void readsAColumnInTheOrderThatOneOfItsTextsShows() {
    read(DateStyle.usual(), "ana;;03/04/2027;", "bob;;12/31/2026;", "cy;;05/06/2027;");

    assertThat(end("ana")).isEqualTo("2027-03-04");
    assertThat(end("bob")).isEqualTo("2026-12-31");
    assertThat(end("cy")).isEqualTo("2027-05-06");
    assertThat(problems).isEmpty();
    assertThat(remarks)
        .containsExactly(
            "column \"End\" is read with the month first, because of \"12/31/2026\" in row 3");
  }

  @Test
  void settlesEachColumnByItself() {
    read(DateStyle.usual(), "ana;13/01/2020;03/04/2027;", "bob;02/01/2020;12/31/2026;");

    assertThat(end("ana")).isEqualTo("2027-03-04");
    assertThat(people).containsOnlyKeys("ana@example.com", "bob@example.com");
    assertThat(remarks)
        .hasSize(2)
        .anyMatch(each -> each.contains("\"Start\" is read with the day"));
  }

  @Test
  void leavesOpenWhatNoTextOfTheColumnSettles() {
    read(DateStyle.usual(), "ana;;03/04/2027;", "bob;;05/05/2027;", "cy;;2026-12-31;");

    assertThat(people).containsOnlyKeys("bob@example.com", "cy@example.com");
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("\"03/04/2027\" could be 2027-04-03 or 2027-03-04")
        .contains("dates: day-first or month-first");
    assertThat(remarks).isEmpty();
  }

  @Test
  void readsWhatIsSureAndNothingElseOfAColumnWithBothOrders() {
    read(DateStyle.usual(), "ana;;03/04/2027;", "bob;;12/31/2026;", "cy;;31/12/2026;");

    assertThat(people).containsOnlyKeys("bob@example.com", "cy@example.com");
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("the column has both orders: \"31/12/2026\" in row 4, \"12/31/2026\" in row 3");
  }

  @Test
  void readsInTheOrderThatTheSourceSays() {
    read(ordered(DateOrder.DAY_FIRST), "ana;;03/04/2027;", "bob;;12/31/2026;");

    assertThat(end("ana")).isEqualTo("2027-04-03");
    assertThat(problems).singleElement().asString().contains("\"12/31/2026\" is no date");
  }

  @Test
  void takesAnEndThatNeverComesForNone() {
    read(
        DateStyle.usual(),
        "ana;;9999-12-31;",
        "bob;-infinity;infinity;",
        "cy;;NULL;",
        "dan;;NULL;",
        "eve;infinity;;",
        "flo;9999-12-31;;");

    assertThat(people.get("ana@example.com").validity()).isEqualTo(Validity.ALWAYS);
    assertThat(people.get("bob@example.com").validity()).isEqualTo(Validity.ALWAYS);
    assertThat(people.get("flo@example.com").status()).isEqualTo(dev.rollcall.model.Status.FUTURE);
    assertThat(problems).singleElement().asString().contains("\"infinity\" is no date");
    assertThat(remarks)
        .contains(
            "column \"End\": \"9999-12-31\" is read as no date (1 row)",
            "column \"End\": \"NULL\" is read as no date (2 rows)",
            "column \"End\": \"infinity\" is read as no date (1 row)",
            "column \"Start\": \"-infinity\" is read as no date (1 row)");
  }

  @Test
  void takesADayFromWhichProgramsCountForNoLastDay() {
    read(DateStyle.usual(), "ana;1900-01-01;1900-01-01;", "bob;;01.01.1970;", "cy;1970-01-01;;");

    assertThat(people).containsOnlyKeys("cy@example.com");
    assertThat(problems)
        .hasSize(2)
        .allSatisfy(
            problem ->
                assertThat(problem.toString())
                    .contains("(End): ", "could stand for no end at all"));
  }

  @Test
  void saysThatAnEndIsBeforeItsStartOnceBothAreSettled() {
    read(DateStyle.usual(), "ana;01/05/2027;03/04/2027;", "bob;31/01/2020;31/12/2026;");

    assertThat(people).containsOnlyKeys("bob@example.com");
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("the last day, 2027-04-03, is before the first, 2027-05-01");
  }

  @Test
  void showsRulesTheDaysThatTheyCompare() {
    read(DateStyle.usual(), "ana;;;3/4/1990", "bob;;;12/31/1990", "cy;;;n/a", "dan;;;soon");

    assertThat(born("ana")).isEqualTo("1990-03-04");
    assertThat(born("bob")).isEqualTo("1990-12-31");
    assertThat(born("cy")).isEmpty();
    assertThat(problems).singleElement().asString().contains("(Born): \"soon\" is no date");
  }

  @Test
  void givesBackPostponedRowsOnce() {
    RowMapper mapper = mapper(DateStyle.usual());
    mapper.map(row(2, "ana;;03/04/2027;"));

    assertThat(mapper.settle()).hasSize(1);
    assertThat(mapper.settle()).isEmpty();
  }

  private void read(DateStyle style, String... rows) {
    RowMapper mapper = mapper(style);
    for (int i = 0; i < rows.length; i++) {
      keep(mapper.map(row(i + 2, rows[i])));
    }
    for (Row row : mapper.settle()) {
      keep(mapper.map(row));
    }
    remarks = mapper.remarks();
  }

  private void keep(MappedRow mapped) {
    mapped.fold(
        person -> people.put(person.email().address(), person),
        reject -> problems.addAll(reject.problems().stream().map(Problem::toString).toList()),
        leftOut -> null,
        later -> null);
  }

  private static RowMapper mapper(DateStyle style) {
    return RowMapper.of(
        Given.mapping(
            "hr",
            Map.of(
                "email", header("Email"), "starts-on", header("Start"), "ends-on", header("End")),
            StatusWords.USUAL,
            TODAY,
            WorkatoTerms.destination(),
            Shape.PEOPLE,
            style,
            "born"::equals),
        PLACE);
  }

  private static ColumnSpec header(String name) {
    return new ColumnSpec.Headers(List.of(name));
  }

  private static Row row(int line, String cells) {
    String[] parts = cells.split(";", -1);
    return new Row(line, List.of(parts[0] + "@example.com", parts[1], parts[2], parts[3]));
  }

  private String end(String who) {
    return people.get(who + "@example.com").validity().endsOn().orElseThrow().toString();
  }

  private String born(String who) {
    return people.get(who + "@example.com").attributes().get("born");
  }

  private static DateStyle ordered(DateOrder order) {
    return new DateStyle(Optional.of(order), Optional.empty(), Set.of(), ZoneId.of("UTC"));
  }
}
