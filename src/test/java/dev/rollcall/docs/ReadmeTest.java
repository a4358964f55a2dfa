package dev.rollcall.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.docs.Manual.Page;
import dev.rollcall.safety.Allowances;
import dev.rollcall.tenant.workato.DataCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the README and the pages behind it to what is built. */
class ReadmeTest {

  /** A class below the base package, perhaps one within it, and perhaps a method of it. */
  private static final Pattern NAMED =
      Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)((?:\\.[A-Z]\\w*)*)(?:\\.([a-z]\\w*))?`");

  /** A class of tests: {@code `SourceContractTest`}. */
  private static final Pattern NAMED_TEST = Pattern.compile("[=` ]([A-Z]\\w*Test)\\b");

  private static final Pattern VARIABLE =
      Pattern.compile("\\b(ROLLCALL_[A-Z_]+|WORKBOOK_PASSWORD|NO_COLOR|JAVA_HOME)\\b");

  @Test
  void isShort() {
    assertThat(Manual.page(Manual.README).text().lines().count()).isLessThan(220);
  }

  @Test
  void leadsToEveryOtherPage() throws IOException {
    String readme = Manual.page(Manual.README).text();

    assertThat(Manual.pages())
        .filteredOn(page -> page.path().startsWith(Manual.DOCS))
        .hasSizeGreaterThan(10)
        .allMatch(page -> readme.contains("](" + page + ")"));
  }

  @Test
  void explainsEveryExitCode() {
    List<String> rows =
        Manual.page("commands.md")
            .section("Exit codes")
            .lines()
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .toList();

    assertThat(rows)
        .extracting(row -> row.replaceAll("\\| (\\d+) \\|.*", "$1"))
        .containsExactlyElementsOf(
            Arrays.stream(ExitCode.values()).map(code -> String.valueOf(code.code())).toList());
  }

  @Test
  void explainsEverySafetyRuleThatCanBeAllowedMore() {
    String rules = Manual.page("safety.md").section("The rules");

    assertThat(Allowances.RULES).allMatch(rule -> rules.contains("\n| `" + rule + "` |"));
  }

  @Test
  void namesEveryVariableOfTheEnvironmentThatIsLookedAt() throws IOException {
    Set<String> looked = new TreeSet<>(variables(Path.of("rollcall")));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        looked.addAll(variables(file));
      }
    }
    String table = Manual.page("commands.md").section("Variables of the environment");

    assertThat(looked).hasSizeGreaterThan(4).allMatch(each -> table.contains("`" + each + "`"));
  }

  @Test
  void namesEveryDataCenter() {
    String page = Manual.page("workato.md").text();

    assertThat(DataCenter.values())
        .allMatch(each -> page.contains("`" + each.name().toLowerCase(Locale.ROOT) + "`"));
  }

  @Test
  void namesOnlyClassesAndMethodsThatExist() {
    List<String> named =
        NAMED
            .matcher(Manual.page("architecture.md").text())
            .results()
            .map(found -> found.group().replace("`", ""))
            .toList();

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named.stream().filter(Predicate.not(ReadmeTest::exists))).isEmpty();
  }

  @Test
  void namesOnlyTestsThatExist() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files.map(file -> file.getFileName().toString().replace(".java", "")).collect(toSet());
    }

    List<String> named =
        Manual.pages().stream()
            .map(Page::text)
            .flatMap(text -> NAMED_TEST.matcher(text).results().map(found -> found.group(1)))
            .toList();

    assertThat(named).hasSizeGreaterThan(20).allMatch(tests::contains);
  }

  @Test
  void namesEveryPackage() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/rollcall"))) {
      assertThat(rowsOf("development.md", "Packages"))
          .containsExactlyInAnyOrderElementsOf(
              files.filter(Files::isDirectory).map(it -> it.getFileName().toString()).toList());
    }
  }

  @Test
  void namesEveryMigrationOfTheRepository() throws IOException {
    String formats = Manual.page("CHANGELOG.md").section("Formats");

    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .isNotEmpty()
          .allMatch(
              file -> formats.contains("\n| " + file.replaceAll("^V(\\d+)__.*", "$1") + " | "));
    }
  }

  private static List<String> variables(Path file) throws IOException {
    return VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
  }

  /** The code words in the first column of the table below a heading. */
  private static List<String> rowsOf(String page, String heading) {
    return Manual.page(page)
        .section(heading)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("`")[1])
        .toList();
  }

  private static boolean exists(String named) {
    Matcher parts = NAMED.matcher("`" + named + "`");
    if (!parts.matches()) {
      return false;
    }
    try {
      Class<?> type =
          Class.forName(
              "dev.rollcall." + parts.group(1) + parts.group(2).replace('.', '$'),
              false,
              ReadmeTest.class.getClassLoader());
      return parts.group(3) == null
          || Arrays.stream(type.getDeclaredMethods())
              .anyMatch(method -> method.getName().equals(parts.group(3)));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
