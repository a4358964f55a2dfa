package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Roles and groups as code: made, changed, renamed and deleted by a job file. */
class DefinitionsTest {

  private static final Map<String, Object> CAPTAIN =
      Map.of("team", Map.of("privileges", "all"), "limit", 5);
  private static final String TEAM_GROUP = "/api/user_groups/:id";

  @TempDir Path folder;
  private Optional<Workbench> opened = Optional.empty();

  private Workbench bench(UnaryOperator<SeedBuilder> changes) {
    Workbench bench =
        new Workbench(
            folder,
            seed ->
                changes.apply(
                    seed.environmentRole(new Seed.Role("Release captain", "custom", CAPTAIN))
                        .environmentRole(new Seed.Role("Head office", "inherited", CAPTAIN))
                        .projectRole(
                            new Seed.Role(
                                "Auditor",
                                "custom",
                                Map.of("recipes", Map.of("privileges", List.of("read")))))));
    opened = Optional.of(bench);
    return bench;
  }

  private Workbench bench() {
    return bench(seed -> seed);
  }

  @AfterEach
  void close() {
    opened.ifPresent(Workbench::close);
  }

  private static void settled(Workbench bench) {
    bench.forget();
    Ran again = bench.run("sync");
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void whatIsThereIsWrittenSoThatPutIntoTheJobFileItPlansNothing() throws IOException {
    Workbench bench = bench();

    Ran ran = bench.run("catalog", "--definitions", "--out=" + folder.resolve("roles.yaml"));

    assertThat(ran.code()).as(ran.toString()).isZero();
    String written = Files.readString(folder.resolve("roles.yaml"));
    assertThat(written)
        .contains("    Release captain:\n      config:\n")
        .contains("        limit: 5\n")
        .contains("          privileges: \"all\"\n")
        .contains("          privileges: [\"read\"]\n")
        .contains("Environment admin (system)")
        .contains("Head office (inherited)");
    bench.rules(written);
    Ran plan = bench.run("plan", "--detailed-exitcode");
    assertThat(plan.code()).as(plan + written).isZero();
    Ran again = bench.run("catalog", "--definitions");
    assertThat(again.out()).as(again.toString()).isEqualTo(written);
    assertThat(
            bench.run("catalog", "--definitions", "--out=" + folder.resolve("roles.yaml")).code())
        .isEqualTo(5);
    assertThat(bench.run("catalog", "--out=" + folder.resolve("other.yaml")).err())
        .contains("--out goes with --definitions");
  }

  @Test
  void aRoleIsMadeChangedAndGivenInTheSameRun() {
    Workbench bench = bench();
    bench.write("viewer.json", "{\"recipes\": {\"privileges\": [\"read\"]}, \"limit\": 12}");
    bench.rules(
        """
        roles:
          environment:
            Release captain: { config: { team: { privileges: [read] }, limit: 5, folders: [a, b] } }
          project:
            Viewer: { file: viewer.json }
        """);
    bench.people(Workbench.EVERYBODY.replace("Billing@dev = Builder", "Billing@dev = Viewer"));

    Ran plan = bench.run("plan");
    assertThat(plan.out())
        .contains("+ create the project role: + limit: 12; + recipes: {\"privileges\":[\"read\"]}")
        .contains(
            "~ change the environment role: + folders: [\"a\",\"b\"];"
                + " team.privileges: \"all\" -> [\"read\"]")
        .contains("job.yaml:");
    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.sandbox.comparableState())
        .contains("project role Viewer {\"limit\":12,\"recipes\":{\"privileges\":[\"read\"]}}")
        .contains("grant Billing@dev bob@example.com = Viewer")
        .contains("environment role Release captain {\"folders\":[\"a\",\"b\"],\"limit\":5,");
    settled(bench);
  }

  @Test
  void groupsAndRolesGetAnotherNameAndEverybodyKeepsThem() {
    Workbench bench =
        bench(
            seed ->
                seed.groupProject("Finance", "Close@dev", "Auditor")
                    .member(
                        SeedMember.of("zoe@example.net", "Zoe", Map.of("dev", "Release captain"))
                            .in("Finance")));
    bench.people(Workbench.EVERYBODY.replace("Finance", "Money").replace("Ops,", "Ops;Money,"));
    bench.with("scope: { emails: [\"*@example.com\"] }");
    bench.rules(
        """
        groups:
          Money: { was: [Cash, Finance], description: Runs money, projects: [ { project: Close, environment: dev, role: Checker } ] }
        roles:
          environment: { Captain: { was: [Release captain] } }
          project: { Checker: { was: [Auditor] } }
        """);

    Ran plan = bench.run("plan");
    assertThat(plan.out())
        .contains("rename the group \"Finance\"; describe the group: Runs money")
        .contains("rename the project role \"Auditor\"")
        .contains("+ group Money")
        .doesNotContain("- ");
    bench.forget();
    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.writes())
        .containsExactlyInAnyOrder(
            "PUT /api/user_groups/:id",
            "PUT /api/environment_roles/:id",
            "PUT /api/project_roles/:id",
            "POST /api/user_groups/:id/members");
    JsonNode price = bench.report().path("price");
    assertThat(bench.requests())
        .as("as many requests as were stated")
        .hasSize(price.path("read_before").asInt() + price.path("requests").asInt());
    assertThat(bench.sandbox.comparableState())
        .contains("group Money [bob@example.com, cy@example.com, zoe@example.net]")
        .contains("grant Close@dev group Money = Checker")
        .contains("member zoe@example.net roles={dev=Captain}");
    settled(bench);
  }

  /** The process dies with the answer to the rename, or before it leaves. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRenameWhoseAnswerIsLostGoesOnRightly(boolean happened) {
    Workbench bench = bench();
    bench.people(
        Workbench.EVERYBODY
            .replace("Member,Member,Finance", "Member,Member,")
            .replace("No access,Ops", "No access,Ops;Money"));
    bench.rules("groups: { Money: { was: [Finance] } }");
    FaultDraft fault =
        happened
            ? FaultDraft.resetAfter("PUT", TEAM_GROUP)
            : FaultDraft.resetBefore("PUT", TEAM_GROUP);
    bench.sandbox.fail(fault.times(50).made());
    Ran first = bench.run("sync");
    assertThat(first.code()).as(first.toString()).isIn(0, 3, 9);
    bench.sandbox.clearFaults();
    if (first.code() != 0) {
      bench.advance(Duration.ofMinutes(25));
      Ran rerun = bench.look("rerun");
      assertThat(rerun.code()).as(first + "\n" + rerun).isZero();
    }

    assertThat(bench.sandbox.comparableState())
        .contains("group Money [cy@example.com]")
        .doesNotContain("Finance");
    settled(bench);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/project_roles, true",
    "POST, /api/project_roles, false",
    "PUT, /api/environment_roles/:id, true",
    "PUT, /api/environment_roles/:id, false",
    "DELETE, /api/project_roles/:id, true",
    "DELETE, /api/project_roles/:id, false"
  })
  void aLostAnswerAboutARoleIsSettledByLooking(String method, String path, boolean happened) {
    Workbench bench = bench();
    bench.rules(
        """
        roles:
          environment: { Captain: { was: [Release captain], config: { a: 1 } } }
          project: { New: { config: { b: 2 } }, Auditor: absent }
        """);
    FaultDraft fault =
        happened ? FaultDraft.resetAfter(method, path) : FaultDraft.resetBefore(method, path);
    bench.sandbox.fail(fault.times(50).made());
    Ran first = bench.run("sync");
    assertThat(first.code()).as(first.toString()).isIn(0, 3, 9);
    bench.sandbox.clearFaults();
    if (first.code() != 0) {
      Ran rerun = bench.look("rerun");
      assertThat(rerun.code()).as(first + "\n" + rerun).isZero();
    }

    assertThat(bench.sandbox.comparableState())
        .containsOnlyOnce("project role New {\"b\":2}")
        .containsOnlyOnce("environment role Captain {\"a\":1}")
        .doesNotContain("Auditor");
    settled(bench);
  }

  @Test
  void ofTwoThatCouldBeMeantNoneIsRenamed() {
    Workbench bench = bench();
    bench.people(Workbench.EVERYBODY.replace("Finance", ""));
    bench.rules("groups: { Money: { was: [Finance, Ops] } }");
    Ran several = bench.run("plan");
    assertThat(several.code()).isEqualTo(5);
    assertThat(several.err())
        .contains("job.yaml:")
        .contains("\"Money\" could be any of 2 groups that are there: \"Finance\", \"Ops\"");

    bench.rules("groups: { Ops: { was: [Finance] } }");
    Ran both = bench.run("plan");
    assertThat(both.code()).as(both.toString()).isZero();
    assertThat(both.out())
        .contains("1 not renamed")
        .contains("\"Finance\" and \"Ops\" are both there")
        .doesNotContain("rename the group");
    Ran sync = bench.run("sync");
    assertThat(sync.code()).as(sync.toString()).isZero();
    assertThat(bench.sandbox.comparableState()).contains("group Finance [bob@example.com]");
  }

  @Test
  void onlyWhatThisToolHasMadeAndNobodyHasToDoWithIsDeleted() {
    Workbench bench = bench();
    bench.rules("groups: { Interns: { description: Summer } }");
    bench.joined("flo@example.com,Flo Ray,active,Member,No access,Interns,");
    assertThat(bench.run("sync").code()).isZero();
    bench.people(Workbench.EVERYBODY);
    bench.rules("groups: { Interns: absent, Ops: { absent: true } }");

    Ran inUse = bench.run("sync");
    assertThat(inUse.out() + inUse.err()).contains("not deleted");
    assertThat(inUse.code()).as(inUse.toString()).isZero();
    assertThat(bench.report().path("findings").toString())
        .contains("no run that this repository remembers has made it")
        .contains("held by cy@example.com")
        .contains("asked for by the open invitation of flo@example.com");

    bench.sandbox.acceptAll();
    bench.joined("flo@example.com,Flo Ray,active,Member,No access,,");
    assertThat(bench.run("sync").code()).isZero();
    Ran limited = bench.run("sync", "--only=ana@example.com");
    assertThat(limited.code()).as(limited.toString()).isZero();
    assertThat(bench.sandbox.comparableState()).contains("group Interns []");
    Ran kept = bench.run("sync", "--no-removals");
    assertThat(kept.code()).isZero();
    assertThat(bench.sandbox.comparableState()).contains("group Interns []");
    Ran gone = bench.run("sync");

    assertThat(gone.code()).as(gone.toString()).isZero();
    assertThat(bench.sandbox.comparableState())
        .doesNotContain("group Interns")
        .contains("group Ops [cy@example.com]");
    settled(bench);
  }

  @Test
  void whatWasMadeBeforeThatWasKeptIsKnownFromTheRunsThatAreKept() throws SQLException {
    Workbench bench = bench();
    bench.rules("groups: { Interns: { description: Summer } }");
    assertThat(bench.run("sync").code()).isZero();
    try (Connection repository =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("runs"), "rollcall", "");
        Statement statement = repository.createStatement()) {
      statement.execute("DROP TABLE rollcall.made_groups");
      statement.execute("DELETE FROM rollcall.\"flyway_schema_history\" WHERE \"version\" >= '7'");
    }
    bench.rules("groups: { Interns: absent }");

    assertThat(bench.run("plan").out()).contains("no run that this repository remembers");
    Ran kept = bench.run("sync");
    assertThat(kept.code()).as(kept.toString()).isZero();
    assertThat(bench.sandbox.comparableState()).doesNotContain("Interns");
  }

  /** A group of the same name that somebody makes later is not ours. */
  @Test
  void whatWasSeenGoneIsNoLongerOurs() throws IOException {
    Workbench bench = bench();
    bench.rules("groups: { Interns: { description: Summer } }");
    assertThat(bench.run("sync").code()).isZero();
    bench.rules("groups: { Interns: absent }");
    Ran gone = bench.run("sync");
    assertThat(gone.code()).as(gone.toString()).isZero();
    bench.rules("");
    bench.sandbox.answer(
        "POST",
        URI.create("/api/user_groups"),
        "Bearer " + Workbench.token("dev"),
        "{\"user_group\": {\"name\": \"Interns\"}}");
    bench.rules("groups: { Interns: absent }");

    Ran theirs = bench.run("sync");

    assertThat(theirs.code()).as(theirs.toString()).isZero();
    assertThat(bench.sandbox.comparableState()).contains("group Interns []");
    assertThat(theirs.all()).contains("1 not deleted");
  }

  @Test
  void aRoleThatSomebodyHoldsStays() {
    Workbench bench = bench(seed -> seed.groupProject("Ops", "Billing@prod", "Auditor"));
    bench.rules(
        "roles: { environment: { Release captain: absent }, project: { Auditor: absent } }");

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.writes()).containsExactly("DELETE /api/environment_roles/:id");
    assertThat(bench.report().path("findings").toString()).contains("held by the group Ops");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "environment: { Member: { config: { a: 1 } } }|is a built-in environment role",
        "environment: { Head office: absent }|is a built-in environment role",
        "environment: { New one: { description: x } }|nothing says what a new one lets people do",
        "environment: { release Captain: { config: {} } }|did you mean \"Release captain\"?",
        "environment: { X: { config: {}, file: fine.json } }|roles.environment.X.file stands beside",
        "environment: { X: { file: missing.json } }|missing.json, which does not exist",
        "environment: { X: { file: broken.json } }|broken.json:1:",
        "environment: { X: { file: list.yaml } }|must be a mapping of features",
        "environment: { X: { file: empty.yaml } }|which is empty",
        "environment: { X: { confg: {} } }|did you mean \"config\"?",
        "environment: { X: gone }|or the word absent",
        "environment: { X: { absent: true, was: [Y] } }|keep absent alone",
        "project: { X: { config: [] } }|must be a mapping of features",
        "project: { A: { was: [B], config: {} }, C: { was: [B], config: {} } }|was \"B\", which",
        "projects: {}|did you mean \"project\"?",
      })
  void whatIsWrongIsToldWithItsPlace(String roles, String told) {
    Workbench bench = bench();
    bench
        .write("broken.json", "{\"a\": ")
        .write("fine.json", "{}")
        .write("list.yaml", "- 1\n")
        .write("empty.yaml", " \n");
    bench.rules("roles: { " + roles + " }");

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains(told).containsPattern("(job|broken|list).\\w+:\\d+");
    assertThat(bench.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sensitive-roles", "admin-roles"})
  void aRoleThatMattersIsNotRedefinedUnseen(String list) {
    Workbench bench =
        bench(
            seed ->
                seed.member("kim@example.com", "Kim", Map.of("dev", "Release captain"))
                    .member("lou@example.com", "Lou", Map.of("dev", "Release captain"))
                    .member("max@example.com", "Max", Map.of("dev", "Release captain")));
    bench.rules("roles: { environment: { Release captain: { config: { all: true } } } }");
    bench.with("safety: { " + list + ": [Release captain], minimum-admins: 0 }");
    String rule = list.equals("admin-roles") ? "admin-grants" : list;

    Ran held = bench.run("sync");
    assertThat(held.code()).as(held.toString()).isEqualTo(4);
    assertThat(held.all()).contains("--allow " + rule + "=3");
    assertThat(bench.writes()).isEmpty();
    Ran allowed = bench.run("sync", "--allow=" + rule + "=3");
    assertThat(allowed.code()).as(allowed.toString()).isZero();
    settled(bench);
  }

  @Test
  void aPlanOfRolesIsAppliedAsItWasReviewed() throws IOException {
    Workbench bench = bench();
    Path saved = folder.resolve("plan.json");
    bench.rules("roles: { project: { Checker: { was: [Auditor], config: { x: 1.5 } } } }");
    assertThat(bench.run("plan", "--out=" + saved).code()).isZero();

    Ran applied = Shell.run("apply", saved.toString(), bench.job.toString());
    assertThat(applied.code()).as(applied.toString()).isZero();
    assertThat(bench.sandbox.comparableState()).contains("project role Checker {\"x\":1.5}");
    settled(bench);
    Files.writeString(saved, Files.readString(saved).replace("\"4.0\"", "\"3.0\""));
    Ran old = Shell.run("apply", saved.toString(), bench.job.toString());
    assertThat(old.code()).isEqualTo(7);
    assertThat(old.err()).contains("has format version 3.0");
  }

  @Test
  void whatTheServerDoesNotDoIsTold() {
    Workbench bench = bench(seed -> seed.behaviour(Switch.PUT_ROLE, "keeps-config"));
    bench.rules("roles: { project: { Auditor: { config: { x: 1 } } } }");

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.all()).contains("answered that all is well, but its config is not as asked");
  }
}
