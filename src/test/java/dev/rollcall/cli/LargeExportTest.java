package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workspace of 5,000 in three environments, exported and read again. */
class LargeExportTest {

  private static final int PEOPLE = 5_000;
  private static final List<String> ENVIRONMENTS = List.of("dev", "test", "prod");
  private static final List<String> NAMES =
      List.of(
          "Plain",
          "=cmd|' /C calc'!A0",
          "A; B = C@dev",
          " two\\nlines ",
          "\\u05D0\\u05D1 \\\"q\\\"");

  private static final String JOB =
      """
      name: source
      sources: [{ name: none, type: csv, path: none.csv }]
      target: { type: sandbox, seed: workspace.json, state: state.json, rate: { per-minute: 6000000 } }
      policy: { absent: suspend, left: suspend, extra: revoke }
      repository: jdbc:h2:file:./runs
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"rbac, xlsx", "legacy, csv"})
  void planSaysThatNothingIsToBeDone(String model, String format) throws IOException {
    Files.writeString(folder.resolve("workspace.json"), workspace(model));
    Path job = Files.writeString(folder.resolve("job.yaml"), JOB);
    Path adopted = folder.resolve("adopted.yaml");

    Ran exported =
        Shell.run(
            "export",
            job.toString(),
            "--out=" + folder.resolve("roster." + format),
            "--job-file=" + adopted);
    Ran planned = Shell.run("plan", adopted.toString(), "--detailed-exitcode");

    assertThat(exported.code()).as(exported.toString()).isZero();
    assertThat(planned.code()).as(planned.toString()).isZero();
    // Whoever is invited is left alone as well.
    assertThat(planned.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove, 5001 unch");
  }

  private static String workspace(String model) {
    boolean isOlder = model.equals("legacy");
    List<String> members = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      members.add(
          "{\"email\": \"p%d@example.com\", \"name\": \"%s %d\", \"roles\": {%s}%s}"
              .formatted(i, NAMES.get(i % NAMES.size()), i, roles(i, isOlder), more(i, isOlder)));
    }
    return """
    {"model": "%s", "quota-per-minute": 0,
     "environments": [%s],
     %s
     "members": [%s],
     "invitations": [{"email": "pending@example.com", "roles": {"dev": "%s"}}]}
    """
        .formatted(
            model,
            String.join(
                ", ",
                ENVIRONMENTS.stream()
                    .map(each -> "{\"type\": \"%s\", \"projects\": [%s]}".formatted(each, names(8)))
                    .toList()),
            isOlder
                ? "\"roles\": [" + names(4) + "],"
                : "\"environment-roles\": [%s], \"groups\": [%s],"
                    .formatted(
                        names(4),
                        String.join(
                            ", ",
                            IntStream.range(0, 21)
                                .mapToObj(i -> "{\"name\": \"" + name(i) + "\"}")
                                .toList())),
            String.join(",\n", members),
            isOlder ? "Operator" : "Member");
  }

  /** Of a hundred people one has no access at all, and some have none in an environment. */
  private static String roles(int person, boolean isOlder) {
    if (person % 100 == 0) {
      return "";
    }
    return String.join(
        ", ",
        IntStream.range(0, ENVIRONMENTS.size())
            .filter(at -> (person + at) % 4 != 0)
            .mapToObj(
                at ->
                    "\"%s\": \"%s\""
                        .formatted(
                            ENVIRONMENTS.get(at),
                            person % 3 == 0 ? name(person % 4) : isOlder ? "Operator" : "Member"))
            .toList());
  }

  /** The last group has nobody in it, and some people are in none. */
  private static String more(int person, boolean isOlder) {
    if (isOlder || person % 7 == 0) {
      return "";
    }
    return ", \"groups\": [\"%s\", \"%s\"], \"projects\": {\"%s@%s\": \"Builder\"}"
        .formatted(
            name(person % 20),
            name((person + 3) % 20),
            name(person % 8),
            ENVIRONMENTS.get(person % ENVIRONMENTS.size()));
  }

  private static String names(int count) {
    return String.join(
        ", ", IntStream.range(0, count).mapToObj(i -> "\"" + name(i) + "\"").toList());
  }

  private static String name(int number) {
    return NAMES.get(number % NAMES.size()) + " no. " + number;
  }
}
