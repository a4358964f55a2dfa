package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.Switch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company of 200 people in a workspace of the older model, whose roles follow departments. */
class MigrateRolesTest {

  private static final List<String> ENVIRONMENTS = List.of("dev", "test", "prod");

  /** Department, and the role in each environment. */
  private static final Map<String, List<String>> DEPARTMENTS = new LinkedHashMap<>();

  static {
    DEPARTMENTS.put("IT", List.of("Admin", "Admin", "Admin"));
    DEPARTMENTS.put("Finance", List.of("Finance dev", "", "Operator"));
    DEPARTMENTS.put("Sales", List.of("Analyst", "Analyst", ""));
    DEPARTMENTS.put("People", List.of("Operator", "", ""));
  }

  private static final Map<String, String> AFTERWARDS =
      Map.of(
          "Admin", "Environment admin",
          "Analyst", "Environment manager",
          "Operator", "Member",
          "Finance dev", "Finance dev");

  private static final String JOB =
      """
      # The company, by departments.
      name: older
      sources: [ { name: hr, type: csv, path: people.csv } ]
      rules:
        - name: IT                                # runs everything
          when: person.department == "IT"
          grant: { roles: { dev: Admin, test: "Admin", prod: 'Admin' } }
        - name: Finance
          when: person.department == "Finance"
          grant:
            roles:
              dev:   Finance dev                  # custom
              test:  No access
              prod:  Operator
        - { name: Sales, when: 'person.department == "Sales"', grant: { roles: { dev: &analyst Analyst, test: *analyst, prod: No access } } }
        - name: People
          when: person.department == "People"
          grant: { roles: { dev: Operator, test: No access, prod: No access } }
      target:
        type: workato
        url: %s
        model: legacy   # until we migrate
        tokens: { dev: "${env:DEV}", test: "${env:TEST}", prod: "${env:PROD}" }
        rate: { per-minute: 60000 }
      safety: { admin-roles: [ Admin ], sensitive-roles: [Finance dev], protected: [owner@example.com] }
      repository: jdbc:h2:file:./runs
      report: { folder: reports, formats: [json] }
      """;

  @TempDir Path folder;
  private Path job;
  private Sandbox sandbox;

  private void open(UnaryOperator<SeedBuilder> changes) throws IOException {
    SeedBuilder seed = new SeedBuilder().quotaPerMinute(0).legacy("Finance dev", "Unused");
    ENVIRONMENTS.forEach(each -> seed.environment(each, "Billing", "Close", "Order to cash"));
    StringBuilder rows = new StringBuilder("Email,Name,Department\n");
    for (int i = 0; i < 200; i++) {
      String department = department(i);
      String email = "p%03d@example.com".formatted(i);
      seed.member(email, "Person " + i, roles(department));
      rows.append(email).append(",Person ").append(i).append(',').append(department).append('\n');
    }
    sandbox = Sandbox.start(changes.apply(seed).build(), SandboxOptions.of());
    Files.writeString(folder.resolve("people.csv"), rows);
    job = Files.writeString(folder.resolve("older.yaml"), JOB.formatted(sandbox.url()));
  }

  private static String department(int person) {
    return person < 5 ? "IT" : List.copyOf(DEPARTMENTS.keySet()).get(1 + person % 3);
  }

  private static Map<String, String> roles(String department) {
    Map<String, String> roles = new LinkedHashMap<>();
    List<String> held = DEPARTMENTS.getOrDefault(department, List.of());
    for (int i = 0; i < held.size(); i++) {
      if (!held.get(i).isEmpty()) {
        roles.put(ENVIRONMENTS.get(i), held.get(i));
      }
    }
    return roles;
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Ran run(String command, Path file, String... options) {
    return Shell.in(
        Map.of("DEV", "sandbox-dev", "TEST", "sandbox-test", "PROD", "sandbox-prod"),
        Stream.concat(Stream.of(command, file.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private List<String> writes() {
    return sandbox.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .filter(request -> !request.body().contains("\"dry_run\":true"))
        .map(RecordedRequest::endpoint)
        .toList();
  }

  private JsonNode report() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
      Path file =
          files
              .filter(each -> each.toString().contains("role-migration"))
              .filter(each -> each.toString().endsWith(".json"))
              .findFirst()
              .orElseThrow();
      return JsonMapper.shared().readTree(file.toFile());
    }
  }

  private JsonNode person(JsonNode report, String email) {
    return report
        .path("people")
        .valueStream()
        .filter(each -> each.path("email").asString().equals(email))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "bare"})
  void theDryRunShowsEverybodyAndChangesNothing(String envelope) throws IOException {
    open(seed -> seed.behaviour(Switch.MIGRATION_ENVELOPE, envelope));
    String before = sandbox.comparableState();

    Ran ran = run("migrate-roles", job, "--verbose");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("Role migration of Acme (dry run: nothing was changed)")
        .contains("dev  Admin -> EnvironmentAdmin; ProjectAdmin on all 3 projects  (5 people)")
        .contains("dev  Finance dev -> not known yet  (65 people)")
        .contains(
            "p000@example.com  prod  Admin -> EnvironmentAdmin; ProjectAdmin on all 3 projects")
        .contains("! Finance dev (65 people): is migrated by itself, before all others")
        .contains(
            "- " + job + ":7  grant: { roles: { dev: Admin, test: \"Admin\", prod: 'Admin' } }")
        .contains(
            "200 people: 135 keep what they have, 0 gain, 0 lose, 0 differ, 65 not known yet.");
    assertThat(sandbox.comparableState()).isEqualTo(before);
    assertThat(writes()).isEmpty();
    assertThat(folder.resolve("reports")).doesNotExist();
    assertThat(folder.resolve("older.proposed.yaml")).doesNotExist();
  }

  @Test
  void afterwardsTheRewrittenJobFilePlansNothing() throws IOException {
    open(seed -> seed);
    assertThat(run("sync", job).code()).isZero();

    Ran ran = run("migrate-roles", job, "--apply", "--yes");
    Ran old = run("plan", job);
    Path proposed = folder.resolve("older.proposed.yaml");
    Ran planned = run("plan", proposed);

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("Role migration of Acme (migrated)")
        .contains("Finance dev (65 people): was migrated")
        .contains(
            "200 people: 200 keep what they have, 0 gain, 0 lose, 0 differ, 0 not known yet.");
    assertThat(old.code()).isEqualTo(5);
    assertThat(planned.code()).as(planned.toString()).isZero();
    assertThat(planned.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove, 200");
    assertThat(Files.readString(job)).isEqualTo(JOB.formatted(sandbox.url()));
    assertThat(Files.readString(proposed))
        .isEqualTo(
            JOB.formatted(sandbox.url())
                .replace(
                    "dev: Admin, test: \"Admin\", prod: 'Admin'",
                    "dev: Environment admin, test: \"Environment admin\", prod: 'Environment admin'")
                .replace("prod:  Operator", "prod:  Member")
                .replace("&analyst Analyst", "&analyst Environment manager")
                .replace("dev: Operator, test", "dev: Member, test")
                .replace("model: legacy ", "model: rbac ")
                .replace("[ Admin ]", "[ Environment admin ]"));

    JsonNode report = report();
    assertThat(report.path("state").asString()).isEqualTo("migrated");
    assertThat(report.path("people").size()).isEqualTo(200);
    for (int i = 0; i < 200; i++) {
      List<String> held = List.copyOf(roles(department(i)).values());
      JsonNode places = person(report, "p%03d@example.com".formatted(i)).path("places");
      assertThat(places.findValuesAsString("before")).containsExactlyElementsOf(held);
      assertThat(places.findValuesAsString("after"))
          .containsExactlyElementsOf(held.stream().map(AFTERWARDS::get).toList());
    }
    JsonNode finance = person(report, "p006@example.com").path("places").get(0);
    assertThat(finance.path("before").asString()).isEqualTo("Finance dev");
    assertThat(finance.path("after").asString()).isEqualTo("Finance dev");
    assertThat(finance.path("within").size()).isEqualTo(3);
    assertThat(report.path("unlike_announced").size()).isZero();
  }

  @Test
  void openInvitationsAreListedWithWhatTheirRolesUsuallyBecome() throws IOException {
    open(
        seed ->
            seed.token(
                    "narrow",
                    "dev",
                    List.of(
                        "GET /api/users/me",
                        "GET /api/members",
                        "GET /api/roles",
                        "POST /api/roles_migration/system_roles"))
                .invitation(
                    new Seed.Invitation(
                        "hand@example.com",
                        "By Hand",
                        Map.of("dev", "Admin"),
                        List.of(),
                        Optional.empty())));
    Files.writeString(
        folder.resolve("people.csv"), "new@example.com,New,Finance\n", StandardOpenOption.APPEND);
    assertThat(run("sync", job, "--allow=sensitive-roles=1", "--set=safety.seats=300").code())
        .isZero();

    Ran ran = run("migrate-roles", job);
    Ran narrow =
        Shell.in(
            Map.of("DEV", "narrow", "TEST", "sandbox-test", "PROD", "sandbox-prod"),
            "migrate-roles",
            job.toString());
    run("migrate-roles", job, "--apply", "--yes");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("Open invitations; whoever accepts one is put right by the next sync")
        .containsPattern(
            "! hand@example.com  invited on [-0-9]{10}: dev Admin -> Environment admin")
        .containsPattern(
            "! new@example.com  invited on [-0-9]{10}:"
                + " dev Finance dev -> Finance dev, prod Operator -> Member")
        .doesNotContain("the audit log may not be read");
    assertThat(narrow.out())
        .contains("new@example.com  invited on", "the audit log may not be read");
    JsonNode open = report().path("open_invitations");
    assertThat(open.findValuesAsString("email"))
        .containsExactly("hand@example.com", "new@example.com");
    assertThat(open.get(1).path("roles").findValuesAsString("usually"))
        .containsExactly("Finance dev", "Member");
  }

  @Test
  void aCustomRoleIsNamedHoweverTheApiWantsIt() throws IOException {
    open(seed -> seed.behaviour(Switch.CUSTOM_ROLE_BODY, "id"));

    Ran ran = run("migrate-roles", job, "--apply", "--yes");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Finance dev (65 people): was migrated");
  }

  @Test
  void aMigratedWorkspaceHasNothingToMigrate() throws IOException {
    open(seed -> seed);
    run("migrate-roles", job, "--apply", "--yes");

    Ran again = run("migrate-roles", folder.resolve("older.proposed.yaml"), "--apply", "--yes");

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.out()).contains("there is nothing to migrate");
  }

  @Test
  void withoutAYesNothingIsMigrated() throws IOException {
    open(seed -> seed);

    Ran ran = run("migrate-roles", job, "--apply");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Nothing was migrated");
    assertThat(writes()).isEmpty();
  }

  @Test
  void whoCannotBeMigratedIsHeldBackUntilSomebodyAllowsIt() throws IOException {
    open(seed -> seed.behaviour(Switch.CUSTOM_ROLE_MIGRATION, "refused"));

    Ran held = run("migrate-roles", job, "--apply", "--yes", "--verbose");
    String before = sandbox.comparableState();
    Ran allowed =
        run("migrate-roles", job, "--apply", "--yes", "--verbose", "--allow", "losses=65");

    assertThat(held.code()).as(held.toString()).isEqualTo(4);
    assertThat(held.all())
        .contains("Finance dev (65 people): could not be migrated")
        .contains("run again with --allow losses=65");
    assertThat(before).contains("p006@example.com roles={dev=Finance dev, prod=Operator}");
    assertThat(allowed.code()).as(allowed.toString()).isZero();
    assertThat(allowed.out())
        .contains("- p006@example.com  dev  Finance dev -> no access")
        .contains(
            "200 people: 135 keep what they have, 0 gain, 65 lose, 0 differ, 0 not known yet.")
        .contains("nobody can tell what becomes of \"Finance dev\"");
  }

  @Test
  void whatIsNotAsAnnouncedIsTold() throws IOException {
    open(seed -> seed.behaviour(Switch.MIGRATION, "forgets-one"));

    Ran ran = run("migrate-roles", job, "--apply", "--yes");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out())
        .contains("p199@example.com on dev: EnvironmentManager was announced, and it is nothing")
        .contains("- p199@example.com  dev  Analyst -> no access");
  }

  @Test
  void aLostAnswerIsLookedUp() throws IOException {
    open(seed -> seed);
    sandbox.fail(
        FaultDraft.resetAfter("POST", "/api/roles_migration/system_roles")
            .containing("false")
            .made());

    Ran ran = run("migrate-roles", job, "--apply", "--yes");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("no usable answer came, but the workspace has the newer");
  }

  @Test
  void anAnswerThatAllIsWellIsNotBelieved() throws IOException {
    open(seed -> seed);
    sandbox.fail(
        FaultDraft.status("POST", "/api/roles_migration/system_roles", 200)
            .containing("false")
            .made());

    Ran ran = run("migrate-roles", job, "--apply", "--yes");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out()).contains("but the workspace has the older model still");
    assertThat(folder.resolve("older.proposed.yaml")).doesNotExist();
  }

  @Test
  void aTokenThatMayNotSeeTheNewerModelStillLeavesAReport() throws IOException {
    List<String> before =
        List.of(
            "GET /api/users/me",
            "GET /api/members",
            "GET /api/roles",
            "POST /api/roles_migration/system_roles",
            "POST /api/roles_migration/custom_role");
    open(seed -> seed.token("narrow", "dev", before));

    Ran ran =
        Shell.in(
            Map.of("DEV", "narrow", "TEST", "sandbox-test", "PROD", "sandbox-prod"),
            "migrate-roles",
            job.toString(),
            "--apply",
            "--yes");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out())
        .contains("Role migration of Acme (migrated)")
        .contains("who holds what now could not be read, so this is what was announced");
    assertThat(report().path("people").size()).isEqualTo(200);
  }

  @Test
  void nothingIsMigratedWhereWhatPeopleHeldCannotBeWrittenDown() throws IOException {
    open(seed -> seed);
    Files.writeString(folder.resolve("reports"), "a file");

    Ran ran = run("migrate-roles", job, "--apply", "--yes");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints())
        .singleElement()
        .asString()
        .contains("could not be written", "reports is a file, not a folder");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aTerminalIsAskedOnce() throws IOException {
    open(seed -> seed);

    assertThat(answering("no\n")).isEqualTo(2);
    assertThat(writes()).isEmpty();
    assertThat(answering("yes\n")).isZero();
    assertThat(writes()).contains("POST /api/roles_migration/system_roles");
  }

  private int answering(String answer) {
    PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Map<String, String> tokens =
        Map.of("DEV", "sandbox-dev", "TEST", "sandbox-test", "PROD", "sandbox-prod");
    CommandLine line =
        new CommandLine(
            new MigrateRolesCommand(
                    new Terminal(stream, stream, true, tokens),
                    new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)))
                .spec());
    return line.execute(job.toString(), "--apply");
  }

  @Test
  void rostersThatNameOlderRolesAreNamed() throws IOException {
    open(seed -> seed);
    Files.writeString(
        folder.resolve("people.csv"),
        "Email,Name,Department,DEV role\np000@example.com,A,IT,Admin\n");

    Ran ran = run("migrate-roles", job);

    assertThat(ran.out())
        .contains("1 cell of the rosters with a role of the older model, the first at")
        .contains("people.csv:2 (DEV role)")
        .contains("Admin -> Environment admin");
  }

  @Test
  void onlyLossesCanBeAllowed() throws IOException {
    open(seed -> seed);

    assertThat(run("migrate-roles", job, "--allow", "removals=3").code()).isEqualTo(5);
    assertThat(run("migrate-roles", job, "--allow", "losses").code()).isEqualTo(5);
  }
}
