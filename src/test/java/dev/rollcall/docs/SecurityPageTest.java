package dev.rollcall.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the page on security to the tests that it names. */
class SecurityPageTest {

  private static final Path PAGE = Path.of("docs/SECURITY.md");

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*)`");

  private static final String NAMES_ONLY = "(`[A-Z]\\w*(Test|Contract)`(, )?)+";

  @Test
  void namesATestForEveryPromise() throws IOException {
    List<String> promises = rows("What is promised");

    assertThat(promises).hasSizeGreaterThan(15);
    assertThat(promises).allSatisfy(row -> assertThat(heldBy(row)).matches(NAMES_ONLY));
  }

  @Test
  void namesOnlyTestsThatExistAndTestSomething() throws IOException {
    Set<String> tests = tests();

    assertThat(rows("What is promised"))
        .allSatisfy(
            row ->
                assertThat(NAMED.matcher(heldBy(row)).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .allMatch(tests::contains));
  }

  @Test
  void promisesNothingTwice() throws IOException {
    assertThat(rows("What is promised"))
        .extracting(row -> row.split("\\|")[1])
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is trusted", "Who can write what, and what they get"})
  void leavesNoCellOfItsTablesEmpty(String heading) throws IOException {
    assertThat(rows(heading))
        .hasSizeGreaterThan(8)
        .allSatisfy(row -> assertThat(row).matches("\\|( [^|]+ \\|){3}"));
  }

  @Test
  void namesNoPlaceOfItsOwnToReportTo() throws IOException {
    assertThat(Files.readString(PAGE)).contains("Report a vulnerability").doesNotContain("@");
  }

  @Test
  void isLinkedFromTheManual() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("](docs/SECURITY.md)");
  }

  private static String heldBy(String row) {
    String[] cells = row.split("\\|");
    return cells[cells.length - 1].strip();
  }

  /** The rows of the table below a heading, without its head. */
  private static List<String> rows(String heading) throws IOException {
    String text = Files.readString(PAGE);
    int from = text.indexOf("\n## " + heading + "\n");
    assertThat(from).as("the section " + heading).isNotNegative();
    int to = text.indexOf("\n## ", from + 1);
    return text.substring(from, to < 0 ? text.length() : to)
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .toList();
  }

  /** The simple names of all classes that hold a test. */
  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && hasTests(file))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(toSet());
    }
  }

  private static boolean hasTests(Path file) {
    try {
      String text = Files.readString(file);
      return Stream.of("@Test", "@ParameterizedTest", "@Property", "@ArchTest", "@TestFactory")
          .anyMatch(text::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
