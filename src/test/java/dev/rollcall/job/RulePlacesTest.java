package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in a condition is told with its line and column in the file, however it is written. */
class RulePlacesTest {

  private static final String JOB =
      """
      name: small
      sources: [{ name: hr, type: csv, path: people.csv }]
      target: { type: sandbox }
      rules:
        - name: r
          grant: { groups: [Ops] }
      %s
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    when: person.name == \"a\" && HERE.x == \"b\"\n",
        "    when: person.name == \"a\" &&\n      HERE.x == \"b\"\n",
        "    when: person.name == \"a\" &&\n\n      HERE.x == \"b\"\n",
        "    when: 'person.name == \"it''s\" && HERE.x == \"b\"'\n",
        "    when: 'person.name == \"it''s\"\n      && HERE.x == \"b\"'\n",
        "    when: \"person.name == \\\"a\\\" && HERE.x == \\u0022b\\u0022\"\n",
        "    when: \"\\u0070erson.name == \\\"a\\\" &&\\n HERE.x == 'b'\"\n",
        "    when: \"person.name.matches('\\\\\\\\n\\\\\\\\.') && HERE.x == 'b'\"\n",
        "    when: \"person.name == 'a' \\\n      && HERE.x == 'b'\"\n",
        "    when: |\n      person.name == \"a\" &&\n      HERE.x == \"b\"\n",
        "    when: |\n      person.name == \"a\" &&\n\n        HERE.x == \"b\"\n",
        "    when: |-\n\n      person.name == \"a\" && HERE.x == \"b\"\n",
        "    when: >\n      person.name == \"a\" &&\n      HERE.x == \"b\"\n",
        "    when: >\n      person.name == \"a\" &&\n\n      HERE.x == \"b\"\n",
        "    when: >-   # a comment\n      person.name == \"a\" &&\n        HERE.x == \"b\"\n      && true\n",
        "    when: person.name == \"é😀\" && HERE.x == \"b\"\n",
        "    when: |\r\n      person.name == \"a\" &&\r\n      HERE.x == \"b\"\r\n",
      })
  void isPlaced(String when) throws IOException {
    String text = JOB.formatted(when);
    String before = text.substring(0, text.indexOf("HERE"));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    String last = before.substring(before.lastIndexOf('\n') + 1);
    int column = last.codePointCount(0, last.length()) + 1;
    String written = text.replace("HERE", "persn");

    List<Problem> problems = problems(written);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).where()).endsWith("job.yaml:" + line + ":" + column);
    assertThat(problems.get(0).remedy()).isEqualTo("did you mean \"person\"?");
  }

  @Test
  void isToldTogetherWithEverythingElse() throws IOException {
    List<Problem> problems =
        problems(JOB.formatted("    when: person.name == 3\npolicy: { lefft: suspend }"));

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).where()).endsWith("job.yaml:7:23");
    assertThat(problems.get(1).where()).endsWith("job.yaml:8:11");
  }

  @Test
  void ofTheCommandLineIsAtTheSwitch() throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), JOB.formatted("    when: \"true\""));
    List<String> overrides = List.of("rules.r.when=persn.x == 'a'");

    InvalidJobFile invalid =
        catchThrowableOfType(InvalidJobFile.class, () -> reader().read(file, overrides));

    assertThat(invalid.problems().get(0).where()).isEqualTo("--set rules.r.when");
  }

  @Test
  void aConditionFromAVariableIsAtItsBeginning() throws IOException {
    assertThat(problems(JOB.formatted("    when: ${env:WHEN}")).get(0).where())
        .endsWith("job.yaml:7:11");
  }

  private List<Problem> problems(String job) throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), job);
    InvalidJobFile invalid =
        catchThrowableOfType(InvalidJobFile.class, () -> reader().read(file, new ArrayList<>()));
    assertThat(invalid).as(job).isNotNull();
    return invalid.problems();
  }

  private static JobFileReader reader() {
    return new JobFileReader(new ReferenceSources(Map.of("WHEN", "persn.x == 'a'"), path -> ""));
  }
}
