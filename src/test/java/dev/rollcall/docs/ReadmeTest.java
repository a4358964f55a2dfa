package dev.rollcall.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.JobFileSchema;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.yaml.Surroundings;
import dev.rollcall.safety.Allowances;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the manual to what is built. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");

  /** A class below the base package, perhaps one within it, and perhaps a method of it. */
  private static final Pattern NAMED =
      Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)((?:\\.[A-Z]\\w*)*)(?:\\.([a-z]\\w*))?`");

  /** A class of tests: {@code `SourceContractTest`}. */
  private static final Pattern NAMED_TEST = Pattern.compile("[=`]([A-Z]\\w*Test)`");

  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)\\)");

  @Test
  void explainsEveryKeyOfTheJobFileInTheWordsOfItsClasses() throws IOException {
    List<String> keys =
        JobFileSchema.markdown().lines().filter(line -> line.startsWith("| `")).toList();

    assertThat(keys).hasSizeGreaterThan(50);
    assertThat(Files.readAllLines(README)).containsAll(keys);
  }

  @Test
  void explainsNoKeyThatTheJobFileDoesNotKnow() throws IOException {
    Set<String> keys = JobFileSchema.markdown().lines().collect(toSet());

    assertThat(section("Job file").lines().filter(line -> line.startsWith("| `")))
        .isNotEmpty()
        .allMatch(keys::contains);
  }

  @Test
  void showsAJobFileThatIsRight(@TempDir Path folder) throws IOException {
    String example =
        YAML.matcher(section("Point it at a real workspace"))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    Path file = Files.writeString(folder.resolve("nightly.yaml"), example);
    Surroundings surroundings =
        new Surroundings(Map.of("WORKATO_TOKEN_DEV", "a-token"), path -> "another-token");

    LoadedJob job = new JobFileReader(surroundings).read(file, List.of());

    assertThat(job.file().name()).hasToString("nightly");
    assertThat(job.warnings()).isEmpty();
  }

  @Test
  void explainsEveryExitCode() throws IOException {
    List<String> rows =
        section("Exit codes").lines().filter(line -> line.matches("\\| \\d+ \\|.*")).toList();

    assertThat(rows)
        .extracting(row -> row.replaceAll("\\| (\\d+) \\|.*", "$1"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ExitCode.values()).map(code -> String.valueOf(code.code())).toList());
  }

  @Test
  void explainsEverySafetyRuleThatCanBeAllowedMore() throws IOException {
    String rules = section("Safety rules");

    assertThat(Allowances.RULES).allMatch(rule -> rules.contains("\n| `" + rule + "` |"));
  }

  @Test
  void namesOnlyClassesAndMethodsThatExist() throws IOException {
    String path = section("How a run works");
    List<String> named =
        NAMED.matcher(path).results().map(found -> found.group().replace("`", "")).toList();

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named.stream().filter(Predicate.not(ReadmeTest::exists))).isEmpty();
  }

  @Test
  void namesOnlyTestsThatExist() throws IOException {
    Set<String> tests;
    try (var files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files.map(file -> file.getFileName().toString().replace(".java", "")).collect(toSet());
    }

    assertThat(NAMED_TEST.matcher(section("Develop")).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allMatch(tests::contains);
  }

  @Test
  void linksToFilesThatAreThere() throws IOException {
    assertThat(LINK.matcher(Files.readString(README)).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allMatch(link -> Files.exists(Path.of(link)));
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

  /** What stands under a heading of the second level. */
  private static String section(String heading) throws IOException {
    String text = Files.readString(README);
    int from = text.indexOf("\n## " + heading + "\n");
    assertThat(from).as("the section " + heading).isNotNegative();
    int to = text.indexOf("\n## ", from + 1);
    return text.substring(from, to < 0 ? text.length() : to);
  }
}
