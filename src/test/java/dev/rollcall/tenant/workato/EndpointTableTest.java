package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual's table of calls is whole, and names what there is. */
class EndpointTableTest {

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `((?:GET|PUT|POST|DELETE) [^`]*)` \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private record Row(String call, String methods, String feature, String tests) {}

  @Test
  void everyCallHasARowAndEveryRowIsOfACall() throws IOException {
    assertThat(rows().stream().map(Row::call))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Endpoint.values()).map(Endpoint::call).toList());
  }

  @Test
  void everyRowNamesMethodsThatThereAreAndAllOfThem() throws IOException {
    Set<String> there =
        Stream.of(WorkatoApi.class, RoleApi.class, ProjectApi.class)
            .flatMap(api -> Stream.of(api.getDeclaredMethods()))
            .filter(method -> method.getReturnType().getSimpleName().equals("FinishedCall"))
            .filter(method -> !Modifier.isPrivate(method.getModifiers()))
            .map(Method::getName)
            .collect(toSet());

    assertThat(rows().stream().flatMap(row -> names(row.methods())).collect(toSet()))
        .isEqualTo(there);
  }

  @Test
  void everyRowSaysWhatItIsForAndWhichTestHoldsIt() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      classes =
          files
              .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.java$", ""))
              .collect(toSet());
    }

    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(names(row.methods())).isNotEmpty();
              assertThat(row.feature()).isNotBlank();
              assertThat(names(row.tests()).toList()).isNotEmpty().isSubsetOf(classes);
            });
  }

  private static Stream<String> names(String cell) {
    return NAME.matcher(cell).results().map(result -> result.group(1));
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(Path.of("docs/workato.md")))
        .results()
        .map(EndpointTableTest::row)
        .toList();
  }

  private static Row row(MatchResult found) {
    return new Row(found.group(1), found.group(2), found.group(3), found.group(4));
  }
}
