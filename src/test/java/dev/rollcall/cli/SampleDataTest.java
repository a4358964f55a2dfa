package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every job file in {@code jobs} gives exactly the plan in {@code sample-data/expected}. With
 * {@code -Drollcall.accept=true} the expected plans are written anew, to be looked at in the diff.
 */
class SampleDataTest {

  private static final Path EXPECTED = Path.of("sample-data", "expected");

  @TempDir Path folder;

  static List<String> jobs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("jobs"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void givesTheExpectedPlan(String job) throws IOException {
    SampleCompany.copyTo(folder);
    Path expected = EXPECTED.resolve(job + ".txt");

    String plan = plan(folder.resolve("jobs").resolve(job + ".yaml"));

    if (Boolean.getBoolean("rollcall.accept")) {
      Files.createDirectories(EXPECTED);
      Files.writeString(expected, plan);
    }
    assertThat(plan).isEqualTo(Files.readString(expected));
  }

  @Test
  void everyExpectedPlanHasItsJobFile() throws IOException {
    try (Stream<Path> files = Files.list(EXPECTED)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
          .containsExactlyInAnyOrderElementsOf(jobs());
    }
  }

  /** Job files that want a server get one. */
  private String plan(Path job) throws IOException {
    SandboxOptions seeded =
        SandboxOptions.of().withSeed(folder.resolve("sample-data/workspace.json"));
    try (Sandbox server = Sandbox.start(seeded)) {
      Files.writeString(
          job, Files.readString(job).replace("http://127.0.0.1:8080", server.url().toString()));
      Ran ran = Shell.run("plan", job.toString(), "--verbose", "--quiet", "--no-color");
      assertThat(ran.err()).isEmpty();
      return steady(ran.out()) + "exit code " + ran.code() + "\n";
    }
  }

  /** Without what differs from one moment and machine to the next. */
  private String steady(String plan) {
    return plan.replaceAll("planned \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "planned NOW")
        .replaceAll("there, on \\d{4}-\\d\\d-\\d\\d with", "there, on DAY with")
        .replace(folder.toString(), "FOLDER")
        .replaceAll(" +\n", "\n");
  }
}
