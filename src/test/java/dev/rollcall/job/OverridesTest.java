package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.spec.SourceSpec.CsvSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {

  private static CsvSpec source(String... overrides) {
    return (CsvSpec) JobFiles.read(JobFiles.SMALLEST, overrides).sources().get(0);
  }

  @Test
  void setsAValueThatIsNotWrittenYet() {
    assertThat(
            JobFiles.read(JobFiles.SMALLEST, "safety.removals.count=5").safety().removals().count())
        .contains(5);
  }

  @Test
  void countsItemsOrCallsThemByName() {
    assertThat(source("sources.0.path=x.csv").path().label()).isEqualTo("x.csv");
    assertThat(source("sources[hr].path=x.csv").path().label()).isEqualTo("x.csv");
    assertThat(source("sources.hr.path=x.csv").path().label()).isEqualTo("x.csv");
  }

  @Test
  void bracketsTakeNamesWithDots() {
    assertThat(source("sources[hr].columns[role.dev]=DEV").roster().columns())
        .containsOnlyKeys("role.dev");
  }

  @Test
  void theLastOneWins() {
    assertThat(source("sources.0.path=x", "sources.0.path=y").path().label()).isEqualTo("y");
  }

  @Test
  void aValueMayHoldEqualsSigns() {
    assertThat(JobFiles.read(JobFiles.SMALLEST, "report.folder=a=b").report().folder().label())
        .isEqualTo("a=b");
  }

  @Test
  void namesTheNearestKeyAndItem() {
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "safety.removls.count=5"))
        .containsExactly(
            "--set safety.removls.count: unknown key \"removls\" in safety; did you mean"
                + " \"removals\"?");
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "sources[hrr].path=x"))
        .containsExactly(
            "--set sources[hrr].path: there is no item \"hrr\" in a list of 1; did you mean"
                + " \"hr\"?");
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "sources.1.path=x"))
        .containsExactly(
            "--set sources.1.path: there is no item \"1\" in a list of 1; did you mean \"hr\"?");
  }

  @Test
  void saysWhatIsWrongWithTheValueAndNeverRepeatsASecret() {
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "safety.removals.count=many"))
        .containsExactly(
            "--set safety.removals.count: safety.removals.count must be a whole number, not"
                + " \"many\"; write digits only");
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "target.tokens.dev=[hush]"))
        .containsExactly("--set target.tokens.dev: target.tokens.dev must be a secret, not a list");
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "target.tokens={ dev: hush"))
        .hasSize(1)
        .allMatch(problem -> !problem.contains("hush"));
  }

  @Test
  void takesNoSecretFromTheCommandLineButAReferenceToOne() {
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "target.tokens.dev=hush"))
        .containsExactly(
            "--set target.tokens.dev: target.tokens.dev holds a secret, and a command line keeps"
                + " none; write ${env:NAME} or ${file:/path} instead");
    assertThat(
            JobFiles.problems(
                JobFiles.SMALLEST, "repository=jdbc:postgresql://db/runs?user=u&password=hush"))
        .containsExactly(
            "--set repository: repository holds a secret, and a command line keeps none; write"
                + " ${env:NAME} or ${file:/path} instead");
    assertThat(
            JobFiles.problems(
                JobFiles.SMALLEST,
                "sources=[{ name: hr, type: jdbc, url: 'jdbc:h2:mem:hr', query: q, properties: {"
                    + " sslpassword: hush, ssl: 'true' } }]"))
        .anyMatch(problem -> problem.contains("sslpassword holds a secret"))
        .noneMatch(problem -> problem.contains("hush") || problem.contains("ssl holds"));
    assertThat(JobFiles.read(JobFiles.SMALLEST, "target.tokens.dev=${env:TOKEN}")).isNotNull();
  }

  @Test
  void needsAPathAndAnEqualsSign() {
    for (String wrong : List.of("safety", "=5", "", "safety..x=5", "sources[hr=5")) {
      assertThat(JobFiles.problems(JobFiles.SMALLEST, wrong))
          .containsExactly(
              "--set: a value is set by path=value; write --set safety.removals.count=5");
    }
  }
}
