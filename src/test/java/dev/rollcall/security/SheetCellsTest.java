package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCellsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1",
        "+1",
        "-1",
        "@x",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\u00A0=1",
        "\"=1\"",
        "'=1",
        "''+1",
        "\uFEFF=1",
        "\u200B-1",
        "\u2028@x",
        " \" ' =cmd|' /C calc'!A0"
      })
  void guardsWhateverASpreadsheetWouldRun(String cell) {
    assertThat(SheetCells.guarded(cell)).isEqualTo("'" + cell);
    assertThat(SheetCells.read(SheetCells.guarded(cell))).isEqualTo(cell);
    assertThat(SheetCells.written(cell)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n\"\\s＝＋－＠].*");
    assertThat(SheetCells.read(SheetCells.written(cell))).isEqualTo(cell);
    assertThat(SheetCells.read(SheetCells.shown(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ana@example.com", "'s-Gravenhage", "''s", "'", "a=1", "x\n=1", "\\u{41}"})
  void leavesHarmlessCellsAloneBothWays(String cell) {
    assertThat(SheetCells.guarded(cell)).isEqualTo(cell);
    assertThat(SheetCells.read(SheetCells.written(cell))).isEqualTo(cell);
  }

  @Property(tries = 2000)
  void everyCellComesBack(@ForAll("cells") String cell) {
    assertThat(SheetCells.read(SheetCells.written(cell))).isEqualTo(cell);
    assertThat(SheetCells.read(SheetCells.shown(cell))).isEqualTo(cell);
  }

  @Test
  void quotesWhateverCouldEndACell() throws IOException {
    List<String> cells =
        List.of("− 1;=2", "a\tb", "a|b", "a,b", "a\"b", "a\nb", " a ", "plain text", "");

    assertThat(SheetCells.row(cells))
        .isEqualTo("\"− 1;=2\",\"a\tb\",\"a|b\",\"a,b\",\"a\"\"b\",\"a\nb\",\" a \",plain text,\n");
    assertThat(parsed(SheetCells.row(cells))).isEqualTo(cells);
  }

  @ParameterizedTest
  @CsvSource({
    "'− 1;=2',         '− 1\\u{3B}=2'",
    "'a; '' \"+2',      'a\\u{3B} '' \"+2'",
    "'a|;@x',          'a|\\u{3B}@x'",
    "'a;b;c|-1;2',     'a;b;c\\u{7C}-1;2'",
    "'a;＝1',          'a\\u{3B}＝1'"
  })
  void showsWhatWouldEndACellBeforeAFormula(String cell, String written) {
    assertThat(SheetCells.written(cell)).isEqualTo(written);
    assertThat(SheetCells.shown(cell)).isEqualTo(written);
    assertThat(SheetCells.read(written)).isEqualTo(cell);
  }

  @Property(tries = 1000)
  void noRowHoldsAFormulaWhereverItIsSplit(
      @ForAll("rows") List<String> cells, @ForAll("splitting") String sign) throws IOException {
    List<String> written = cells.stream().map(SheetCells::written).toList();
    String row = SheetCells.row(written);

    assertThat(parsed(row)).isEqualTo(written);
    assertThat(parsed(row).stream().map(SheetCells::read)).containsExactlyElementsOf(cells);
    for (String piece : row.split("[\n" + sign + "]")) {
      assertThat(piece).doesNotMatch("(?s)[\\s\"]*[=+\\-@＝＋－＠].*");
    }
  }

  private static List<String> parsed(String row) throws IOException {
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(row))) {
      return parser.getRecords().get(0).toList();
    }
  }

  @Provide
  static Arbitrary<String> splitting() {
    return Arbitraries.of(";", "|", "\t");
  }

  @Provide
  static Arbitrary<List<String>> rows() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            ";", "|", "\t", "\n", ",", "=", "-", "@", " ", "\"", "'", "a", "＝", "\u00A0");
    return pieces
        .list()
        .ofMaxSize(7)
        .map(list -> String.join("", list))
        .list()
        .ofMinSize(2)
        .ofMaxSize(4);
  }

  @Provide
  static Arbitrary<String> cells() {
    Arbitrary<String> starts =
        Arbitraries.of("'", "=", " ", "\"", "\t", "@", "-", "\uFEFF", "\u00A0")
            .list()
            .ofMaxSize(5)
            .map(list -> String.join("", list));
    return Combinators.combine(starts, PlainTextTest.texts()).as(String::concat);
  }
}
