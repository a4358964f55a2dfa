package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.testing.QuotaWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts against different quotas is read at the same time, and as surely as ever. */
class SideBySideReadingTest {

  /** Of 50,000 people at 60 requests a minute: as many windows, of a fifth of the requests. */
  private static final int A_FIFTH = 5;

  private static final int QUOTA = 60 / A_FIFTH;
  private static final int PEOPLE = 50_000 / A_FIFTH;
  private static final int GROUPS = 800 / A_FIFTH;
  private static final int PROJECTS = 320 / A_FIFTH;

  @Test
  void aLargeCompanyTakesAsLongAsTheLongestLane() {
    try (WorkspaceWithClient company =
        new WorkspaceWithClient(small -> sized(PEOPLE, GROUPS, PROJECTS).quotaPerMinute(QUOTA))) {
      WorkatoTenant workspace = company.paced(QUOTA, WorkatoSettings.Quota.WORKSPACE);
      Instant begun = company.clock.instant();

      Snapshot snapshot = workspace.snapshot(Usual.everything());

      Duration took = Duration.between(begun, company.clock.instant());
      QuotaWindows windows = QuotaWindows.of(QUOTA, company.sandbox.requests()).isNeverExceeded();
      assertThat(snapshot.incomplete()).isEmpty();
      assertThat(snapshot.members()).isGreaterThanOrEqualTo(PEOPLE);
      assertThat(windows.longest()).isBetween(Duration.ofMinutes(26), Duration.ofMinutes(28));
      assertThat(windows.sum()).isGreaterThan(Duration.ofMinutes(36));
      assertThat(took)
          .isBetween(windows.longest(), windows.longest().multipliedBy(105).dividedBy(100));
    }
  }

  @Test
  void eachTokensLaneIsReadByItselfWhereEachHasItsOwnQuota() {
    try (WorkspaceWithClient company =
        new WorkspaceWithClient(small -> sized(300, 1, 150).quotaPerMinute(0))) {
      WorkatoTenant workspace = company.paced(60, WorkatoSettings.Quota.TOKEN);
      workspace.identify();
      Instant begun = company.clock.instant();

      workspace.snapshot(Usual.everything());

      // 150 grant lists in each of two environments: two full windows beside each other, not five.
      assertThat(Duration.between(begun, company.clock.instant()))
          .isBetween(Duration.ofSeconds(122), Duration.ofSeconds(128));
    }
  }

  @Test
  void theSnapshotIsTheSameWhateverComesFirst() {
    Snapshot expected = snapshot();

    for (String slow :
        List.of("/api/members", "/api/user_groups", "/api/projects", "/api/environment_roles")) {
      Snapshot other = snapshot(FaultDraft.slow("GET", slow, Duration.ofMillis(150)).times(1));
      assertThat(other.actual()).as(slow).isEqualTo(expected.actual());
      assertThat(other.catalogue()).as(slow).isEqualTo(expected.catalogue());
      assertThat(other.incomplete()).as(slow).isEqualTo(expected.incomplete());
    }
  }

  private static Snapshot snapshot(FaultDraft... faults) {
    try (WorkspaceWithClient company = new WorkspaceWithClient(small -> sized(500, 12, 9))) {
      List.of(faults).forEach(fault -> company.sandbox.fail(fault.made()));
      return company.workspace().snapshot(Usual.everything());
    }
  }

  static Stream<Arguments> failures() {
    String members = "/api/members";
    String environmentRoles = "/api/environment_roles";
    String projectRoles = "/api/project_roles";
    String groups = "/api/user_groups";
    String projects = "/api/projects";
    String inGroups = "/api/user_groups/:id/members";
    String grants = "/api/projects/:id/project_grants";
    return Stream.of(
        Arguments.of(List.of(members, grants, groups), "Get collaborators"),
        Arguments.of(List.of(projectRoles, environmentRoles), "List environment roles"),
        Arguments.of(List.of(projects, groups), "List groups"),
        Arguments.of(List.of(projects, projectRoles), "List project roles"),
        Arguments.of(List.of(inGroups, projects), "List projects"),
        Arguments.of(List.of(grants, inGroups), "List group members"),
        Arguments.of(List.of(grants), "List project grants"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void ofSeveralFailuresTheOneIsToldThatOneLaneWouldHaveMetFirst(
      List<String> forbidden, String told) {
    for (int i = 0; i < 3; i++) {
      try (WorkspaceWithClient company = new WorkspaceWithClient(small -> sized(20, 4, 4))) {
        forbidden.forEach(
            path -> company.sandbox.fail(FaultDraft.status("GET", path, 403).always().made()));

        assertThatThrownBy(() -> company.workspace().snapshot(Usual.everything()))
            .isInstanceOf(AccessRefused.class)
            .hasMessageContaining(told);
      }
    }
  }

  @Test
  void oneLanesFailureEndsTheOthersBeforeTheyWaitForTheirNextTurn() {
    try (WorkspaceWithClient company = new WorkspaceWithClient(small -> sized(300, 200, 2))) {
      company.sandbox.fail(
          FaultDraft.status("GET", "/api/projects/:id/project_grants", 404).always().made());

      assertThatThrownBy(() -> company.workspace().snapshot(Usual.everything()))
          .isInstanceOf(TenantUnavailable.class)
          .hasMessageContaining("project_grants");
      assertThat(company.count("GET /api/user_groups/:id/members")).isLessThan(60);
      assertThat(company.clock.slept()).isZero();
    }
  }

  /** Everybody is in two of the groups, and holds a role on a project in one of two places. */
  private static SeedBuilder sized(int people, int groups, int projects) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < projects; i++) {
      names.add("Project " + i);
    }
    SeedBuilder seed =
        new SeedBuilder()
            .workspace(9001, "Acme", "owner@example.com")
            .environment("dev", names.toArray(String[]::new))
            .environment("prod", names.toArray(String[]::new));
    for (int i = 0; i < groups; i++) {
      seed.group("Group " + i, "");
    }
    for (int i = 0; i < people; i++) {
      String place = i / projects % 2 == 0 ? "@dev" : "@prod";
      seed.member(
          SeedMember.of("p" + i + "@example.com", "P " + i, Map.of("dev", "Member"))
              .in(
                  i % groups == (i + 7) % groups
                      ? new String[] {"Group " + i % groups}
                      : new String[] {"Group " + i % groups, "Group " + (i + 7) % groups})
              .on("Project " + i % projects + place, "Builder"));
    }
    return seed;
  }
}
