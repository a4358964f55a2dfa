package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of a vendor's tenant is told in words of that vendor. */
class VendorWordsTest {

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    SampleCompany.copyTo(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scim       | service provider | workspace collaborator invit organization recipe workato workiva
          workiva    | organization     | collaborator invit environment recipe workato scim service.provider
          quickstart | workspace        | organization workiva scim service.provider account.for
          """)
  void noCommandTellsOfOneVendorInWordsOfAnother(String job, String tenant, String foreign) {
    String file = folder.resolve("jobs/" + job + ".yaml").toString();
    List<String> told = new ArrayList<>();
    for (List<String> words : commands(file)) {
      told.add(Shell.run(words.toArray(String[]::new)).all());
    }
    reports().forEach(told::add);

    assertThat(told).anyMatch(text -> text.contains(tenant));
    Pattern wrong = Pattern.compile("(?i)(" + foreign.strip().replace(' ', '|') + ")");
    assertThat(told.stream().flatMap(VendorWordsTest::lines))
        .filteredOn(line -> wrong.matcher(line).find())
        .isEmpty();
  }

  private List<List<String>> commands(String job) {
    String out = folder.resolve("today.csv").toString();
    return List.of(
        List.of("validate", job),
        List.of("validate", job, "--online"),
        List.of("catalog", job),
        List.of("plan", job),
        List.of("review", job, "--out", folder.resolve("reports/review.html").toString()),
        List.of("review", job),
        List.of("explain", job, "nobody.atall@example.com"),
        List.of("sync", job, "--allow", "removals=50"),
        List.of("plan", job),
        List.of("export", job, "--out", out),
        List.of("explain", job, "somebody.new@example.com", "--set", "policy.invite=false"),
        List.of("review", job));
  }

  /** Those for people: what a format calls a thing is the same for all vendors. */
  private List<String> reports() {
    try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().matches(".*\\.(html|md)")).toList()) {
        texts.add(Files.readString(file).replaceAll("(?s)<(style|script).*?</\\1>", ""));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without paths and addresses of ours, and without what marks text up. */
  private static Stream<String> lines(String text) {
    return text.replaceAll("<[^>]*>", "\n")
        .replaceAll("[\\w./-]*/[\\w./-]+", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty());
  }
}
