package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the workspace offers, by name and id, and where the job names it. */
class CatalogTest {

  private static final String RULES =
      """
      rules:
        - name: Everybody
          when: "true"
          grant: { roles: { dev: Release captain }, groups: [Ops], projects: [ { project: Close, environment: dev, role: Builder } ] }
      groups:
        Finance: { projects: [ { project: Billing, environment: prod, role: Project operator } ] }
      """;

  @TempDir Path folder;
  private Optional<Workbench> opened = Optional.empty();

  private Workbench bench(UnaryOperator<SeedBuilder> changes) {
    Workbench bench =
        new Workbench(
            folder,
            seed ->
                changes.apply(
                    seed.environmentRole("Release captain")
                        .groupProject("Finance", "Billing@dev", "Project operator")
                        .member(
                            SeedMember.of(
                                "t@example.com", "T", Map.of("dev", "Member", "prod", "Member")))));
    opened = Optional.of(bench);
    return bench;
  }

  private static Seed.Token token(String environment, String... privileges) {
    return new Seed.Token(
        Shell.MARKER + "-narrow-" + environment,
        environment,
        Optional.empty(),
        Optional.of(List.of(privileges)));
  }

  @AfterEach
  void close() {
    opened.ifPresent(Workbench::close);
  }

  @Test
  void hasNamesIdsHoldersAndUses() {
    Workbench bench = bench(seed -> seed);
    bench.rules(RULES).with("safety: { sensitive-roles: [builder] }");

    Ran ran = bench.run("catalog");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .startsWith("Acme\n")
        .containsPattern("dev +token +6 people +rule Everybody \\(.*job.yaml:\\d+\\)")
        .containsPattern("Member +\\d+ +system +4 people +3 people of the rosters\n")
        .containsPattern("Environment admin +\\d+ +system +2 people .*safety.admin-roles\n")
        .containsPattern("Release captain +\\d+ +custom +0 people +rule Everybody ")
        .containsPattern("All collaborators +am-\\S+ +system +6 people\n")
        .containsPattern(
            "Finance +pf-\\S+ +custom +1 person +groups: \\(.*job.yaml:\\d+\\); 1 person of")
        .containsPattern(
            "Builder +pr-\\S+ +system +1 person +rule Everybody .*safety.sensitive-roles\n")
        .containsPattern("Billing +dev +\\d+ +1 person, 1 group +1 person of the rosters\n")
        .containsPattern("Billing +prod +\\d+ +0 people +groups: ")
        .containsPattern("Close +prod +\\d+ +0 people\n");
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();
  }

  @Test
  void jsonHasTheSame() {
    Workbench bench = bench(seed -> seed);
    bench.tokens("tokens: { dev: \"${file:%s}\" }");
    bench.sources("sources: [{ name: hr, type: csv, path: missing.csv }]");

    Ran ran = bench.run("catalog", "--format=json");

    JsonNode json = JsonMapper.shared().readTree(ran.out());
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.err()).contains("what rosters name is not told, for they cannot be read");
    assertThat(json.path("sections").findValuesAsString("what"))
        .containsExactly("environment", "environment role", "group", "project role", "project");
    JsonNode prod = json.path("sections").get(0).path("entries").get(1);
    assertThat(prod.path("name").asString()).isEqualTo("prod");
    assertThat(prod.path("reachable").asBoolean()).isFalse();
    JsonNode billing = json.path("sections").get(4).path("entries").get(0);
    assertThat(billing.path("within").get(0).asString()).isEqualTo("dev");
    assertThat(billing.path("people").asInt()).isEqualTo(1);
    assertThat(billing.path("groups").asInt()).isEqualTo(1);
  }

  @Test
  void whatMayNotBeReadIsToldWithWhatToTickAndTheRestIsShown() {
    Workbench bench =
        bench(
            seed ->
                seed.token(
                        token(
                            "dev",
                            "GET /api/members",
                            "GET /api/environment_roles",
                            "GET /api/projects"))
                    .token(token("prod", "GET /api/projects")));
    bench.write("token-dev", Shell.MARKER + "-narrow-dev");
    bench.write("token-prod", Shell.MARKER + "-narrow-prod");

    Ran ran = bench.run("catalog", "--format=markdown");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.out())
        .contains("### environment roles (4)", "### Not read", "| Billing | dev |")
        .doesNotContain("### groups", "### project roles")
        .contains("GET /api/user\\_groups", "User groups &gt; List groups")
        .contains(
            "Project roles &gt; List project roles", "Project grants &gt; List project grants");
    assertThat(ran.err()).contains("Admin > Workspace details > Get details");
  }

  @Test
  void aListThatIsNotWholeIsAGapAndAWorkspaceThatDoesNotAnswerIsNone() {
    Workbench bench = bench(seed -> seed);
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/user_groups", 200)
            .withBody("{\"data\":[],\"total\":7}")
            .always()
            .made());

    Ran gap = bench.run("catalog");

    assertThat(gap.code()).as(gap.toString()).isEqualTo(9);
    assertThat(gap.out())
        .contains("groups: the list of groups does not have as many rows as it says")
        .contains("Billing");
    bench.sandbox.fail(FaultDraft.status("GET", "/api/members", 400).always().made());
    Ran none = bench.run("catalog");
    assertThat(none.code()).isEqualTo(9);
    assertThat(none.out()).isEmpty();
  }

  @Test
  void aTokenThatIsRefusedEverywhereIsNoGap() {
    Workbench bench = bench(seed -> seed);
    bench.write("token-dev", Shell.MARKER + "-wrong");

    Ran ran = bench.run("catalog");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("refused everywhere");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void manyProjectsAreCountedWhereItIsAskedFor() {
    Workbench bench = bench(seed -> seed);
    bench.forget();

    Ran quick = bench.run("catalog", "--set=target.rate.per-minute=3");
    int asked = bench.requests().size();
    bench.run("catalog", "--holders");

    assertThat(quick.code()).as(quick.toString()).isZero();
    assertThat(quick.out()).containsPattern("Billing +dev +\\d+ +1 person of the rosters\n");
    assertThat(quick.err()).contains("--holders counts");
    assertThat(bench.requests().size() - asked).isEqualTo(asked + 4);
  }
}
