package dev.rollcall.tenant.scim;

import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.ORGANIZATION_ROLE;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE_GROUP;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.UnknownNames;
import dev.rollcall.sandbox.scim.ScimSwitch;
import dev.rollcall.tenant.RequestQuota;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider of which the names of groups stand for workspaces, and for roles in them. */
class ScimWorkspacesTest {

  private static final String SEED =
      """
      { "users": [
          { "id": "ana", "userName": "ana@example.com", "name": { "givenName": "Ana" } },
          { "id": "bob", "userName": "bob@example.com", "name": { "givenName": "Bob" } } ],
        "groups": [
          { "id": "b", "displayName": "Board" },
          { "id": "org:role:1", "displayName": "Org User Admin role" },
          { "id": "workspace:1", "displayName": "Workspace FY26",
            "members": [ { "value": "bob" } ] },
          { "id": "workspace:1:role:1", "displayName": "Workspace FY26 - Editor",
            "members": [ { "value": "bob" } ] },
          { "id": "workspace:1:role:2", "displayName": "Workspace FY26 - Viewer" },
          { "id": "workspace:1:group:1", "displayName": "Workspace FY26 / Controllers" },
          { "id": "workspace:2", "displayName": "Workspace Audit",
            "members": [ { "value": "bob" } ] },
          { "id": "workspace:2:role:1", "displayName": "Workspace Audit - Editor",
            "members": [ { "value": "bob" } ] } ] }
      """;

  private final ScimWorld world =
      new ScimWorld(SEED)
          .with(ScimSwitch.HOLD, "30s")
          .with(KnownProfile.WORKIVA.profile())
          .settings(ScimWorkspacesTest::named);

  private static ScimSettings named(ScimSettings old) {
    return named(old, false);
  }

  private static ScimSettings named(ScimSettings old, boolean makesGroups) {
    return new ScimSettings(
        old.base(),
        old.profile(),
        old.roles(),
        old.levels(),
        List.of(
            new GroupNameTemplate(ORGANIZATION_ROLE, "{role} role"),
            new GroupNameTemplate(WORKSPACE, "Workspace {workspace}"),
            new GroupNameTemplate(WORKSPACE_ROLE, "Workspace {workspace} - {role}"),
            new GroupNameTemplate(WORKSPACE_GROUP, "Workspace {workspace} / {group}")),
        makesGroups,
        RequestQuota.perMinute(6000),
        100);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ScimRun run() {
    return new ScimRun(world.tenant(), world.clock);
  }

  @Test
  void membershipsAreGivenBeforeRolesAndTakenAfterThemAndNobodyWaits() {
    String roster =
        """
        Email,Name,Status,Organization roles,Workspaces,Workspace roles,Workspace groups
        ana@example.com,Ana,active,Org User Admin,FY26,FY26 = Editor,FY26 / Controllers
        new@example.com,New,active,,FY26; Audit,FY26 = Viewer; Audit = Editor,
        bob@example.com,Bob,active,,Audit,Audit = Editor,
        """;
    Instant before = world.sandbox.now();

    ScimRun.Ended ended = run().sync(roster);

    assertThat(ended.records())
        .allSatisfy(record -> assertThat(record.state().isDone()).as(record.message()).isTrue())
        .extracting(OperationRecord::verification)
        .containsOnly(Verification.VERIFIED);
    assertThat(world.sandbox.comparableState().lines())
        .contains(
            "group Org User Admin role has ana@example.com",
            "group Workspace FY26 has ana@example.com",
            "group Workspace FY26 - Editor has ana@example.com",
            "group Workspace FY26 / Controllers has ana@example.com",
            "group Workspace FY26 - Viewer has new@example.com",
            "group Workspace Audit - Editor has new@example.com",
            "group Workspace Audit - Editor has bob@example.com")
        .noneMatch(line -> line.startsWith("group Workspace FY26") && line.contains("bob"));
    assertThat(world.changes()).extracting(request -> request.status()).containsOnly(200, 201);
    assertThat(world.sandbox.now()).isBefore(before.plusSeconds(30));
    assertThat(run().plan(roster).operations()).isEmpty();
  }

  @Test
  void aRoleThatIsLostCostsNoMembership() {
    String roster =
        """
        Email,Name,Status,Workspaces,Workspace roles
        bob@example.com,Bob,active,FY26; Audit,Audit = Editor
        ana@example.com,Ana,active,,
        """;

    run().sync(roster);

    assertThat(world.sandbox.comparableState().lines())
        .contains("group Workspace FY26 has bob@example.com")
        .doesNotContain("group Workspace FY26 - Editor has bob@example.com");
  }

  @Test
  void aNameThatNoGroupStandsForIsAProblemThatTellsWhatThereIs() {
    String roster =
        """
        Email,Name,Status,Workspaces,Workspace roles
        ana@example.com,Ana,active,FY26,FY26 = Edtor
        """;

    assertThat(run().plan(roster).problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("workspace role", "Edtor", "Editor");
    assertThat(world.changes()).isEmpty();
  }

  @Test
  void aDeclaredGroupThatIsNotOfferedIsAProblemOfThePlanUnlessGroupsMayBeMade() {
    String roster =
        """
        Email,Name,Status,Groups
        ana@example.com,Ana,active,
        """;

    assertThatThrownBy(() -> run().plan(roster, "Bord"))
        .isInstanceOf(UnknownNames.class)
        .hasMessageContaining(
            "there is no group \"Bord\"; did you mean \"Board\"? there is \"Board\"; to have one made,"
                + " write allow-create: true under target");
    assertThat(run().plan(roster.replace("active,", "active,Bord")).problems())
        .singleElement()
        .asString()
        .contains(
            "to have one made, name it under groups: and write allow-create: true under target");
    world.settings(old -> named(old, true));
    assertThat(run().plan(roster, "Bord").operations())
        .singleElement()
        .asString()
        .contains("Define", "Bord");
    assertThatThrownBy(() -> run().plan(roster, "Workspace FY26 - Proofreader"))
        .hasMessageContaining("stands for the workspace role \"Proofreader\" in \"FY26\"");
    assertThat(world.changes()).isEmpty();
  }

  @Test
  void whatSomebodyIsToHoldIsMadeWhereGroupsMayBeAndNothingElse() {
    world.settings(old -> named(old, true));
    String roster =
        """
        Email,Name,Status,Organization roles,Workspaces,Workspace roles,Workspace groups
        ana@example.com,Ana,active,Org Security Admin,FY27,FY27 = Editor,FY27 / Controllers
        bob@example.com,Bob,left,,,FY28 = Editor,
        """;

    ScimRun.Ended ended = run().sync(roster);

    assertThat(ended.records())
        .allSatisfy(record -> assertThat(record.state().isDone()).as(record.message()).isTrue())
        .extracting(OperationRecord::verification)
        .containsOnly(Verification.VERIFIED);
    assertThat(world.sandbox.comparableState().lines())
        .contains(
            "group Org Security Admin role has ana@example.com",
            "group Workspace FY27 has ana@example.com",
            "group Workspace FY27 - Editor has ana@example.com",
            "group Workspace FY27 / Controllers has ana@example.com")
        .noneMatch(line -> line.contains("FY28"));
    assertThat(run().plan(roster).operations()).isEmpty();
  }

  @Test
  void aNameThatCouldBeReadOtherwiseIsNeitherMadeNorGuessedAt() {
    world.settings(old -> named(old, true));
    String roster =
        """
        Email,Name,Status,Workspaces,Workspace roles
        ana@example.com,Ana,active,FY26,FY26 = Editor - Senior
        bob@example.com,Bob,active,FY26,FY26 = Ｅditor
        """;

    assertThat(run().plan(roster).problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            first -> assertThat(first).contains("there is no workspace role \"Editor - Senior\""),
            second -> assertThat(second).contains("looks like", "did you mean \"Editor\"?"));
  }

  @Test
  void aGroupWhoseNameCanBeReadInSeveralWaysIsLeftAloneAndThatIsSaid() {
    String unclear =
        """
        { "id": "x", "displayName": "Workspace FY26 - Plan - Editor",
          "members": [ { "value": "bob" } ] },
        { "id": "b",""";
    try (ScimWorld other = new ScimWorld(SEED.replace("{ \"id\": \"b\",", unclear))) {
      other.with(KnownProfile.WORKIVA.profile()).settings(ScimWorkspacesTest::named);
      ScimTenant tenant = other.tenant();
      ScimRun run = new ScimRun(tenant, other.clock);
      String roster =
          """
          Email,Name,Status,Workspaces,Workspace roles,Groups
          bob@example.com,Bob,active,FY26; Audit,FY26 = Plan - Editor,
          ana@example.com,Ana,active,,,Workspace FY26 - Plan - Editor
          """;

      assertThat(run.plan(roster).problems())
          .extracting(Problem::toString)
          .hasSize(2)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .contains(
                          "the group \"Workspace FY26 - Plan - Editor\" could be it",
                          "as workspace role \"Plan - Editor\" in \"FY26\"",
                          "as workspace role \"Editor\" in \"FY26 - Plan\""));
      assertThat(tenant.remarks())
          .singleElement()
          .asString()
          .contains("can be read in several ways", "Workspace FY26 - Plan - Editor");
      run.sync(roster.replace("FY26 = Plan - Editor", "").replaceAll(",Workspace FY.*", ","));
      assertThat(other.sandbox.comparableState())
          .contains("group Workspace FY26 - Plan - Editor has bob@example.com");
    }
  }
}
