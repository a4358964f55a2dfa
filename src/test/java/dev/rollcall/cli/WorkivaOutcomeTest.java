package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators are told of what did not go as planned, and how the command ends. */
class WorkivaOutcomeTest {

  private static final String ORGANIZATION =
      """
      {
        "organization": { "id": "org-1", "name": "Audit Firm" },
        "roles": ["Org User Admin", "Org Security Admin"],
        "people": [
          { "username": "ana@example.com", "displayName": "Ana Silva" },
          { "username": "bob@example.com", "displayName": "Bob Roy" },
          { "username": "sue@example.com", "displayName": "Sue Poe", "status": "suspended" }
        ],
        "workspaces": [
          { "name": "FY26", "roles": ["Workspace Owner", "Editor", "Viewer", "Filing", "Unfit Role"],
            "members": { "ana@example.com": [] }, "groups": { "Controllers": [], "A / B": [] } },
          { "name": "Twin", "roles": ["Editor"], "groups": { "Team": [] } },
          { "name": "twin", "roles": ["Editor"], "groups": { "Team": [] } }
        ],
        "files": [ { "id": "doc-1", "family": "documents", "name": "10-K", "permissions": {} } ]
      }
      """;

  private static final String FIVE =
      "\"FY26 = Editor, Viewer, Filing, Workspace Owner, Unfit Role\"";

  @TempDir Path folder;
  private AuditFirm firm;

  @BeforeEach
  void begin() {
    firm = new AuditFirm(folder, ORGANIZATION);
  }

  @AfterEach
  void end() {
    firm.close();
  }

  private Ran run(String command, String... more) {
    String[] all = new String[more.length + 5];
    System.arraycopy(
        new String[] {"--no-color", "--set", "groups={}", "--set", "safety.bad-rows=100%"},
        0,
        all,
        0,
        5);
    System.arraycopy(more, 0, all, 5, more.length);
    return firm.run(command, all);
  }

  private void roster(String... rows) {
    firm.roster(
        "Email,Name,Organization roles,Workspaces,Workspace roles,Workspace groups,Files\n"
            + String.join("\n", rows)
            + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "400"})
  void oneRoleOfFiveIsRefusedAndTheOthersAreGiven(String how) {
    firm.turned("unfit-role", how);
    roster("ana@example.com,Ana Silva,,," + FIVE + ",,");

    Ran sync = run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isEqualTo(3);
    assertThat(sync.out())
        .contains("Applied 4 of 5, verified 4 of 4")
        .contains("1 refused by the organization; once the cause is gone: rollcall rerun")
        .containsPattern("ana@example.com, workspace role FY26 / Unfit Role: .*cannot be assigned")
        .contains("Exit 3: some operations are left over: rollcall rerun.");
    assertThat(firm.state())
        .contains("ana@example.com Editor", "ana@example.com Filing", "ana@example.com Viewer")
        .doesNotContain("Unfit");
  }

  @ParameterizedTest
  @CsvSource({"fail,failed", "cancelled,cancelled"})
  void anOperationThatFailsIsSaidWithTheRequestThatSupportAsksFor(String how, String word) {
    firm.turned("operations", how);
    roster("ana@example.com,Ana Silva,Org User Admin,,FY26 = Editor,FY26 / A / B,10-K = Viewer");

    Ran sync = run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isEqualTo(3);
    assertThat(sync.out())
        .contains("Applied 2 of 4, verified 2 of 2", "2 refused by the organization")
        .contains("the operation ended as " + word, "(request request-of-op-");
    assertThat(firm.state())
        .contains("ana@example.com in A / B", "file 10-K: ana@example.com Viewer")
        .doesNotContain("Org User Admin");
    firm.turned("operations", "complete");
    assertThat(run("rerun").code()).isZero();
    assertThat(firm.state()).contains("ana@example.com Org User Admin");
  }

  @Test
  void aTokenThatEndsAgainAndAgainIsNoTrouble() {
    firm.turned("token-life", "2").turned("limit", "20");
    roster(
        "ana@example.com,Ana Silva,Org User Admin,,\"FY26 = Editor, Viewer\",FY26 / A / B,",
        "bob@example.com,Bob Roy,,,FY26 = Viewer,FY26 / Controllers,10-K = Viewer");

    Ran sync = run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(
            firm.organization.requests().stream()
                .filter(request -> request.path().equals("/oauth2/token"))
                .count())
        .isGreaterThan(1);
  }

  @Test
  void ofTwoWorkspacesOfOneNameNeitherIsTouchedUnlessItIsNamedByItsId() {
    roster(
        "ana@example.com,Ana Silva,,,,FY26 / Controllers,",
        "bob@example.com,Bob Roy,,Twin,,,",
        "new@example.com,New Face,,,Twin = Editor,Twin / Team,");

    Ran sync = run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isEqualTo(3);
    assertThat(sync.out())
        .contains("\"Twin\" could be any of 2 in the organization (workspace): \"Twin\", \"twin\"")
        .contains("or one another by its id under target.workspaces")
        .doesNotContain("could not be read")
        .contains("2 people were left alone because of a problem");
    assertThat(firm.state()).contains("ana@example.com in Controllers").doesNotContain("new@");

    String id =
        run("catalog")
            .out()
            .lines()
            .filter(line -> line.strip().startsWith("twin "))
            .map(line -> line.strip().split(" +")[1])
            .findFirst()
            .orElseThrow();
    Ran named = run("sync", "--set", "target.workspaces={Twin UK: " + id + "}");

    assertThat(named.code()).as(named.out() + named.err()).isZero();
    assertThat(firm.state())
        .contains("workspace Twin: bob@example.com\n", "workspace Twin: new@example.com in Team\n")
        .doesNotContain("workspace twin: new@example.com");
  }

  @Test
  void severalTroublesAtOnceAreEachSaidAndCostNothingElse() {
    firm.turned("new-user-elsewhere", "409-bare");
    roster(
        "ana@example.com,Ana Silva,,," + FIVE + ",FY26 / A / B,10-K = Owner",
        "bob@example.com,Bob Roy,,Twin,FY26 = Editr,,",
        "sue@example.com,Sue Poe,,FY26,,,",
        "new@example.com,New Face,,,FY26 = Viewer,FY26 / Controllers,");

    Ran sync = run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isEqualTo(3);
    assertThat(sync.out())
        .contains("Unfit Role: the operation ended as failed")
        .contains("\"Twin\" could be any of 2")
        .contains("there is no workspace role \"Editr\" in \"FY26\"; did you mean \"Editor\"?")
        .contains("sue@example.com: is suspended in the organization, and is to be there")
        .contains("Exit 3: some operations are left over, and 1 person was left alone");
    assertThat(firm.state())
        .contains("new@example.com in Controllers", "ana@example.com in A / B")
        .contains("file 10-K: ana@example.com Owner");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          target.files={10-K: {document: nope}}                       | there is no document "nope" that the client's user may look at
          target.files={10-K: {spreadsheet: doc-1}}                   | there is no spreadsheet "doc-1"
          target.files={10-K: {document: a}, 10-k: {document: b}}     | target.files names one twice, as "10-K" and "10-k"
          target.files={A: {document: a}, B: {document: a}}           | target.files names one twice, as "A" and "B"
          target.files={A: {}}                                        | target.files.A is not one file; write document: ID
          target.workspaces={Twin B: nope}                            | "Twin B" is to be the workspace nope, and the organization has none of that id
          target.workspaces={A: x, B: x}                              | target.workspaces names one twice
          target.workspaces={A: x, a: y}                              | target.workspaces names one twice
          """)
  void whatTheTargetNamesAndIsNotThereEndsWithFive(String set, String said) {
    roster("ana@example.com,Ana Silva,,FY26,,,");

    Ran plan = run("plan", "--set", set);

    assertThat(plan.code()).as(plan.out() + plan.err()).isEqualTo(5);
    assertThat(plan.err()).contains(said);
  }
}
