package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.SeedMember;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles that groups pass on in projects which no roster and no rule names. */
class PassedOnRolesTest {

  private static final String EVERYBODY =
      Workbench.EVERYBODY + "flo@example.com,Flo Ray,active,Member,No access,,\n";

  private static final String DEE_JOINS_OPS =
      EVERYBODY.replaceFirst("active,Member,No access,,", "active,Member,No access,Ops,");

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench =
        new Workbench(
            folder,
            seed ->
                seed.projectRole("Auditor")
                    .groupProject("Ops", "Close@dev", "Builder")
                    .member(
                        SeedMember.of("flo@example.com", "Flo Ray", Map.of("dev", "Member"))
                            .on("Close@dev", "Project admin")));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Ran plan(String safety) {
    return bench.with("safety: { " + safety + " }").run("plan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sensitive-roles: [Builder] | sensitive-roles",
        "admin-roles: [Environment admin, Builder], admin-grants: { count: 0 } | admin-grants"
      })
  void whatAGroupPassesOnIsSeenInProjectsThatNobodyNames(String safety, String rule) {
    bench.people(DEE_JOINS_OPS);

    Ran ran = plan(safety);

    assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
    assertThat(ran.out()).contains("+ group Ops").contains("held back by " + rule);
    assertThat(ran.out()).doesNotContain("Close").contains("1 to change, 0 to remove, 5 unchanged");
  }

  @Test
  void projectsThatNobodyNamesAreReadOnlyWhereAGroupCouldPassOnSuchARole() {
    bench.people(DEE_JOINS_OPS);
    bench.forget();
    assertThat(plan("sensitive-roles: [Environment admin]").code()).isZero();
    long before = grantLists();

    bench.people(EVERYBODY);
    bench.forget();
    assertThat(plan("sensitive-roles: [Builder]").code()).isZero();

    assertThat(grantLists()).isEqualTo(before);
    bench.people(DEE_JOINS_OPS);
    bench.forget();
    assertThat(plan("sensitive-roles: [Auditor]").code()).isZero();
    assertThat(grantLists()).isGreaterThan(before);
  }

  private long grantLists() {
    return bench.requests().stream()
        .filter(request -> request.endpoint().contains("/projects/:id/project_grants"))
        .count();
  }
}
