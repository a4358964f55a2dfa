package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.scim.ScimSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The only administrator goes and another comes, at other vendors than Workato. */
class AdminHandoverElsewhereTest {

  private static final String SEED =
      """
      { "users": [
          { "id": "ana", "userName": "ana@example.com" },
          { "id": "bob", "userName": "bob@example.com" } ],
        "groups": [
          { "id": "g1", "displayName": "Workspace FY26",
            "members": [ { "value": "ana" }, { "value": "bob" } ] },
          { "id": "g2", "displayName": "Workspace FY26 - Admin",
            "members": [ { "value": "ana" } ] } ] }
      """;

  private static final String JOB =
      """
      name: directory
      sources:
        - { name: hr, type: csv, path: people.csv, status: { active: [active], left: [left] } }
      target:
        type: scim
        url: URL
        token: sandbox-scim
        rate: { per-minute: 60000 }
        group-names:
          workspace: "Workspace {workspace}"
          workspace-role: "Workspace {workspace} - {role}"
      scope: { emails: ["*@example.com"] }
      safety: { minimum-admins: 1, losses: { share: 100% }, removals: { count: 9, share: 100% } }
      """;

  @TempDir Path folder;

  /** Ana loses the role alone, the workspace that it is in as well, or all access. */
  @ParameterizedTest
  @ValueSource(strings = {"active,FY26,", "active,,", "left,,"})
  void nobodyGoesBeforeTheNewOneIsInTheScimGroupThatStandsForTheRole(String ana)
      throws IOException {
    try (ScimSandbox sandbox = ScimSandbox.of(SEED, SandboxOptions.of())) {
      String url = sandbox.url() + ScimSandbox.PATH;
      Path job = Files.writeString(folder.resolve("job.yaml"), JOB.replace("URL", url));
      Files.writeString(
          folder.resolve("people.csv"),
          "Email,Name,Status,Workspaces,Workspace roles\nana@example.com,Ana,%s\nbob@example.com,Bob,active,FY26,FY26 = Admin\n"
              .formatted(ana));
      sandbox.fail(
          FaultDraft.status("PATCH", "/scim/v2/Groups/g2", 422).containing("bob").always().made());

      Ran sync = Shell.run("sync", job.toString(), "--allow", "unknown-owner=1");

      assertThat(sync.code()).as(sync.toString()).isEqualTo(3);
      assertThat(sync.out())
          .contains(
              "blocked: minimum-admins: 0 administrators would be left in \"FY26\", of now 1");
      assertThat(sandbox.comparableState().lines())
          .contains(
              "user ana@example.com",
              "group Workspace FY26 has ana@example.com",
              "group Workspace FY26 - Admin has ana@example.com");
      sandbox.clearFaults();

      Ran rerun = Shell.run("sync", job.toString(), "--allow", "unknown-owner=1");

      assertThat(rerun.code()).as(rerun.toString()).isZero();
      assertThat(sandbox.comparableState().lines())
          .contains("group Workspace FY26 - Admin has bob@example.com")
          .doesNotContain("group Workspace FY26 - Admin has ana@example.com");
    }
  }

  @Test
  void nobodyGoesBeforeTheNewOneHasTheRoleInTheWorkivaOrganization() {
    try (AuditFirm firm = new AuditFirm(folder)) {
      firm.roster(
          AuditFirm.ROSTER
              .replace("Ana Silva,active,Org User Admin,", "Ana Silva,active,,")
              .replace("Bob Roy,active,,", "Bob Roy,active,Org User Admin; Org Security Admin,"));
      firm.organization.fail(
          FaultDraft.status("POST", "/organizations/*/users/*/roles/assignment", 400)
              .always()
              .made());
      String[] options = {"--set", "safety.minimum-admins=1"};

      Ran sync = firm.run("sync", options);

      assertThat(sync.code()).as(sync.toString()).isEqualTo(3);
      assertThat(sync.out())
          .contains(
              "blocked: minimum-admins: 0 administrators would be left in \"Org User Admin\"");
      assertThat(firm.state()).contains("organization: ana@example.com Org User Admin");
      firm.organization.clearFaults();

      Ran rerun = firm.run("sync", options);

      assertThat(rerun.code()).as(rerun.toString()).isZero();
      assertThat(firm.state())
          .contains("organization: bob@example.com Org User Admin")
          .doesNotContain("organization: ana@example.com");
    }
  }
}
