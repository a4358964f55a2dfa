package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.scim.ScimSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service provider over HTTP, spoken to by the commands as an admin would. */
class ScimCommandsTest {

  private static final String SEED =
      """
      { "users": [
          { "id": "ana", "userName": "ana@example.com", "name": { "givenName": "Ana" } },
          { "id": "bob", "userName": "bob@example.com", "name": { "givenName": "Bob" } },
          { "id": "joe", "userName": "joe@example.com", "active": false } ],
        "groups": [
          { "id": "g1", "displayName": "Staff", "members": [ { "value": "bob" } ] },
          { "id": "g2", "displayName": "Workspace FY26", "members": [ { "value": "ana" } ] },
          { "id": "g3", "displayName": "Workspace FY26 - Editor" } ] }
      """;

  private static final String JOB =
      """
      name: directory
      sources:
        - { name: hr, type: csv, path: people.csv, status: { active: [active], left: [left] } }
      target:
        type: scim
        url: URL
        rate: { per-minute: 60000 }
        ACCESS
      scope: { emails: ["*@example.com"] }
      safety: { protected: [ana@example.com], bad-rows: 100% }
      MORE
      """;

  @TempDir Path folder;
  private ScimSandbox sandbox = ScimSandbox.of(SEED, SandboxOptions.of());

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Path job(String url, String access, String more) {
    people("Email,Name,Status,Groups\nana@example.com,Ana,active,Staff\n");
    return write(
        "job.yaml", JOB.replace("URL", url).replace("ACCESS", access).replace("MORE", more));
  }

  private Path job(String more) {
    return job(sandbox.address().toString(), "token: sandbox-scim", more);
  }

  private void people(String csv) {
    write("people.csv", csv);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ran run(Object... words) {
    return Shell.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void aGroupThatIsNotOfferedIsAProblemOfPlanAndOfValidateOnline() {
    Path job = job("groups: { Staf: {} }");

    assertThat(run("validate", job).code()).isZero();
    for (Ran ran : List.of(run("plan", job), run("validate", "--online", job))) {
      assertThat(ran.code()).isEqualTo(5);
      assertThat(ran.err())
          .contains("there is no group \"Staf\"; did you mean \"Staff\"? there is \"Staff\", ")
          .contains("allow-create: true under target");
    }
    assertThat(run("plan", job, "--set", "target.allow-create=true").out())
        .contains("+ group Staf", "create the group");
  }

  @Test
  void aRoleThatNobodyHasHadYetIsPlannedAsAGroupToBeMadeAndReported() throws IOException {
    Path job =
        job(
            sandbox.address().toString(),
            """
            token: sandbox-scim
              allow-create: true
              group-names:
                workspace: "Workspace {workspace}"
                workspace-role: "Workspace {workspace} - {role}"
            """
                .strip(),
            "report: { folder: reports, formats: [json] }");
    people(
        "Email,Name,Status,Workspaces,Workspace roles\nana@example.com,Ana,active,FY26,FY26 = Viewer\n");

    assertThat(run("plan", job).out())
        .contains("workspace role FY26 / Viewer", "create the workspace role");
    Ran sync = run("sync", job);

    assertThat(sync.code()).as(sync.all()).isZero();
    assertThat(sandbox.comparableState())
        .contains("group Workspace FY26 - Viewer has ana@example.com");
    try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
      Path report = files.filter(each -> each.endsWith("report.json")).findFirst().orElseThrow();
      assertThat(Files.readString(report)).contains("\"define\"", "create the workspace role");
    }
    assertThat(run("plan", job).out()).contains("0 to add, 0 to change, 0 to remove");
  }

  @Test
  void suspendedPeopleAreSaidToBeLeftOutOfAnExportAndNoInvitationIsTalkedOf() {
    Path job = job("");
    Path roster = folder.resolve("today.csv");

    Ran export = run("export", job, "--out", roster, "--job-file", folder.resolve("adopt.yaml"));

    assertThat(export.code()).isEqualTo(3);
    assertThat(export.err())
        .contains("1 person: suspended, such as joe@example.com: left out")
        .doesNotContainIgnoringCase("invit");
    Ran plan = run("plan", folder.resolve("adopt.yaml"));
    assertThat(plan.code()).as(plan.all()).isZero();
    assertThat(plan.out()).contains("0 to add, 0 to change, 0 to remove");
  }

  /** Providers drawn at random: what is there is what a roster says of it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsExportedPlansNothing(long seed) {
    sandbox.close();
    sandbox = ScimSandbox.of(drawn(new Random(seed)), SandboxOptions.of());
    Path job = job("");

    Ran export =
        run(
            "export",
            job,
            "--out",
            folder.resolve("today.csv"),
            "--job-file",
            folder.resolve("adopt.yaml"));

    assertThat(export.code()).as(export.all()).isIn(0, 3);
    Ran plan = run("plan", folder.resolve("adopt.yaml"));
    assertThat(plan.code()).as(plan.all()).isZero();
    assertThat(plan.out()).contains("0 to add, 0 to change, 0 to remove");
  }

  private static String drawn(Random random) {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      users.add(
          "{ \"id\": \"u%d\", \"userName\": \"p%d@%s\", \"active\": %s, \"displayName\": \"P, %d\" }"
              .formatted(
                  i,
                  i,
                  random.nextInt(4) == 0 ? "example.net" : "example.com",
                  i == 0 || random.nextInt(4) > 0,
                  i));
    }
    List<String> names =
        List.of("Staff", "a; b", "Ops  team", "=cmd", "ZÜRICH", "staff", "No access", "x/y, z");
    List<String> groups = new ArrayList<>();
    for (String name : names) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        if (random.nextInt(3) == 0) {
          members.add("{ \"value\": \"u" + i + "\" }");
        }
      }
      groups.add(
          "{ \"id\": \"%s\", \"displayName\": \"%s\", \"members\": [ %s ] }"
              .formatted("g" + groups.size(), name, String.join(", ", members)));
    }
    return "{ \"users\": [ %s ], \"groups\": [ %s ] }"
        .formatted(String.join(", ", users), String.join(", ", groups));
  }

  @Test
  void aJobThatInitBeginsWorksOnceItsOtherTargetIsTakenInstead() throws IOException {
    people(
        "Email,Name,Status,Groups\nana@example.com,Ana,active,Staff\nbob@example.com,Bob,active,Staff\n");
    Path begun = folder.resolve("begun.yaml");
    assertThat(run("init", folder.resolve("people.csv"), "--out", begun).code()).isZero();

    String text = Files.readString(begun);
    List<String> lines = new ArrayList<>();
    boolean isScim = false;
    for (String line : text.lines().toList()) {
      isScim = isScim && line.startsWith("#") || line.equals("# Or a service provider:");
      boolean isSandbox =
          line.startsWith("target:")
              || line.startsWith("  type: sandbox")
              || line.startsWith("  state:");
      if (!isSandbox) {
        lines.add(
            isScim && line.startsWith("# ") && !line.contains("Or a") ? line.substring(2) : line);
      }
    }
    String job =
        String.join("\n", lines)
            .replaceAll("url: https://\\S+", "url: " + sandbox.address())
            .replaceAll("\"\\$\\{env:SCIM_TOKEN}\"", "sandbox-scim")
            .replace("protected: []", "protected: [ana@example.com]");
    write("begun.yaml", job + "\n");

    for (List<Object> words :
        List.<List<Object>>of(
            List.of("validate", begun),
            List.of("validate", "--online", begun),
            List.of("sync", begun))) {
      Ran ran = run(words.toArray());
      assertThat(ran.code()).as(ran.all() + job).isZero();
    }
    assertThat(sandbox.comparableState()).contains("group Staff has ana@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token: wrong        | 5 | the token is refused (answered 401: the token is not valid); check target.token
          oauth: { url: DESK, client-id: rollcall, client-secret: not-the-one } | 5 | the client is unknown, or its secret is
          oauth: { url: DESK, client-id: rollcall, client-secret: stand-in-secret, scopes: [admin] } | 5 | there is no scope admin
          oauth: { url: DESK/x, client-id: rollcall, client-secret: stand-in-secret } | 5 | check target.oauth
          oauth: { url: DESK, client-id: rollcall, client-secret: stand-in-secret } | 0 | 1 to change
          """)
  void whoeverIsNotLetInIsToldWhyInOneLine(String access, int code, String why) {
    Path job =
        job(
            sandbox.address().toString(),
            access.replace("DESK", sandbox.url() + "/oauth2/token"),
            "");

    Ran ran = run("plan", job);

    assertThat(ran.code()).as(ran.all()).isEqualTo(code);
    assertThat(ran.all()).contains(why).doesNotContain("\tat ").doesNotContain("stand-in-secret");
    assertThat(ran.err().lines().filter(line -> line.startsWith("rollcall:")))
        .filteredOn(line -> !line.contains("is written into the job file"))
        .hasSize(code == 0 ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          302 |                      | 5 | a redirect: is target.url right?
          307 |                      | 5 | a redirect: is target.url right?
          404 | <html>Nowhere</html> | 5 | there are no users at target.url (answered 404: Nowhere)
          """)
  void whateverElseStandsAtAnAddressIsToldInOneLine(int status, String body, int code, String why)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "https://login.example.com/");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/scim";
      Path job = job(url, "token: sandbox-scim", "");

      for (Ran ran : List.of(run("plan", job), run("validate", "--online", job))) {
        assertThat(ran.code()).as(ran.all()).isEqualTo(code);
        assertThat(ran.err()).contains(why);
        assertThat(ran.err().lines().filter(line -> line.startsWith("rollcall:"))).hasSize(1);
      }
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "forbidden", "page", "lying"})
  void aProviderThatTellsNothingOfItselfIsReadAllTheSame(String discovery) {
    sandbox.behave(Map.of("discovery", discovery));

    Ran ran = run("plan", job(""));

    assertThat(ran.code()).as(ran.all()).isZero();
    assertThat(ran.out()).contains("ana@example.com", "group Staff");
  }
}
