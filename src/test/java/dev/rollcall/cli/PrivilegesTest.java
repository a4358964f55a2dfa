package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tokens of a job may do, endpoint by endpoint. */
class PrivilegesTest {

  /** All that reading takes, of the main token. */
  private static final List<String> READING =
      List.of(
          "GET /api/users/me",
          "GET /api/members",
          "GET /api/members/:id",
          "GET /api/environment_roles",
          "GET /api/user_groups",
          "GET /api/user_groups/:id/members",
          "GET /api/project_roles",
          "GET /api/projects",
          "GET /api/projects/:id/project_grants",
          "GET /api/activity_logs");

  private static final String SCREEN = "Workspace admin > API clients > Client roles";

  @TempDir Path folder;
  private Optional<Workbench> opened = Optional.empty();

  /** Of which the main token may do this only. */
  private Workbench may(List<String> privileges) {
    Workbench bench =
        new Workbench(
            folder,
            seed ->
                seed.token(
                    new Seed.Token(
                        Shell.MARKER + "-narrow",
                        "dev",
                        Optional.empty(),
                        Optional.of(privileges))));
    bench.write("token-dev", Shell.MARKER + "-narrow");
    opened = Optional.of(bench);
    return bench;
  }

  private static List<String> readingWithout(String... missing) {
    List<String> rest = new ArrayList<>(READING);
    rest.removeAll(List.of(missing));
    return rest;
  }

  @AfterEach
  void close() {
    opened.ifPresent(Workbench::close);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /api/members|Admin > Workspace collaborators > Collaborators > Get collaborators",
        "GET /api/members/:id|Admin > Workspace collaborators > Collaborators > Get collaborator",
        "GET /api/environment_roles|Admin > Environment roles > List environment roles",
        "GET /api/user_groups|Admin > Workspace collaborators > User groups > List groups",
        "GET /api/user_groups/:id/members|Admin > Workspace collaborators > User groups > List group members",
        "GET /api/project_roles|Admin > Project roles > List project roles",
        "GET /api/projects|Projects > Projects & folders > List projects",
        "GET /api/projects/:id/project_grants|Projects > Project grants > List project grants",
      })
  void eachThatIsMissingIsNamedWithWhatToTick(String call, String tick) {
    Workbench bench = may(readingWithout(call));

    Ran ran = bench.run("validate", "--online");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out())
        .contains(
            "token of dev: may not %s (answered 403: Forbidden); tick \"%s\" in the role of its API client, under %s"
                .formatted(call, tick, SCREEN))
        .contains("Read 5 people, set 0 rows aside. 1 problem.");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void allThatAreMissingAreToldAtOnce() {
    Workbench bench = may(List.of("GET /api/members"));

    Ran ran = bench.run("validate", "--online");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out())
        .contains("may not GET /api/members/:id", "may not GET /api/environment_roles")
        .contains("may not GET /api/user_groups ", "may not GET /api/project_roles")
        .contains("may not GET /api/projects ")
        .contains("GET /api/users/me, \"Admin > Workspace details > Get details\" (is missing, and")
        .contains(
            "GET /api/activity_logs, \"Admin > Environment management > Audit log\" (is missing")
        .contains("5 problems.");
  }

  @Test
  void whatWritesIsNamedAsThePolicyNeedsIt() {
    Workbench bench = may(READING);
    bench.with("policy: { invite: false, left: remove, absent: report }");
    bench.sources(
        "sources: [{ name: hr, type: csv, path: people.csv, columns: { email: Email } }]");

    Ran few = bench.run("validate", "--online");
    bench.with("policy: { left: suspend }");
    bench.rules("groups: { Finance: { description: mine } }");
    Ran many = bench.run("validate", "--online", "--verbose");

    assertThat(few.code()).as(few.toString()).isZero();
    assertThat(few.out())
        .contains(
            "DELETE /api/members/:id, \"Admin > Workspace collaborators > Collaborators > Delete")
        .contains("Privileges: 9 that only read were tried, and are there.")
        .doesNotContain("member_invitations", "POST /api/user_groups", "PUT /api/projects");
    assertThat(many.code()).as(many.toString()).isZero();
    assertThat(many.out())
        .contains("POST /api/member_invitations", "POST /api/user_groups, ")
        .contains("POST /api/user_groups/:id/members", "DELETE /api/user_groups/:id/members")
        .contains("token of dev, prod: DELETE /api/project_grants/:id")
        .contains(
            "GET /api/activity_logs, \"Admin > Environment management > Audit log\" (is there)")
        .doesNotContain("DELETE /api/members/:id");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void whoLeavesPeopleAloneNeedsNothingThatChangesThem() {
    Workbench bench = may(READING);
    bench.with("policy: { people: leave-alone, left: memberships }");

    Ran ran = bench.run("validate", "--online");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("DELETE /api/user_groups/:id/members", "DELETE /api/project_grants/:id")
        .doesNotContain("PUT /api/members", "DELETE /api/members", "member_invitations");
  }

  @Test
  void aWrongTokenIsNoMissingPrivilege() {
    Workbench bench = may(READING);
    bench.write("token-dev", Shell.MARKER + "-wrong");

    Ran ran = bench.run("validate", "--online");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("the token of dev is refused everywhere");
  }
}
