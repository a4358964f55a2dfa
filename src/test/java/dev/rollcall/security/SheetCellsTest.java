package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
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
