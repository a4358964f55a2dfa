package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.SeedBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workspaces with the legacy permission model, from the command line. */
class LegacyModelRunTest {

  @TempDir Path folder;

  @Test
  void theSampleCompanyIsBroughtInStepAndStaysSo() throws IOException {
    String job = OlderCompany.copyTo(folder).toString();

    Ran looked = Shell.run("plan", job, "--verbose");
    Ran done = Shell.run("sync", job);
    Ran again = Shell.run("plan", job);

    assertThat(Shell.run("validate", job, "--online").out())
        .contains(
            "Its permission model is legacy: GET /api/environment_roles answered 404: Not found, and"
                + " members hold roles of type privilege_group.");
    assertThat(looked.out())
        .contains("the workspace has the legacy permission model")
        .contains("invite Amir Haas with dev Operator")
        .contains("prod Analyst -> Operator");
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
  }

  @Test
  void groupsAndProjectRolesAreAProblemEachWithItsPlace() throws IOException {
    OlderCompany.copyTo(folder);
    Path job =
        OlderCompany.job(
            folder,
            "      groups: Groups\n      projects: Projects\n",
            """
            groups:
              Finance builders: { description: Builds }
            """);

    Ran ran = Shell.run("sync", job.toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.all())
        .contains("older.yaml:30")
        .contains("the workspace has no groups: it has the legacy permission model")
        .contains("the workspace has no project roles, which")
        .containsPattern("people.csv:\\d+ \\(Groups\\)")
        .containsPattern("people.csv:\\d+ \\(Projects\\)")
        .containsPattern("which \\d+ people are to hold, this one first")
        .contains("rollcall migrate-roles");
  }

  @Test
  void columnsOfGroupsAndProjectsThatSayNothingAreNone() throws IOException {
    OlderCompany.copyTo(folder);
    Path people = folder.resolve("sample-data/people.csv");
    Files.writeString(
        people,
        """
        Work Email,First Name,Last Name,Department,Status,Start Date,End Date,DEV role,TEST role,PROD role,Groups,Projects
        ada.larsen@example.com,Ada,Larsen,IT,Active,,,Admin,Admin,Admin,,
        """);
    Path job = OlderCompany.job(folder, "      groups: Groups\n      projects: Projects\n", "");

    Ran ran = Shell.run("plan", job.toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
  }

  @Test
  void whoeverSaysTheModelIsToldOfflineWhatItHasNot() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "Email,Groups\nana@example.com,Ops\n");
    Path job = job("legacy", "http://127.0.0.1:9");

    Ran ran = Shell.in(Map.of("TOKEN", "t0p"), "validate", job.toString());

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out())
        .contains("people.csv:2 (Groups): the workspace has no groups: it has the legacy");
  }

  @Test
  void theModelThatIsSaidIsUsed() throws IOException {
    Files.writeString(
        folder.resolve("people.csv"),
        "Email,Name,DEV role\nnew@example.com,New Face,Finance dev\n");
    try (Sandbox sandbox =
        Sandbox.start(
            new SeedBuilder()
                .legacy("Finance dev")
                .environment("dev", "Billing")
                .member("ana@example.com", "Ana Silva", Map.of("dev", "Admin"))
                .build(),
            SandboxOptions.of())) {
      Path job = job("legacy", sandbox.url().toString());

      Ran ran = Shell.in(Map.of("TOKEN", "sandbox-dev"), "sync", job.toString());

      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(sandbox.comparableState())
          .contains("invited new@example.com roles={dev=Finance dev}");
      assertThat(sandbox.counts()).doesNotContainKey("GET /api/environment_roles");

      Ran wrong =
          Shell.in(
              Map.of("TOKEN", "sandbox-dev"),
              "plan",
              job("rbac", sandbox.url().toString()).toString());
      assertThat(wrong.code()).isEqualTo(5);
      assertThat(wrong.all()).contains("target.model is rbac, but").contains("write legacy");
    }
  }

  private Path job(String model, String url) throws IOException {
    return Files.writeString(
        folder.resolve("job.yaml"),
        """
        name: older
        sources: [ { name: hr, type: csv, path: people.csv } ]
        target:
          type: workato
          url: %s
          model: %s
          tokens: { dev: "${env:TOKEN}" }
        safety: { protected: [ana@example.com] }
        repository: jdbc:h2:file:./runs
        report: { folder: reports, formats: [json] }
        """
            .formatted(url, model));
  }
}
