package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds what runs on every push, and what raises dependencies. */
class WorkflowsTest {

  private static final Path GITHUB = Path.of(".github");

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(GITHUB.resolve("workflows"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void mayReadTheRepositoryAndNothingElse(Path file) {
    assertThat(read(file)).containsEntry("permissions", Map.of("contents", "read"));
    assertThat(jobs(file)).noneMatch(job -> job.containsKey("permissions"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void takesActionsByTheCommitAndSaysWhichVersionThatIs(Path file) throws IOException {
    assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("uses:")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*uses: [\\w/-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void endsAndKeepsNoCredentials(Path file) {
    assertThat(jobs(file)).isNotEmpty().allMatch(job -> job.containsKey("timeout-minutes"));
    assertThat(steps(file))
        .filteredOn(step -> String.valueOf(step.get("uses")).startsWith("actions/checkout@"))
        .isNotEmpty()
        .allMatch(step -> mapping(step.get("with")).get("persist-credentials").equals(false));
  }

  @Test
  void pushesAndPullRequestsRunWhatHasToPass() {
    Path file = GITHUB.resolve("workflows/ci.yml");

    assertThat(mapping(read(file).get("on"))).containsOnlyKeys("push", "pull_request");
    assertThat(steps(file)).anyMatch(step -> ".ci/run".equals(step.get("run")));
    assertThat(steps(file))
        .anySatisfy(
            step ->
                assertThat(mapping(step.getOrDefault("with", Map.of())))
                    .containsEntry("java-version", "17")
                    .containsEntry("cache", "maven"));
    assertThat(Path.of(".ci/run")).isExecutable();
  }

  @Test
  void librariesAndActionsAreRaisedWeeklyInGroupsAndNotAtOnce() {
    List<Map<String, Object>> updates =
        mappings(read(GITHUB.resolve("dependabot.yml")).get("updates"));

    assertThat(updates)
        .extracting(update -> update.get("package-ecosystem"))
        .containsExactlyInAnyOrder("maven", "npm", "github-actions", "docker");
    assertThat(updates)
        .allSatisfy(
            update -> {
              assertThat(mapping(update.get("schedule"))).containsEntry("interval", "weekly");
              assertThat(mapping(update.get("cooldown"))).containsEntry("default-days", 7);
              assertThat(mapping(update.get("groups"))).isNotEmpty();
            });
  }

  private static List<Map<String, Object>> jobs(Path file) {
    return mapping(read(file).get("jobs")).values().stream().map(WorkflowsTest::mapping).toList();
  }

  private static List<Map<String, Object>> steps(Path file) {
    return jobs(file).stream().flatMap(job -> mappings(job.get("steps")).stream()).toList();
  }

  private static Map<String, Object> read(Path file) {
    try {
      return mapping(
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapping(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> mappings(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
