package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named under {@code safety:} and is not there, which would be a fence around nothing. */
class SafetyNamesTest {

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder, seed -> seed.projectRole("Auditor"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sensitive-roles: [Bilder] | safety.sensitive-roles: \"Bilder\" is no role | \"Builder\"?",
        "sensitive-roles: [Operator] | safety.sensitive-roles: \"Operator\" is no role | \"Auditor\"",
        "admin-roles: [Enviroment admin] | safety.admin-roles: \"Enviroment admin\" | \"Environment admin\"?",
        "admin-roles: [Environment admin, Auditer] | safety.admin-roles: \"Auditer\" | \"Auditor\"?",
        "admin-roles: [Admin] | safety.admin-roles: \"Admin\" is no role of the workspace | there is"
      })
  void aRoleThatTheWorkspaceLacksIsRefusedBeforeAnythingIsWritten(
      String safety, String words, String meant) {
    bench
        .joined("gus@example.com,Gus Ode,active,Member,,,")
        .with("safety: { " + safety + ", minimum-admins: 1 }");

    for (String command : new String[] {"validate", "plan", "sync"}) {
      Ran ran = bench.run(command, command.equals("validate") ? "--online" : "");
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.err()).contains(words).contains(meant);
    }
    bench.write("new.csv", "Email,Name,DEV role\nnew@example.com,New Face,Member\n");
    Ran onboard =
        Shell.run("onboard", folder.resolve("new.csv").toString(), bench.job.toString(), "--yes");
    assertThat(onboard.code()).as(onboard.toString()).isEqualTo(5);
    assertThat(onboard.err()).contains(words);
    assertThat(bench.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin-roles: [Environment admin, Admin]",
        "admin-roles: []",
        "admin-roles: [project ADMIN], sensitive-roles: [auditor, environment-manager]",
        "sensitive-roles: [Night desk, Day desk]"
      })
  void aRoleThatIsThereOrIsMadeOrHadThatNameIsNothingToTalkAbout(String safety) {
    bench
        .rules(
            "roles: { project: { Night desk: { was: [Day desk], config: { recipes: { privileges:"
                + " [read] } } } } }\n")
        .with("safety: { " + safety + " }");

    Ran ran = bench.run("plan");

    assertThat(ran.all()).doesNotContain("is no role");
    assertThat(ran.code()).as(ran.toString()).isIn(0, 4);
  }

  @Test
  void anAddressThatIsNowhereIsSaidToProtectNobody() {
    bench.with("safety: { protected: [aan@example.com, owner@example.com, bob@example.com] }");

    for (String command : new String[] {"validate", "plan"}) {
      Ran ran = bench.run(command, command.equals("validate") ? "--online" : "--verbose");
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(ran.all())
          .containsOnlyOnce("safety.protected:")
          .contains("\"aan@example.com\" is in no row", "did you mean \"ana@example.com\"?");
    }
  }

  @Test
  void anAddressThatIsNowhereDoesNotStandForAnOwnerWhoCannotBeRead() {
    bench.sandbox.fail(FaultDraft.status("GET", "/api/users/me", 403).always().made());
    bench.people(Workbench.EVERYBODY.replace("Dee Poe,active", "Dee Poe,left"));

    assertThat(plan("protected: [aan@example.com]").all()).contains("held back by unknown-owner");
    assertThat(plan("protected: [bob@example.com]").all()).contains("held back by unknown-owner");
    assertThat(plan("protected: [ana@example.com]").code()).isZero();
  }

  private Ran plan(String safety) {
    bench.with("safety: { " + safety + " }");
    return bench.run("plan", "--set", "target.workspace=Acme");
  }
}
