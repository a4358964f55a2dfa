package dev.rollcall.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.LeftOutRow;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of a source count, as its {@code where:} says. */
class RowConditionTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final Place PLACE =
      new Place(
          "people.csv",
          Place.Style.LINE,
          List.of(
              "Work Email",
              "Name",
              "Status",
              "Start Date",
              "End Date",
              "Type",
              "Cost Center",
              "Born"));
  private static final String GOOD = "ana@example.com/Ana/Active/2020-01-01//Office/12/1990-01-02";

  /**
   * A condition, a row, and what the row is: {@code in} a person, {@code out} left out, {@code bad}
   * set aside.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // what rules know columns by
        "person.type != 'Plant' ~ a@example.com/A/Active///Plant// ~ out",
        "person.type != 'Plant' ~ a@example.com/A/Active///Office// ~ in",
        "person['cost center'] in ['12', '13'] ~ a@example.com/A/Active////13/ ~ in",
        "person.cost_center in ['12', '13'] ~ a@example.com/A/Active////14/ ~ out",
        // roster fields
        "person.email != '' ~ /A/Active///Office// ~ out",
        "person.email != '' ~ n/a/A/Active///Office// ~ out",
        "person.email != '' ~ a@@example/A/Active///Office// ~ bad",
        "person.email.endsWith('@example.com') ~ A@Example.com/A/Active///// ~ in",
        "person.email.endsWith('@example.com') ~ a@example.org/A/Active///// ~ out",
        "person.email.endsWith('@example.com') ~ a@example,com/A/Active///// ~ bad",
        "person.name != 'Test User' ~ a@example.com/Test User/Active///// ~ out",
        "person.status == 'active' ~ a@example.com/A/Terminated///// ~ out",
        "person.status == 'active' ~ a@example.com/A/Active/2027-01-01//// ~ out",
        "person.status == 'active' ~ a@example.com/A/Actve///// ~ bad",
        "person.status == 'active' ~ a@example.com/A////// ~ bad",
        "person.starts_on >= '2020-01-01' ~ a@example.com/A/Active/1 Jan 2019//// ~ out",
        "person.starts_on >= '2020-01-01' ~ a@example.com/A/Active/2 Jan 2020//// ~ in",
        "person['ends-on'] == '' || person.ends_on > today ~ a@example.com/A/Active//31.12.2025/// ~ out",
        "person.starts_on <= today ~ a@example.com/A/Active/soon//// ~ bad",
        // days as rules compare them
        "person.born < '2000-01-01' ~ a@example.com/A/Active/////31 Dec 1999 ~ in",
        "person.born < '2000-01-01' ~ a@example.com/A/Active/////1 Jan 2000 ~ out",
        "person.born < '2000-01-01' ~ a@example.com/A/Active/////long ago ~ bad",
        // a row that does not count may be as bad as it likes
        "person.type != 'Plant' ~ nobody/A/Actve/soon/never/Plant// ~ out",
        "person.type != 'Plant' && person.email != '' ~ nobody/A/Actve/soon/never/Plant// ~ out",
        "person.email != '' && person.type != 'Plant' ~ nobody/A/Actve/soon/never/Plant// ~ out",
        "person.status == 'active' && person.type != 'Plant' ~ /A/Actve///Plant// ~ out",
        "person.born < '2000-01-01' && person.type != 'X' ~ a@example.com/A/Active///X//long ago ~ out",
        "person.type != 'Plant' || person.status == 'active' ~ a@example.com/A/Actve///Plant// ~ bad",
        "person.work_email.endsWith('.com')                    ~ a@example,com/A/Active///// ~ bad",
        "person.work_email.endsWith('.com')                    ~ a@example.org/A/Active///// ~ out",
        // what cannot be told
        "int(person.cost_center) > 10 ~ a@example.com/A/Active////x/ ~ bad",
        "int(person.cost_center) > 10 ~ a@example.com/A/Active////9/ ~ out",
        "int(person.cost_center) > 10 && person.type != 'X' ~ a@example.com/A/Active///X/x/ ~ out"
      })
  void countsTheRowsForWhichItHolds(String where, String row, String what) {
    assertThat(map(where, row(3, row))).isEqualTo(what);
  }

  @Test
  void cannotTellWhereCellsMayHaveMoved() {
    assertThat(map("person.type != 'Plant'", row(3, "a@example.com/A/Active///Plant")))
        .isEqualTo("bad");
  }

  @Test
  void cannotTellByACellThatIsNone() {
    Row row = row(3, "a@example.com/A/Active///#REF!//");
    Row flawed =
        new Row(3, row.cells(), List.of(new CellFlaw(5, "the cell is an error", "mend it")));

    assertThat(map("person.type == 'Office'", flawed)).isEqualTo("bad");
    assertThat(map("person.name == 'B'", flawed)).isEqualTo("out");
  }

  @Test
  void waitsForDaysThatTheColumnSettles() {
    RowMapper mapper = mapper("person.born < '2000-02-01'");
    List<MappedRow> all = new ArrayList<>();

    all.add(mapper.map(row(2, "a@example.com/A/Active/////01-02-2000")));
    all.add(mapper.map(row(3, "b@example.com/B/Active/////12-31-1999")));
    mapper.settle().forEach(row -> all.add(mapper.map(row)));

    assertThat(all.stream().map(RowConditionTest::told).toList())
        .containsExactly("later", "in", "in");
  }

  @Test
  void saysWhereAndHowARowIsLeftOut() {
    LeftOutRow row =
        mapper("person.type != 'Plant'")
            .map(row(7, "ana@example.com/Ana/Active///Plant//"))
            .fold(person -> null, reject -> null, left -> left, later -> null);

    assertThat(row.told())
        .isEqualTo("left out by where: person.type != 'Plant' (nightly.yaml:4:9)");
    assertThat(row.row()).hasToString("people.csv:7");
    assertThat(row.email()).hasToString("Optional[ana@example.com]");
  }

  @Test
  void leavesOutRowsWithoutAnAddressWhereTheSourceSaysSo() {
    RowSelection ignoring = new RowSelection(Optional.empty(), RowSelection.WithoutAddress.IGNORE);

    assertThat(told(mapper(ignoring).map(row(2, "/Jo/Actve///Plant//")))).isEqualTo("out");
    assertThat(told(mapper(ignoring).map(row(2, "keine/Jo/Actve///Plant//")))).isEqualTo("out");
    assertThat(told(mapper(ignoring).map(row(2, "jo/Jo/Active///Plant//")))).isEqualTo("bad");
    assertThat(told(mapper(ignoring).map(flawedAddress()))).isEqualTo("bad");
    assertThat(told(mapper("person.email != ''").map(flawedAddress()))).isEqualTo("bad");
    assertThat(told(mapper(RowSelection.ALL).map(row(2, "/Jo/Active///Plant//")))).isEqualTo("bad");
  }

  /** A formula without a result. */
  private static Row flawedAddress() {
    return new Row(
        2,
        row(2, "/Jo/Active///Plant//").cells(),
        List.of(new CellFlaw(0, "has no result", "save it")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person.typ != 'Plant'     | nightly.yaml:4:16: source \"hr\": there is no column for person.typ; did you mean \"type\"?",
        "true && person['tpye'] == 'X' | source \"hr\": there is no column for person.tpye",
        "person.startson <= today  | did you mean \"starts_on\"?"
      })
  void namesTheColumnThatWasProbablyMeant(String where, String message) {
    assertThatThrownBy(() -> mapper(where))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person.type ==        | source \"hr\": the condition ends too early",
        "person.type           | source \"hr\": the condition is a text, not true or false",
        "persn.type == 'X'     | did you mean \"person\"?",
        "person.age > 3        | \">\" does not go with a text and a number",
        "has(person.type)      | a missing attribute is blank"
      })
  void refusesWhatIsNoCondition(String where, String message) {
    assertThatThrownBy(() -> mapper(where))
        .isInstanceOf(UnusableRules.class)
        .hasMessageContaining(message);
  }

  private static String map(String where, Row row) {
    RowMapper mapper = mapper(where);
    assertThat(told(mapper.map(row(2, GOOD)))).isIn("in", "out");
    return told(mapper.map(row));
  }

  private static RowMapper mapper(String where) {
    Origin origin = new Origin(Place.ofLines("nightly.yaml"), 4, 8);
    RowCondition condition =
        RowCondition.compile(
            new RowCondition.Written(
                "hr", where, origin, (line, column) -> "nightly.yaml:4:" + (9 + column)),
            TODAY,
            new ConditionCompiler());
    return mapper(new RowSelection(Optional.of(condition), RowSelection.WithoutAddress.PROBLEM));
  }

  private static RowMapper mapper(RowSelection belonging) {
    return RowMapper.of(
        new MappingSettings(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            TODAY,
            WorkatoTerms.destination("dev"),
            Shape.PEOPLE,
            DateStyle.usual(),
            key -> false,
            belonging),
        PLACE);
  }

  private static Row row(int line, String cells) {
    String filled = cells.startsWith("n/a/") ? "N.A." + cells.substring(3) : cells;
    return new Row(line, Arrays.asList(filled.split("/", -1)));
  }

  private static String told(MappedRow mapped) {
    return mapped.fold(
        person -> "in",
        reject -> {
          assertThat(
                  reject.problems().stream().map(Problem::toString).collect(Collectors.joining()))
              .isNotEmpty();
          return "bad";
        },
        leftOut -> "out",
        later -> "later");
  }
}
