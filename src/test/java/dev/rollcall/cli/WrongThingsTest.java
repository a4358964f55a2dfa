package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs and workspaces that are wrong: one clear message, the exit code, and nothing changed. */
class WrongThingsTest {

  private static final String JOINER =
      "flo@example.com,Flo Ray,active,Member,Member,Finance,Billing@dev = Builder";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MEMBERS_TOTAL, missing",
    "MEMBERS_TOTAL, null",
    "MEMBERS_TOTAL, too-high",
    "MEMBERS_TOTAL, too-low",
    "MEMBERS_DATA, null",
    "MEMBERS_DATA, missing",
    "MEMBERS_DATA, empty",
    "MEMBERS_DATA, half"
  })
  void anIncompleteMemberListInvitesNobody(Switch which, String position) {
    bench.sandbox.behave(Map.of(which.key(), position));
    bench.joined(JOINER);

    refused(9, "the member list", "nothing was changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b             | holds a blank",
        "a\\tb           | holds a blank",
        "a\\240b         | holds a blank",
        "a\\nb           | holds a second line",
        "a\\r\\nb        | holds a second line",
        "a\\0b           | holds a character that no header can carry",
        "a\\177          | holds a character that no header can carry",
        "caf\\351        | holds a character that no header can carry",
        "a\ufeff         | holds a character that no header can carry"
      })
  void aTokenThatNoHeaderCanCarryIsAProblemOfTheJobFile(String token, String what) {
    bench.write("token-dev", Shell.MARKER + token.translateEscapes());

    for (String command : List.of("validate", "plan", "sync", "validate --online")) {
      Ran ran = Shell.run((command + " " + bench.job).split(" "));

      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.complaints()).as(ran.toString()).hasSize(1);
      assertThat(ran.err()).containsPattern("job.yaml:\\d+:\\d+: target.tokens.dev " + what);
    }
    assertThat(bench.requests()).isEmpty();
    assertThat(bench.run("roster").code()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "99999"})
  void aPortThatNoneCanBeIsAWrongCommandLine(String port) {
    Ran ran = Shell.run("sandbox", "--port", port);

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("--port " + port + ": a port is 0 to 65535", "sandbox --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufeff%s\n", "%s\r\n\r\n", "\ufeff%s", " %s\t\n"})
  void whatAnEditorAddsToAFileIsNoPartOfAToken(String file) {
    bench.write("token-dev", file.formatted(Workbench.token("dev")));

    assertThat(bench.run("plan").code()).isZero();
  }

  @Test
  void aWorkspaceThatLostHalfItsMembersIsNotBelieved() {
    Workbench large =
        new Workbench(
            folder,
            seed -> {
              for (int i = 0; i < 20; i++) {
                seed.member("m" + i + "@example.com", "M " + i, java.util.Map.of("dev", "Member"));
              }
              return seed;
            });
    bench.close();
    bench = large;
    assertThat(bench.run("sync").code()).isZero();
    String all = bench.sandbox.stateJson();
    assertThat(all).contains("m19@example.com");
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/members", 200)
            .withBody(
                "{\"data\":[{\"id\":1,\"grant_type\":\"team\",\"name\":\"M\",\"email\":\"m1@example.com\",\"roles\":[]}],\"total\":1}")
            .always()
            .made());
    bench.forget();
    bench.joined(JOINER);

    refused(9, "1 member", "25 of last time", "--allow shrink=100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Email,Name,Status,DEV,PROD,Groups,Projects\n"})
  void aRosterWithoutRowsIsAnError(String csv) {
    bench.with("policy: { absent: remove }").people(csv);

    refused(5, "people.csv");
  }

  @Test
  void aMissingRosterIsAnErrorThatNamesItsNeighbour() {
    bench.rules("").write("peopel.csv", Workbench.EVERYBODY);
    folder.resolve("people.csv").toFile().delete();

    refused(5, "people.csv", "did you mean \"peopel.csv\"?");
  }

  @Test
  void aShrunkenRosterRemovesNobody() {
    bench.with("policy: { absent: remove }\nsafety: { removals: { share: 100%, count: 50 } }");
    assertThat(bench.run("sync").code()).isZero();
    bench.people(
        Workbench.HEADER
            + """
            ana@example.com,Ana Silva,active,Environment admin,Environment admin,,
            eve@example.com,Eve Lund,active,Environment admin,Environment admin,,
            """);

    Ran ran = refused(4, "shrink", "--allow shrink=");
    assertThat(ran.out()).contains("3 operations held back");
  }

  @Test
  void aRowThatCouldBeAnybodyLeavesNobodyAbsent() {
    bench.with("policy: { absent: remove }\nsafety: { bad-rows: 50%, shrink: 100% }");
    assertThat(bench.run("sync").code()).isZero();
    bench.people(Workbench.EVERYBODY.replace("dee@example.com", "dee(at)example.com"));
    bench.forget();
    String before = bench.sandbox.comparableState();

    Ran ran = bench.run("sync");

    assertThat(ran.out()).contains("people.csv:6").contains("dee(at)example.com");
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.sandbox.comparableState()).isEqualTo(before);
  }

  @Test
  void tooManyBadRowsEndBeforeAnythingIsPlanned() {
    bench.people(Workbench.EVERYBODY.replace("bob@", "bob").replace("cy@", "cy"));

    refused(5, "people.csv:4", "bad-rows");
  }

  @Test
  void aWrongTokenIsNamedByItsEnvironment() {
    bench.write("token-dev", Workbench.token("wrong")).joined(JOINER);

    refused(5, "dev", "token");
  }

  @Test
  void anEmptyTokenIsAnError() {
    bench.write("token-dev", "\n").joined(JOINER);

    refused(5, "job.yaml:");
  }

  @Test
  void aMissingTokenFileIsNamed() {
    bench.tokens("tokens: { dev: \"${file:/nowhere/token}\" }").joined(JOINER);

    refused(5, "/nowhere/token", "job.yaml:");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/members",
    "/api/user_groups",
    "/api/environment_roles",
    "/api/project_roles",
    "/api/projects",
    "/api/projects/:id/project_grants",
    "/api/user_groups/:id/members"
  })
  void aMissingPrivilegeToReadIsNamedWithItsEndpoint(String endpoint) {
    bench.sandbox.fail(FaultDraft.status("GET", endpoint, 403).always().made());
    bench.joined(JOINER);

    refused(5, "GET " + endpoint, "tick \"");
  }

  @Test
  void aMissingPrivilegeToWriteIsNamedWithItsEndpoint() {
    bench.sandbox.fail(FaultDraft.status("POST", "/api/member_invitations", 403).always().made());
    bench.joined(JOINER);
    String before = bench.sandbox.comparableState();

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.all()).contains("POST /api/member_invitations");
    assertThat(bench.sandbox.comparableState()).isEqualTo(before);
  }

  @Test
  void anUnknownRoleInACellHoldsThatPersonAlone() {
    bench.joined(JOINER, "gus@example.com,Gus Orr,active,Memeber,,,");

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out())
        .contains("people.csv:8")
        .contains("\"Memeber\"")
        .contains("did you mean \"Member\"?");
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void anUnknownRoleInARuleIsAnError() {
    bench
        .joined(JOINER)
        .rules(
            """
            rules:
              - name: Everybody
                when: "true"
                grant: { roles: { dev: Memeber } }
            """);

    refused(5, "job.yaml:", "\"Memeber\"", "did you mean \"Member\"?");
  }

  @Test
  void anUnknownRoleUnderGroupsIsAnError() {
    bench
        .joined(JOINER)
        .rules(
            """
            groups:
              Finance:
                description: Finance
                projects: [ { project: Billing, environment: dev, role: Bilder } ]
            """);

    refused(5, "job.yaml:", "\"Bilder\"", "did you mean \"Builder\"?");
  }

  @Test
  void brokenYamlIsNamedByLineAndColumn() {
    bench.write("job.yaml", bench.jobText().replace("status: { active", "status: { [active"));

    Ran ran = refused(5, "job.yaml");
    assertThat(ran.err()).containsPattern("job\\.yaml:\\d+:\\d+");
  }

  @Test
  void anUnknownKeyIsNamedWithItsNearest() {
    bench.write("job.yaml", bench.jobText().replace("repository:", "repositry:"));

    Ran ran = refused(5, "\"repositry\"", "did you mean \"repository\"?");
    assertThat(ran.err()).containsPattern("job\\.yaml:\\d+:\\d+");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithTheNearestHeader() {
    bench.write("job.yaml", bench.jobText().replace("email: Email", "email: E-Mial"));

    refused(5, "\"E-Mial\"", "did you mean \"Email\"?");
  }

  @Test
  void aMissingJobFileIsNamed() {
    Ran ran = Shell.run("sync", folder.resolve("nightly.yaml").toString());

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("nightly.yaml");
  }

  @Test
  void aMissingSeedIsNamed() {
    String target =
        bench
            .jobText()
            .replaceAll("(?s)target:.*?\n\n", "target: { type: sandbox, seed: seeed.json }\n");
    bench.write("job.yaml", target);

    refused(5, "seeed.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sync --allow foo=1 | foo",
        "sync --allow removal=1 | removals",
        "sync --allow removals=many | many",
        "sync --run nonsense | nonsense",
        "sync --run 20250101-000000-aaaa | there is no run 20250101-000000-aaaa",
        "sync --deadline soon | soon",
        "sync --set safety.seets=3 | seats",
        "sync --set nonsense | path=value",
        "sync --formt json | --format",
        "sink | sync",
        "plan --out | --out",
        "rerun --resend nobody | nobody",
        "show nonsense | nonsense",
        "apply nowhere.json job.yaml | nowhere.json",
        "apply nowhere.json | JOB",
        "rerun nowhere.yaml | nowhere.yaml",
        "rerun --set nonsense | no repository"
      })
  void aWrongCommandLineIsExplained(String line, String hint) {
    bench.joined(JOINER);
    List<String> words = List.of(line.split(" "));
    Ran ran =
        List.of("rerun", "show", "apply").contains(words.get(0))
            ? Shell.run(words.toArray(String[]::new))
            : bench.run(words.get(0), words.subList(1, words.size()).toArray(String[]::new));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains(hint);
    assertThat(ran.complaints()).hasSizeBetween(1, 2);
    assertThat(bench.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:oracle:thin:@db", "nonsense", "jdbc:h2:file:/proc/nowhere/runs"})
  void aRepositoryThatCannotBeIsNamed(String url) {
    bench.joined(JOINER).write("job.yaml", bench.jobText().replace("jdbc:h2:file:./runs", url));

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isIn(5, 9);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aWorkspaceThatIsNotThereIsUnavailable() {
    bench
        .joined(JOINER)
        .write("job.yaml", bench.jobText().replaceAll("127.0.0.1:\\d+", "127.0.0.1:1"));

    Ran ran = bench.run("sync", "--deadline", "1s");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.err()).contains("127.0.0.1:1");
    assertThat(ran.complaints()).hasSize(1);
  }

  /** A link that leads to itself, which not even root can follow, in place of a closed folder. */
  @Test
  void aStateThatCannotBeLookedAtIsNotTakenForASeed() throws IOException {
    Path closed = folder.resolve("closed");
    Files.createSymbolicLink(closed, closed);
    bench.write(
        "job.yaml",
        bench
            .jobText()
            .replaceFirst(
                "(?s)target:.*?60000 }", "target: { type: sandbox, state: closed/state.json }"));

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).singleElement().asString().contains(closed + "/state.json");
  }

  /** Syncs, and expects that nothing was written and that this was said once. */
  private Ran refused(int code, String... said) {
    String before = bench.sandbox.comparableState();
    int mails = bench.mails().size();

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
    assertThat(ran.all()).contains(said);
    assertThat(ran.complaints()).hasSizeBetween(code == 4 ? 0 : 1, 3);
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.mails()).hasSize(mails);
    assertThat(bench.sandbox.comparableState()).isEqualTo(before);
    return ran;
  }
}
