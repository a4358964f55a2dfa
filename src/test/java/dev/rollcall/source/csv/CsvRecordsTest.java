package dev.rollcall.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Whoever cuts rows sees the cells of most; they are those that the parser would find. */
class CsvRecordsTest {

  private static final CSVFormat LIKE_OURS =
      CSVFormat.DEFAULT
          .builder()
          .setDelimiter(';')
          .setIgnoreEmptyLines(false)
          .setIgnoreSurroundingSpaces(true)
          .get();

  @Property(tries = 2000)
  void cellsAreThoseThatTheParserFinds(@ForAll("texts") String text) throws IOException {
    try (CsvRecords records = new CsvRecords(new StringReader(text), ';')) {
      while (records.next()) {
        RowCutter row = records.row();
        if (row.shape() == RowCutter.Shape.WHOLE) {
          String alone = row.text();
          assertThat(List.of(records.cells())).as(alone).isEqualTo(parsed(alone));
        }
      }
    }
  }

  private static List<String> parsed(String row) throws IOException {
    try (CSVParser parser = CSVParser.parse(row, LIKE_OURS)) {
      return List.of(parser.iterator().next().values());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> cells =
        Arbitraries.of("", "a", "Łódź", "a b", "\"\"", "\"a;b\"", "\"a\"\"b\"", "\"a\nb\"", "x\"y")
            .list()
            .ofMinSize(1)
            .ofMaxSize(80)
            .map(row -> String.join(";", row));
    Arbitrary<String> loose = Arbitraries.strings().withChars("ab;\" \t\n\r").ofMaxLength(12);
    return Arbitraries.oneOf(cells, loose)
        .list()
        .ofMaxSize(5)
        .map(rows -> String.join("\r\n", rows));
  }
}
