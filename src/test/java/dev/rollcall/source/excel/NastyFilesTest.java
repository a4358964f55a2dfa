package dev.rollcall.source.excel;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The nasty files, each with the people that are read from it and the rows that are handed back, or
 * with the one line that says what is wrong where. {@link NastyFiles} makes them.
 */
class NastyFilesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  static Stream<Arguments> files() {
    return Stream.concat(NastyFiles.texts(), NastyFiles.workbooks());
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("files")
  void givesThesePeopleOrThisLine(String what, String name, byte[] bytes, String expected) {
    Path file = Workbooks.write(folder, name, bytes);

    String came = assertTimeoutPreemptively(PATIENCE, () -> came(file));

    assertThat(came).isEqualTo(expected).doesNotContain("\n", "Exception");
  }

  private static String came(Path file) {
    String name = file.getFileName().toString();
    Source source =
        name.endsWith(".csv")
            ? new CsvSource(Given.csv("hr", file))
            : new ExcelSource(Given.excel("hr", file));
    try {
      return told(gathered(source));
    } catch (UnreadableSource e) {
      return e.getMessage();
    }
  }

  private static String told(Gathered gathered) {
    String people =
        gathered.people().stream()
            .map(person -> person.email().address() + " " + person.name() + dated(person))
            .collect(joining(", "));
    String rejects =
        gathered.rejects().stream()
            .flatMap(reject -> reject.problems().stream())
            .map(problem -> " | " + problem)
            .collect(joining());
    return (people.replace("@example.com", "") + rejects).strip();
  }

  private static String dated(PersonRecord person) {
    String since = person.attributes().getOrDefault("start date", "");
    return since.isEmpty() ? "" : " " + since;
  }

  private static Gathered gathered(Source source) {
    Gathering gathering = Given.gathering(List.of("hr"), OnConflict.PROBLEM);
    MappingSettings mapping =
        Given.mapping(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination("dev"));
    try (Source.Rows rows = source.open()) {
      RowMapper mapper = RowMapper.of(mapping, rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        gathering.add(mapper.map(row));
      }
      mapper.settle().forEach(row -> gathering.add(mapper.map(row)));
    }
    return gathering.gathered();
  }
}
