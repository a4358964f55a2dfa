package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens under the wrong key, and servers that grant elsewhere: nothing goes where it should not.
 */
class RightEnvironmentTest {

  private static final String GRANTS =
      "flo@example.com,Flo Ray,active,Member,Member,,Close@prod = Builder\n"
          + "gus@example.com,Gus Ode,active,Member,Member,,Close@test = Builder; Billing@dev = Builder";

  private static final String UNTOLD =
      "nothing the workspace says shows which environment the tokens belong to: ";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench =
        new Workbench(
            folder,
            seed ->
                seed.environment("test", "Billing", "Close")
                    .member("flo@example.com", "Flo Ray", Map.of("dev", "Member", "prod", "Member"))
                    .member("gus@example.com", "Gus Ode", Map.of("dev", "Member", "prod", "Member"))
                    .member(
                        SeedMember.of("hal@example.net", "Hal Orr", Map.of("test", "Member"))
                            .on("Billing@test", "Builder")
                            .on("Billing@prod", "Project operator")));
    bench.with("scope: { emails: [\"*@example.com\"] }\npolicy: { absent: report }");
    tokens("dev", "test", "prod");
    bench.joined(GRANTS);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** The tokens that stand under dev, test and prod. */
  private void tokens(String dev, String test, String prod) {
    bench.write("token-test", "sandbox-test");
    bench.tokens(
        "tokens: { dev: \"${file:token-%s}\", test: \"${file:token-%s}\", prod: \"${file:token-%s}\" }"
            .formatted(dev, test, prod));
  }

  @Test
  void tokensUnderTheirOwnKeysAreNothingToTalkAbout() {
    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.all()).contains("verified 3 of 3").doesNotContain(UNTOLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "plan", "sync", "rerun"})
  void equalTokensAreRefusedBeforeAnythingIsAsked(String command) {
    bench.write("token-other", "\n " + Workbench.token("dev") + "\r\n");
    tokens("dev", "test", "other");

    Ran ran = bench.run(command);

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("target.tokens.prod is the same token as target.tokens.dev");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void oneReferenceUnderTwoKeysIsOneTokenWhereverItLeads() {
    bench.tokens("tokens: { dev: \"${env:NOT_SET}\", prod: \"${env:NOT_SET}\" }");

    Ran ran = bench.run("validate");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("target.tokens.prod is the same token as target.tokens.dev");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate --online", "plan", "sync"})
  void swappedTokensAreRefusedBeforeAnythingIsWritten(String command) {
    tokens("dev", "prod", "test");

    Ran ran = bench.run(command.split(" ")[0], command.split(" ").length > 1 ? "--online" : "");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.all())
        .contains("target.tokens.prod is a token of environment \"test\"")
        .contains("a grant on project \"Billing\"")
        .contains(
            "it and target.tokens.test, which is one of \"prod\", are swapped: exchange them");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void theMainTokenUnderAnotherKeyIsNotTakenForAMissingPrivilege() {
    tokens("prod", "test", "dev");

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err())
        .contains("target.tokens.dev is a token of environment \"prod\"")
        .doesNotContain("tick");
  }

  @Test
  void aServerThatLetsAnyTokenReadPeopleIsAskedAboutGrantsAllTheSame() {
    bench.sandbox.behave(Map.of(Switch.PEOPLE_TOKEN.key(), "any"));
    tokens("prod", "test", "dev");

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.all()).contains("target.tokens.dev is a token of environment \"prod\"");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void twoTokensOfOneEnvironmentAreSeenByTheProjectsTheyList() {
    bench.sandbox.behave(Map.of(Switch.GRANT_ENVIRONMENT.key(), "omitted"));
    bench.write("token-test", Workbench.token("prod"));
    bench.tokens(
        "tokens: { dev: \"${file:token-dev}\", test: sandbox-prod, prod: \"${file:token-prod}\" }");

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.all())
        .contains("target.tokens.test and target.tokens.prod are tokens of one environment");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void projectsThatNameTheirEnvironmentTellAsWell() {
    bench.sandbox.behave(Map.of(Switch.GRANT_ENVIRONMENT.key(), "omitted"));
    bench.sandbox.behave(Map.of(Switch.PROJECT_ENVIRONMENT.key(), "shown"));
    assertThat(bench.run("plan").all()).doesNotContain(UNTOLD);
    tokens("dev", "prod", "test");

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.all()).contains("target.tokens.prod is a token of environment \"test\"");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void whereNothingTellsThatIsSaidOnce() {
    bench.sandbox.behave(Map.of(Switch.GRANT_ENVIRONMENT.key(), "omitted"));

    for (Ran ran :
        new Ran[] {bench.run("validate", "--online"), bench.run("plan"), bench.run("sync")}) {
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(ran.all()).containsOnlyOnce(UNTOLD + "dev, test, prod");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"other-environment", "other-project"})
  void aServerThatGrantsElsewhereThanToldIsFoundByVerifying(String place) {
    bench.sandbox.behave(Map.of(Switch.GRANT_ENVIRONMENT.key(), "omitted"));
    assertThat(bench.run("plan").code()).isZero();
    bench.joined(GRANTS.lines().findFirst().orElseThrow());
    bench.sandbox.behave(Map.of(Switch.GRANT_PLACE.key(), place));
    bench.sandbox.behave(Map.of(Switch.GRANT_ENVIRONMENT.key(), "omitted"));

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.all()).doesNotContain("verified 1 of 1");
  }
}
