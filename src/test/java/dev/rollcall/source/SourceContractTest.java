package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every source must do, whatever rows come from. */
public abstract class SourceContractTest {

  private static final List<String> HEADER = List.of("Email", "Name", "Groups");
  private static final List<List<String>> ROWS =
      List.of(
          List.of("ana@example.com", "Ana García", "Finance; Ops"),
          List.of("bo@example.com", "Bo, \"the\" Builder", "Finance\nOps"),
          List.of("chi@example.com", "池 田", ""));

  /** A source with the given content. */
  protected abstract Source source(List<String> header, List<List<String>> rows);

  /** All rows of a source. */
  protected static List<Row> read(Source source) {
    try (Source.Rows rows = source.open()) {
      List<Row> all = new ArrayList<>();
      for (Row row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
      return all;
    }
  }

  @Test
  void returnsEveryRowInOrderWithItsCellsUnchanged() {
    assertThat(read(source(HEADER, ROWS))).extracting(Row::cells).isEqualTo(ROWS);
  }

  @Test
  void saysHowItsColumnsAreCalled() {
    try (Source.Rows rows = source(HEADER, ROWS).open()) {
      assertThat(rows.place().columns()).isEqualTo(HEADER);
      assertThat(rows.place().label()).isNotBlank();
    }
  }

  @Test
  void numbersRowsUpwards() {
    assertThat(read(source(HEADER, ROWS)))
        .extracting(Row::line)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(line -> line > 0);
  }

  @Test
  void readsFromTheStartEachTimeItIsOpened() {
    Source source = source(HEADER, ROWS);

    List<Row> first = read(source);

    assertThat(read(source)).isEqualTo(first);
  }

  @Test
  void isReadTwiceAtTheSameTimeWithoutDisturbance() {
    Source source = source(HEADER, ROWS);

    try (Source.Rows one = source.open();
        Source.Rows two = source.open()) {
      one.next();

      assertThat(two.next().cells()).isEqualTo(ROWS.get(0));
      assertThat(one.next().cells()).isEqualTo(ROWS.get(1));
    }
  }

  @Test
  void staysAtTheEnd() {
    try (Source.Rows rows = source(HEADER, ROWS.subList(0, 1)).open()) {
      rows.next();

      assertThat(rows.next()).isNull();
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void refusesToReadNothing() {
    assertThatThrownBy(() -> read(source(HEADER, List.of())))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("reads nothing");
  }

  @Test
  void refusesColumnsOfTheSameNameWhereOneIsRead() {
    try (Source.Rows rows = source(List.of("Email", "Name", "NAME"), ROWS).open()) {
      assertThatThrownBy(() -> mapper(rows))
          .isInstanceOf(UnreadableSource.class)
          .hasMessageContaining("\"NAME\"");
    }
    try (Source.Rows rows = source(List.of("Email", "Note", "NOTE"), ROWS).open()) {
      assertThat(mapper(rows).attributes()).containsExactly("email");
    }
  }

  private static RowMapper mapper(Source.Rows rows) {
    MappingSettings mapping =
        Given.mapping(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination());
    return RowMapper.of(mapping, rows.place());
  }

  @Test
  void isClosedTwiceWithoutHarm() {
    Source.Rows rows = source(HEADER, ROWS).open();

    rows.close();
    rows.close();
  }
}
