package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.SeedMember;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of rosters, job file and workspace meet however their blanks and letters are written. */
class MatchedNamesTest {

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench =
        new Workbench(
            folder,
            seed ->
                seed.environmentRole("Read  only\u00A0")
                    .projectRole(" Auditor")
                    .group("Month  end", "")
                    .group("Cafe\u0301 team", "")
                    .group("Press, Publishing", "")
                    .group("Sales\u00A0", "")
                    .group("Sales", "")
                    .environment("test", "Order  to cash", "Lab", "Lab ")
                    .member(
                        SeedMember.of("flo@example.com", "Flo Ray", Map.of("dev", "Member"))
                            .on("Billing@dev", "Builder")));
    bench.tokens(
        "tokens: { dev: \"${file:token-dev}\", prod: \"${file:token-prod}\", test: sandbox-test }");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void flo(String dev, String groups, String projects) {
    bench.people(
        Workbench.EVERYBODY
            + "flo@example.com,Flo Ray,active,%s,No access,\"%s\",\"%s\"\n"
                .formatted(dev, groups, projects));
  }

  @Test
  void namesOfTheWorkspaceAreFoundWhateverTheirBlanksAndLetters() {
    flo(
        "Read\u00A0only",
        "Month end; Caf\u00E9  team ",
        "Order\u202Fto cash@test = Auditor; Billing@dev = Builder");

    Ran first = bench.run("sync", "--verbose");

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(first.out())
        .contains("Applied 4 of 4, verified 4 of 4")
        .containsOnlyOnce(
            "the workspace spells the group \"Month  end\", with a blank too many; it is taken for"
                + " \"Month end\"")
        .containsOnlyOnce("the workspace spells the environment role \"Read  only")
        .containsOnlyOnce("the workspace spells the project in \"test\" \"Order  to cash\"")
        .containsOnlyOnce("the workspace spells the project role \" Auditor\"")
        .contains("with letters that are composed otherwise")
        .doesNotContain("Sales");
    bench.forget();
    Ran second = bench.run("sync");
    assertThat(second.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void rulesGroupsAndScopeAreMatchedTheSameWay() {
    bench
        .rules(
            """
            rules:
              - name: All
                when: person.email == "flo@example.com"
                grant: { groups: ["Month\u00A0end"], roles: { dev: "Read only" } }
            groups:
              "Month end ": { projects: [ { project: "Order to  cash", environment: test, role: Auditor } ] }
            """)
        .with(
            "scope: { groups: [\"month\u00A0end\", Finance, Ops], projects: [\"order\u00A0to cash\", Billing] }");
    flo("", "", "Billing@dev = Builder");

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Applied 3 of 3, verified 3 of 3");
    assertThat(bench.writes()).doesNotContain("POST /api/user_groups");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "plan", "sync"})
  void aGroupOfOursThatLooksLikeOneOfTheWorkspaceIsNoSecondOne(String command) {
    bench.rules("groups:\n  FINANCE: { description: month end }\n");

    Ran ran = bench.run(command, command.equals("validate") ? "--online" : "");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err())
        .contains("job.yaml:")
        .contains("the workspace has a group \"Finance\"; \"FINANCE\" would be a second one")
        .contains("did you mean \"Finance\"?");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void twoGroupsOfOursThatLookAlikeAreRefused() {
    bench.rules("groups:\n  Newcomers: {}\n  \"newcomers \": {}\n");

    Ran ran = bench.run("validate");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("groups: \"newcomers \" looks like \"Newcomers\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Sales | | \"Sales\" could be any of 2 in the workspace (group): \"Sales\u00A0\", \"Sales\"",
        "Finance, Ops | | lists are separated by \";\": did you mean \"Finance; Ops\"?",
        "Ops, Press, Publishing, finance | | did you mean \"Ops; Press, Publishing; Finance\"?",
        "finance | | there is no group \"finance\"; did you mean \"Finance\"?",
        "Zeppelin | | there is no group \"Zeppelin\"; there is ",
        "Zeppelin | | ; to have it made, name it under groups:",
        "| Lab@test = Builder | there are several",
        "| Billing@dev = Builder, Close@prod = Builder | did you mean \"Billing@dev = Builder; Close@prod = Builder\"?"
      })
  void whatIsNotSureIsAProblemThatNamesWhatItCouldBe(String groups, String projects, String words) {
    flo("Member", groups == null ? "" : groups, projects == null ? "" : projects);

    Ran ran = bench.run("plan", "--verbose");

    assertThat(ran.all()).contains(words.equals("there are several") ? "could be any of 2" : words);
    assertThat(ran.out()).doesNotContain("~ flo@example.com");
  }

  @Test
  void aLetterOfAnotherWidthInAnAddressIsAProblem() {
    bench.joined("\uFF46lo@example.com,Flo Ray,active,Member,,,");

    Ran ran = bench.run("validate");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out())
        .contains("people.csv:7 (Email): \"\uFF46lo@example.com\" has \"\uFF46\" (U+FF46)")
        .contains("the address would be \"flo@example.com\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "emails: ['*@example.com', '*@exmaple.com'] | scope.emails: \"*@exmaple.com\" matches no member and no row of any source | *@example.com",
        "emails: ['*@hr.example.com'] | scope.emails: \"*@hr.example.com\" matches no member | *@example.com",
        "emails: ['*.example.com'] | scope.emails: \"*.example.com\" matches no | \"*@example.com\"",
        "emails: ['*@example.com', ana@exampel.com] | scope.emails: \"ana@exampel.com\" matches no | ana@example.com",
        "groups: [Finanze, Ops] | scope.groups: \"Finanze\" matches no group of the workspace | Finance",
        "groups: [Finance, 'Controller*'] | scope.groups: \"Controller*\" matches no group | there is \"All collaborators\"",
        "projects: [Biling] | scope.projects: \"Biling\" matches no project of the workspace | Billing",
        "managed-by-idp: { groups: [Finanze] } | scope.managed-by-idp.groups: \"Finanze\" matches no | Finance"
      })
  void aScopeThatMatchesNothingIsRefusedBeforeAnythingIsWritten(
      String scope, String words, String meant) {
    bench.joined("gus@example.com,Gus Ode,active,Member,,,").with("scope: { " + scope + " }");

    for (String command : new String[] {"validate", "plan", "sync"}) {
      Ran ran = bench.run(command, command.equals("validate") ? "--online" : "");
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.err()).contains(words).contains(meant);
    }
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void offlineNobodyKnowsWhetherAPatternMatchesMembers() {
    bench.with("scope: { emails: [\"*@example.com\", \"*@partner.example\"] }");

    Ran ran = bench.run("validate");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.err())
        .containsOnlyOnce("scope.emails: \"*@partner.example\" matches nobody in the rosters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "emails: ['*']",
        "emails: ['*@example.com', 'owner@*']",
        "emails: ['*@EXAMPLE.com']",
        "managed-by-idp: { groups: ['Okta *'] }",
        "groups: ['all collab*', 'fin*', Ops]",
        "projects: ['?illing', Close]"
      })
  void aScopeThatMatchesSomethingIsNothingToTalkAbout(String scope) {
    bench.with("scope: { " + scope + " }");

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.all()).doesNotContain("matches no");
  }

  @Test
  void domainsInOtherAlphabetsAreMatched() {
    bench
        .joined("gus@b\u00FCcher.example,Gus Ode,active,Member,,,")
        .with("scope: { emails: [\"*@example.com\", \"*@B\u00FCcher.example\"] }");

    Ran ran = bench.run("plan", "--only", "gus@b\u00FCcher.example");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Plan: 1 to invite");
  }
}
