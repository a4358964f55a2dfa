package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job file can say of roles in a workspace with the legacy permission model. */
class LegacyDefinitionsTest {

  private static final String COPY =
      """
      roles:
        environment:
          Finance dev: { config: { folder_ids: [] } }
          Finance two: { copy-of: Finance dev, config: { folder_ids: [1563002] } }
      """;

  @TempDir Path folder;

  private Path job(String behaviour, String roles, String role) throws IOException {
    Files.writeString(
        folder.resolve("people.csv"),
        "Email,Name,DEV\nana@example.com,Ana,Admin\nbob@example.com,Bob," + role + "\n");
    Files.writeString(
        folder.resolve("seed.json"),
        """
        {
          "model": "legacy",
          "behaviour": {%s},
          "environments": [{"type": "dev", "projects": ["Billing", "Close"]}],
          "roles": [
            {"name": "Finance dev", "projects": ["Billing@dev"], "privileges": {"Recipes": ["read"]}}
          ],
          "members": [
            {"email": "ana@example.com", "name": "Ana", "roles": {"dev": "Admin"}},
            {"email": "bob@example.com", "name": "Bob", "roles": {"dev": "Operator"}}
          ]
        }
        """
            .formatted(behaviour));
    return Files.writeString(
        folder.resolve("job.yaml"),
        """
        name: older
        sources: [ { name: hr, type: csv, path: people.csv, columns: { email: Email, name: Name, role.dev: DEV } } ]
        target: { type: sandbox, seed: seed.json, state: state.json }
        repository: jdbc:h2:file:./runs
        safety: { minimum-admins: 0 }
        report: { folder: reports, formats: [json] }
        """
            + roles);
  }

  @Test
  void whatIsThereIsWrittenSoThatPutIntoTheJobFileItPlansNothing() throws IOException {
    Path job = job("", "", "Operator");

    Ran ran = Shell.run("catalog", job.toString(), "--definitions");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("    Finance dev:\n").contains("folder_ids: [1563001]");
    Ran plan = Shell.run("plan", job("", ran.out(), "Operator").toString(), "--detailed-exitcode");
    assertThat(plan.code()).as(plan.toString()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"''", "'\"legacy-role-body\": \"wrapped\"'"})
  void aRoleIsCopiedAndGivenAndItsProjectsAreSet(String behaviour) throws IOException {
    String job = job(behaviour, COPY, "Finance two").toString();

    Ran plan = Shell.run("plan", job);
    assertThat(plan.out())
        .contains("create the environment role as a copy of \"Finance dev\"")
        .contains("change the environment role: folder_ids: - 1563001");
    Ran sync = Shell.run("sync", job);

    assertThat(sync.code()).as(sync.toString()).isZero();
    Ran again = Shell.run("plan", job, "--detailed-exitcode");
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(Shell.run("catalog", job, "--definitions").out())
        .contains("folder_ids: []")
        .contains("folder_ids: [1563002]");
  }

  @Test
  void aCopyThatTheWorkspaceNamesItselfIsToldAndNotMadeTwice() throws IOException {
    String job = job("\"copy-name\": \"own\"", COPY, "Operator").toString();

    for (int run = 1; run <= 2; run++) {
      Ran sync = Shell.run("sync", job);
      assertThat(sync.code()).as(sync.toString()).isEqualTo(3);
      assertThat(sync.all())
          .contains(
              "the workspace calls the copy \"Copy of Finance dev\"; rename it to \"Finance two\"");
    }
    assertThat(Shell.run("catalog", job).out())
        .contains("Copy of Finance dev")
        .doesNotContain("Copy of Copy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "environment: { Other: { was: [Finance dev] } }|3|only folder_ids can be changed",
        "environment: { Finance dev: absent }|3|only folder_ids can be changed",
        "environment: { Finance dev: { config: { x: 1 } } }|3|only folder_ids can be changed",
        "environment: { New: { config: { folder_ids: [] } } }|3|write copy-of:",
        "environment: { New: { copy-of: Nobody } }|3|there is no custom role \"Nobody\"",
        "environment: { Admin: absent }|5|is a built-in environment role",
        "project: { New: { config: {} } }|5|the workspace has no project roles",
      })
  void whatTheApiCannotDoIsTold(String roles, int code, String told) throws IOException {
    Ran ran = Shell.run("sync", job("", "roles: { " + roles + " }\n", "Operator").toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
    assertThat(ran.all()).contains(told);
  }
}
