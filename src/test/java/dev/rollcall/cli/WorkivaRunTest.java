package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.RecordedRequest;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of an audit firm's roster into its organization, by the commands. */
class WorkivaRunTest {

  private static final String WANTED =
      """
      file 10-K: FY26 / Controllers Editor
      file 10-K: bob@example.com Editor
      organization: ana@example.com Org User Admin
      organization: robot@example.org Org User Admin
      user ana@example.com active "" "" "Ana Silva"
      user bob@example.com active "" "" "Bob Roy"
      user cy@example.com active "" "" "Cy Moe"
      user new@example.com active "New" "Face" "New Face"
      user robot@example.org active "" "" ""
      workspace Audit: bob@example.com
      workspace Audit: bob@example.com Editor
      workspace Audit: bob@example.com in All Users
      workspace Audit: group All Users
      workspace Audit: new@example.com
      workspace Audit: new@example.com in All Users
      workspace FY26: ana@example.com
      workspace FY26: ana@example.com Workspace Owner
      workspace FY26: ana@example.com in All Users
      workspace FY26: ana@example.com in Controllers
      workspace FY26: bob@example.com
      workspace FY26: bob@example.com Editor
      workspace FY26: bob@example.com Viewer
      workspace FY26: bob@example.com in All Users
      workspace FY26: bob@example.com in Q1/Q2 close
      workspace FY26: group All Users
      workspace FY26: group Certifiers
      workspace FY26: group Controllers
      workspace FY26: group Q1/Q2 close
      workspace FY26: new@example.com
      workspace FY26: new@example.com Viewer
      workspace FY26: new@example.com in All Users
      workspace FY26: new@example.com in Certifiers
      workspace FY26: new@example.com in Controllers
      """;

  @TempDir Path folder;
  private AuditFirm firm;

  @BeforeEach
  void begin() {
    firm = new AuditFirm(folder);
  }

  @AfterEach
  void end() {
    firm.close();
  }

  @Test
  void bringsAboutWhatTheRosterSaysAndASecondRunPlansNothing() {
    Ran plan = firm.run("plan");
    assertThat(plan.out())
        .contains("make an account for New Face")
        .contains("FY26 / Certifiers: is used by Q4 certification, needed by 2999-01-10")
        .contains("Plan: 1 to add, 2 to change, 1 to remove");

    Ran sync = firm.run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state()).isEqualTo(WANTED);
    assertThat(firm.organization.mails()).isEmpty();
    Ran again = firm.run("sync");
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("Applied 0 of 0").doesNotContain("used by Q4");
    assertThat(firm.organization.requests())
        .extracting(RecordedRequest::path)
        .noneMatch(path -> path.contains("All Users"));
  }

  /** Each row turns switches that do not get in each other's way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "page-order=turning next-link=cursor last-link=null filter=400 effect=at-end",
        "next-link=rooted polls=1 new-user-fields=all assign-held=fails revoke-absent=fails",
        "poll-after=none assign-held=details revoke-absent=details add-present=409",
        "assign-held=409 revoke-absent=404 remove-absent=404 add-stranger=404",
        "membership-twice=400 suspended-members=hidden all-users=403 token-life=90",
        "revoke-permission-absent=nothing status-patch=accepted new-user-mails=yes",
        "group-member-ids=memberships add-present=409",
        "group-member-ids=memberships group-change-ids=users",
        "group-member-ids=aliases group-change-ids=users limit=20"
      })
  void comesToTheSameHoweverTheApiBehaves(String switches) {
    for (String each : switches.split(" ")) {
      String[] turned = each.split("=");
      firm.turned(turned[0], turned[1]);
    }

    Ran sync = firm.run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state()).isEqualTo(WANTED);
  }

  @Test
  void staysWithinTheNumberOfRequestsThatThePeopleTake() {
    firm.run("plan");
    int before = firm.organization.requests().size();
    Ran sync = firm.run("sync");
    long creates = count("POST", "/organizations/org-1/users", before);
    long memberships = count("POST", ".*/membershipCreation", before);
    long roles = count("POST", ".*/roles/(assignment|revocation)", before);
    long groups = count("POST", ".*/members/modification", before);

    System.out.printf(
        "creates %d of 1, memberships %d of 3, role requests %d of 7, group requests %d of 6%n",
        creates, memberships, roles, groups);
    assertThat(creates).isEqualTo(1);
    assertThat(memberships).isEqualTo(3);
    assertThat(roles).isLessThanOrEqualTo(7);
    assertThat(groups).isLessThanOrEqualTo(6);
    assertThat(sync.out())
        .containsPattern(
            "%d requests, .* after %d that read"
                .formatted(
                    count("[A-Z]+", ".*", before) - tokens(before) - reading(sync), reading(sync)));
  }

  private long tokens(int from) {
    return count("POST", "/oauth2/token", from);
  }

  private static int reading(Ran sync) {
    Matcher read = Pattern.compile("after (\\d+) that read").matcher(sync.out());
    assertThat(read.find()).as(sync.out()).isTrue();
    return Integer.parseInt(read.group(1));
  }

  private long count(String method, String path, int from) {
    return firm.organization.requests().stream()
        .skip(from)
        .filter(request -> request.method().matches(method) && request.path().matches(path))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"left=suspend", "absent=suspend"})
  void nobodyCanBeSuspendedAndThatIsSaid(String policy) {
    Ran plan = firm.run("plan", "--set", "policy." + policy);

    assertThat(plan.code()).isEqualTo(5);
    assertThat(plan.err())
        .contains("is to suspend people, which nobody can by this API of an organization")
        .contains("write remove-from-workspaces or remove");
  }

  @Test
  void leaversAreRemovedWhereThePolicySaysSo() {
    Ran sync = firm.run("sync", "--set", "policy.left=remove");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state()).doesNotContain("cy@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Workspace roles  | FY26 = Editr            | there is no workspace role "Editr" in "FY26"; did you mean "Editor"?
          Workspace roles  | FY27 = Editor           | there is no workspace "FY27" (1 person: people.csv:2 …); did you mean "FY26"?
          Workspace roles  | FY26 =                  | "FY26 =" names no workspace role; write <workspace> / <workspace role>
          Workspace roles  | FY26 Audit =            | "FY26 Audit =" names no workspace role; write <workspace> / <workspace role>
          Workspace roles  | FY26 Audit              | "FY26 Audit" names no workspace; write <workspace> / <workspace role>
          Workspace groups | FY26 Audit =            | "FY26 Audit =" names no workspace group; write <workspace> / <workspace group>
          Files            | 9-Q = Editor            | the organization has no file "9-Q"; there is "10-K"; files are named under target.files
          Workspaces       | fy27                    | there is no workspace "fy27"; did you mean "FY26"?
          Workspace groups | FY26 / Controlers       | there is no workspace group "Controlers" in "FY26"; did you mean "Controllers"?
          Workspace groups | Controllers             | "Controllers" names no workspace; write <workspace> / <workspace group>
          Workspace groups | FY26 / All Users        | is a built-in workspace group, which nobody is put into
          Files            | 10-K                    | names no permission on a file; write <file> = <permission>
          Files            | 10-K = Reader           | has no permission "Reader"
          Organization roles | Org Admin             | there is no organization role "Org Admin"; there is "Org Security Admin", "Org User Admin"
          """)
  void aNameThatIsNotThereIsAProblemWithTheNearestOne(String header, String cell, String said) {
    firm.roster("Email,Name," + header + "\nbob@example.com,Bob Roy," + cell + "\n");

    Ran plan = firm.run("plan", "--no-color", "--set", "safety.bad-rows=100%");

    assertThat(plan.out() + plan.err()).contains(said);
  }

  @Test
  void whoeverNamesAFileWithoutSayingWhichItIsIsToldWhereToSay() {
    firm.roster("Email,Name,Files\nbob@example.com,Bob Roy,10-K = Editor\n");

    Ran plan = firm.run("plan", "--set", "target.files={}", "--set", "groups={}");

    assertThat(plan.out() + plan.err())
        .contains(
            "the organization has no file \"10-K\"; there is none to choose from; files are named"
                + " under target.files");
  }

  @Test
  void namesAreFoundWhateverTheirCase() {
    firm.roster(
        """
        Email,Name,Workspace roles,Workspace groups
        bob@example.com,Bob Roy,fy26 = EDITOR,FY26/controllers
        """);

    Ran sync = firm.run("sync", "--set", "groups={}");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state())
        .contains("workspace FY26: bob@example.com Editor\n")
        .contains("workspace FY26: bob@example.com in Controllers\n")
        .doesNotContain("Copy Manager");
  }

  @Test
  void aColumnOfOneWorkspaceSpeaksOfThatAlone() {
    firm.roster(
        """
        Email,Name,workspace.FY26
        ana@example.com,Ana Silva,"Workspace Owner, Editor"
        bob@example.com,Bob Roy,yes
        cy@example.com,Cy Moe,
        """);

    Ran sync = firm.run("sync", "--set", "groups={}");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state())
        .contains("workspace FY26: ana@example.com Editor\n")
        .contains("workspace FY26: ana@example.com Workspace Owner\n")
        .contains("workspace FY26: bob@example.com\n")
        .doesNotContain("workspace FY26: bob@example.com Copy Manager")
        .doesNotContain("workspace FY26: cy@example.com")
        .contains("workspace Audit: cy@example.com Editor\n");
  }

  @Test
  void aMembershipThatNobodySpeaksOfOutlivesItsLastRole() {
    firm.roster(
        """
        Email,Name,Workspace roles
        ana@example.com,Ana Silva,FY26 = Workspace Owner
        bob@example.com,Bob Roy,
        cy@example.com,Cy Moe,
        """);

    Ran sync = firm.run("sync", "--set", "groups={}");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state())
        .contains("workspace FY26: bob@example.com\n", "workspace FY26: cy@example.com\n")
        .doesNotContain("Copy Manager");
  }

  @Test
  void whatIsLostWithAMembershipIsPlannedAndCounted() {
    firm.roster(
        """
        Email,Name,Workspaces
        ana@example.com,Ana Silva,FY26
        bob@example.com,Bob Roy,FY26
        cy@example.com,Cy Moe,Audit
        """);

    Ran plan = firm.run("plan", "--set", "groups={}", "--set", "scope.groups=all");

    assertThat(plan.out())
        .contains("- workspace FY26 ")
        .contains("- workspace role FY26 / Editor ")
        .contains("- workspace group FY26 / Controllers ")
        .doesNotContain("Audit / Editor");
  }

  @Test
  void whatLiesInAWorkspaceThatIsNotOursIsLeftAlone() {
    Ran sync = firm.run("sync", "--set", "scope.workspaces=[Audit]");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state())
        .contains("workspace Audit: bob@example.com Editor\n")
        .contains("workspace FY26: bob@example.com Copy Manager\n")
        .doesNotContain("workspace FY26: new@example.com");
  }

  @Test
  void anOrganizationThatIsNotThereIsTheJobFilesFault() {
    Ran plan = firm.run("plan", "--set", "target.organization=org-none");

    assertThat(plan.code()).as(plan.err()).isEqualTo(5);
    assertThat(plan.err()).contains("no such organization").contains("check target.organization");
  }

  @Test
  void theOrganizationIsCalledByItsOwnWord() {
    firm.run("sync");

    assertThat(firm.run("plan").err()).contains("reading the organization …");
    assertThat(firm.run("catalog").err()).contains("reading the organization …");
    assertThat(firm.run("validate", "--online").out()).contains("The organization is ");
    assertThat(firm.run("explain", "bob@example.com").out())
        .contains("The organization already holds all they are to hold.");
  }

  @Test
  void aScopeThatMatchesNoWorkspaceIsSaid() {
    Ran plan = firm.run("plan", "--set", "scope.workspaces=[FY27*]");

    assertThat(plan.code()).isEqualTo(5);
    assertThat(plan.err()).contains("scope.workspaces: \"FY27*\" matches no workspace");
  }

  @Test
  void theFileUpdateGroupsReplacesThePersonsGroupsButForAllUsers() {
    firm.roster("username,groups\nana@example.com,\"Controllers, Q1/Q2 close\"\ncy@example.com,\n");

    Ran sync = firm.run("sync", "--set", "groups={}", "--set", "target.workspace=FY26");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state())
        .contains("workspace FY26: ana@example.com in Controllers\n")
        .contains("workspace FY26: ana@example.com in Q1/Q2 close\n")
        .contains("workspace FY26: cy@example.com in All Users\n")
        .doesNotContain("cy@example.com in Controllers");
  }

  @Test
  void assignmentsOfEveryKindAreRead() {
    firm.roster(
        """
        email,kind,target,environment,role
        bob@example.com,workspace,Audit,,
        bob@example.com,workspace role,FY26,,Editor
        bob@example.com,workspace group,Controllers,FY26,
        bob@example.com,organization role,Org User Admin,,
        bob@example.com,file,10-K,,Editor
        """);

    Ran roster = firm.run("roster", "--set", "sources[0].shape=assignments");

    assertThat(roster.code()).as(roster.out() + roster.err()).isZero();
    assertThat(
            firm.run("sync", "--set", "sources[0].shape=assignments", "--set", "groups={}").out())
        .contains("Applied");
    assertThat(firm.state())
        .contains("organization: bob@example.com Org User Admin\n")
        .contains("workspace Audit: bob@example.com\n")
        .contains("workspace FY26: bob@example.com Editor\n")
        .contains("workspace FY26: bob@example.com in Controllers\n")
        .contains("file 10-K: bob@example.com Editor\n");
  }

  @Test
  void aGroupGetsAnotherNameAndGoesAsTheJobFileSays() {
    firm.run("sync");
    firm.roster(AuditFirm.ROSTER.replace("FY26 / Controllers", "FY26 / Checkers"));
    String renamed =
        "groups={FY26 / Checkers: {was: [fy26/controllers], description: Who check, files: [10-K ="
            + " Editor]}}";
    Ran plan = firm.run("plan", "--set", renamed);
    assertThat(plan.out())
        .contains(
            "rename the workspace group \"FY26 / Controllers\"", "Plan: 0 to add, 0 to change");

    Ran sync = firm.run("sync", "--set", renamed);

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state()).isEqualTo(WANTED.replace("Controllers", "Checkers"));
    Ran again = firm.run("sync", "--set", renamed);
    assertThat(again.out()).contains("Applied 0 of 0");
    assertThat(again.code()).isZero();

    firm.roster(firm.roster().replace("; FY26 / Certifiers", ""));
    String absent = renamed.replace("groups={", "groups={FY26 / Certifiers: absent, ");
    Ran left = firm.run("sync", "--set", absent);
    assertThat(left.out()).contains("is to be absent, and is not deleted: held by");
    Ran gone = firm.run("sync", "--set", absent);
    assertThat(gone.code()).as(gone.out() + gone.err()).isZero();
    assertThat(firm.state()).doesNotContain("Certifiers").contains("group Checkers");
    assertThat(firm.run("sync", "--set", absent).out()).contains("Applied 0 of 0");
  }

  @Test
  void whatPeopleAreCalledFollowsTheRosterWhereThatIsAskedFor() {
    firm.roster(
        """
        Email,First name,Last name
        ana@example.com,Ana,de la Silva
        bob@example.com,,
        cy@example.com,Cy,Moe
        new@example.com,Jean,van Face
        """);
    String[] set = {"--set", "groups={}", "--set", "policy.profile=keep-up"};
    assertThat(firm.run("plan", "--set", "groups={}").out()).contains("1 to add, 0 to change");

    Ran plan = firm.run("plan", set);
    assertThat(plan.out())
        .contains(
            "~ name Ana Silva (no given or family name) -> Ana de la Silva",
            "1 to add, 2 to change")
        .doesNotContain("bob@example.com");
    assertThat(firm.run("plan", set[0], set[1], set[2], set[3], "--no-changes").out())
        .contains("1 to add, 0 to change");
    assertThat(firm.run("explain", "ana@example.com", set[0], set[1], set[2], set[3]).out())
        .contains("name Ana Silva (no given or family name) -> Ana de la Silva");
    Ran sync = firm.run("sync", set);

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(firm.state())
        .contains("user ana@example.com active \"Ana\" \"de la Silva\" \"Ana de la Silva\"")
        .contains("user bob@example.com active \"\" \"\" \"Bob Roy\"")
        .contains("user cy@example.com active \"Cy\" \"Moe\" \"Cy Moe\"")
        .contains("user new@example.com active \"Jean\" \"van Face\" \"Jean van Face\"");
    Ran again = firm.run("sync", set);
    assertThat(again.out()).contains("Applied 0 of 0");
    assertThat(again.code()).isZero();
  }

  @Test
  void namesAreNotKeptUpWherePeopleAreLeftAlone() {
    Ran plan =
        firm.run("plan", "--set", "policy.people=leave-alone", "--set", "policy.profile=keep-up");

    assertThat(plan.code()).isEqualTo(5);
    assertThat(plan.err()).contains("profile", "leaves to single sign-on");
  }

  @Test
  void whatIsExportedAndReadAgainPlansNothing() {
    firm.run("sync");
    Ran export = firm.run("export", "--out", folder.resolve("people.csv").toString(), "--force");
    assertThat(export.code()).as(export.out() + export.err()).isZero();

    Ran plan = firm.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
  }

  @Test
  void whoeverChangesTheGroupOfACertificationLooksFirstWhereThatIsStrict() {
    Ran sync = firm.run("sync", "--set", "safety.certification-groups=strict");

    assertThat(sync.code()).as(sync.out() + sync.err()).isEqualTo(4);
    assertThat(sync.out()).contains("--allow certification-groups=1");
    assertThat(firm.state()).doesNotContain("in Certifiers");
    assertThat(
            firm.run(
                    "sync",
                    "--set",
                    "safety.certification-groups=strict",
                    "--allow",
                    "certification-groups=1")
                .code())
        .isZero();
    assertThat(firm.state()).contains("new@example.com in Certifiers");
  }

  @Test
  void scopesThatAreMissingAreNamed() {
    Ran whole = firm.run("validate", "--online");
    assertThat(whole.code()).as(whole.out() + whole.err()).isZero();

    Ran wrong = firm.run("validate", "--online", "--set", "target.client-secret=sandbox-wrong");

    assertThat(wrong.code()).isEqualTo(5);
    assertThat(wrong.out() + wrong.err())
        .contains("target.client-secret")
        .doesNotContain("sandbox-wrong");
  }

  @Test
  void whatAVendorDoesNotHaveCannotBeSaidInItsJobFile() {
    Ran plan =
        firm.run(
            "plan",
            "--set",
            "rules=[{ name: R, when: 'true', grant: { roles: { dev: Member } } }]");

    assertThat(plan.code()).isEqualTo(5);
    assertThat(plan.err())
        .contains("roles: is nothing that can be held")
        .contains("workspace-roles");
  }

  @Test
  void oneRoleThatIsRefusedEndsTheRunWithThreeAndCostsNothingElse() {
    firm.roster(AuditFirm.ROSTER.replace("Audit = Editor", "Audit = Unfit"));
    firm.turned("unfit-role", "400");

    Ran sync = firm.run("sync");

    assertThat(sync.code()).isEqualTo(3);
    assertThat(sync.out()).contains("there is no workspace role \"Unfit\" in \"Audit\"");
  }
}
