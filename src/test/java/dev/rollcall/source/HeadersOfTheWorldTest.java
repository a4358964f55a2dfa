package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.model.Place;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RecognisedColumns;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Columns as offices and programs head and fill them, in a table beside this class: each is read,
 * asked about, or rightly left to rules. None changes access without a word.
 */
class HeadersOfTheWorldTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  @ParameterizedTest(name = "{0} holding {1}")
  @MethodSource("table")
  void areReadAskedAboutOrLeftToRules(String header, List<String> cells, String expected) {
    assertThat(told(header, cells)).isEqualTo(expected);
  }

  /** Each line: header | cells, separated by commas | what it comes to. */
  static Stream<Arguments> table() {
    return lines()
        .map(line -> line.split("\\s*\\|\\s*"))
        .map(part -> arguments(part[0], cells(part[1]), part[2]));
  }

  private static List<String> cells(String text) {
    return Arrays.stream(text.split(",\\s*", -1))
        .map(cell -> cell.equals("_") ? "" : cell)
        .toList();
  }

  private static Stream<String> lines() {
    try (InputStream in = HeadersOfTheWorldTest.class.getResourceAsStream("headers.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status of each person, else what is asked about the column, else that rules can see it. */
  private static String told(String header, List<String> cells) {
    Place place = new Place("hr.csv", Place.Style.LINE, List.of("Email", header));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      rows.add(new Row(i + 2, List.of("p" + i + "@example.com", cells.get(i))));
    }
    MappingSettings mapping =
        Given.mapping("hr", Map.of(), StatusWords.USUAL, TODAY, WorkatoTerms.destination("dev"));
    SourceProfile profile = SourceProfile.at(place, rows, TODAY);
    for (Map.Entry<String, List<String>> doubt :
        RecognisedColumns.of(profile, mapping.destination()).doubtful().entrySet()) {
      return "asked: " + doubt.getKey();
    }
    RowMapper mapper = RowMapper.of(mapping, profile);
    if (!mapper.usedColumns().contains(1)) {
      return mapper.unread().get(0).guess().map(guess -> "asked: " + guess.words()).orElse("rules");
    }
    return String.join(" ", rows.stream().map(row -> told(mapper.map(row))).toList());
  }

  private static String told(MappedRow mapped) {
    return mapped.fold(
        person ->
            person.claims().isEmpty()
                ? person.name().isEmpty()
                    ? person.status().toString().toLowerCase(java.util.Locale.ROOT)
                    : person.name().replace(' ', '.')
                : person.claims().get(0).entitlement().toString().replace(' ', '.'),
        reject -> "held",
        leftOut -> "later",
        later -> "later");
  }
}
