package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.ReadRosters.Read;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.gather.Remark;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same people in several sources. */
class SeveralSourcesTest {

  private static final String ROLES = "name: roles, path: roles.csv, shape: assignments";

  @TempDir Path folder;
  private ReadRosters rosters;

  @BeforeEach
  void open() {
    rosters = new ReadRosters(folder);
  }

  @Test
  void letsASourceCountBeforeThoseAfterItOnly() {
    rosters.file("a.csv", "Email,Dev role", "ana~,A", "bob~,");
    rosters.file("b.csv", "Email,Dev role", "ana~,B", "bob~,B");
    rosters.file("c.csv", "Email,Dev role", "ana~,C", "bob~,C");

    Read first =
        rosters.read(
            "name: a, path: a.csv, on-conflict: first",
            "name: b, path: b.csv",
            "name: c, path: c.csv");
    Read second =
        rosters.read(
            "name: a, path: a.csv",
            "name: b, path: b.csv, on-conflict: first",
            "name: c, path: c.csv");

    assertThat(first.person("ana")).isEqualTo("ACTIVE dev A");
    assertThat(first.held()).containsExactly("bob");
    assertThat(first.problems())
        .singleElement()
        .asString()
        .contains("b.csv:3 (Dev role)", "\"B\" here, \"C\" at c.csv:3 (Dev role)");
    assertThat(second.held()).containsExactly("ana");
    assertThat(second.person("bob")).isEqualTo("ACTIVE dev B");
  }

  @Test
  void believesTheFirstOfTwoRowsWhereTheSourceSaysFirst() {
    rosters.file("a.csv", "Email,Dev role", "ana~,A", "ana~,B");

    assertThat(rosters.read("name: a, path: a.csv, on-conflict: first").person("ana"))
        .isEqualTo("ACTIVE dev A");
    assertThat(rosters.read("name: a, path: a.csv").held()).containsExactly("ana");
  }

  @Test
  void addsAssignmentsToPeopleOfOtherSources() {
    rosters.file(
        "people.csv", "Email,Name,Status,Groups", "ana~,Ana,Active,Ops", "bob~,Bob,Active,");
    rosters.file(
        "roles.csv",
        "Email,Kind,Target,Environment,Role",
        "ana~,group,Finance,,",
        "zoe~,role,,dev,Member");

    Read read = rosters.read("name: hr, path: people.csv", ROLES);

    assertThat(read.person("ana")).isEqualTo("ACTIVE group Finance, group Ops");
    assertThat(read.person("zoe")).isEqualTo("ACTIVE dev Member");
    assertThat(read.record("zoe").columns()).containsExactly(RightsColumn.GROUPS);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void letsAListOfAssignmentsWithoutStatusKeepNobodyWhoHasLeft() {
    rosters.file("people.csv", "Email,Status", "ana~,Terminated");
    rosters.file("roles.csv", "Email,Kind,Target", "ana~,group,Ops");

    assertThat(rosters.read("name: hr, path: people.csv", ROLES).record("ana").status())
        .hasToString("LEFT");
    assertThat(rosters.read(ROLES, "name: hr, path: people.csv").record("ana").status())
        .hasToString("LEFT");
  }

  @Test
  void letsAnActiveStatusInAssignmentsBeatLeftWithARemark() {
    rosters.file("people.csv", "Email,Status", "ana~,Terminated");
    rosters.file(
        "roles.csv",
        "Email,Kind,Target,Status",
        "ana~,group,Ops,Active",
        "ana~,group,Old,Inactive");

    Read read = rosters.read("name: hr, path: people.csv", ROLES);

    assertThat(read.person("ana")).isEqualTo("ACTIVE group Ops");
    assertThat(read.gathered().remarks())
        .singleElement()
        .extracting(Remark::detail)
        .asString()
        .contains("has left here, but is active at roles.csv:2 (Status)");
  }

  @Test
  void tellsOfContradictionsBetweenShapes() {
    rosters.file("people.csv", "Email,Dev role", "ana~,Member");
    rosters.file("roles.csv", "Email,Kind,Environment,Role", "ana~,role,dev,Admin");

    Read read = rosters.read("name: hr, path: people.csv", ROLES);

    assertThat(read.held()).containsExactly("ana");
    assertThat(read.problems().get(0))
        .contains("people.csv:2 (Dev role)", "\"Member\" here, \"Admin\" at roles.csv:2 (Role)");
  }

  @Test
  void boundsAPersonByTheLongestOfTheirRows() {
    rosters.file("a.csv", "Email,Ends on", "ana~,2026-07-05", "bob~,2026-07-05");
    rosters.file("b.csv", "Email,Ends on", "ana~,2026-07-09", "bob~,");

    Read read = rosters.read("name: a, path: a.csv", "name: b, path: b.csv");

    assertThat(read.record("ana").validity().endsOn()).hasToString("Optional[2026-07-09]");
    assertThat(read.record("bob").validity().endsOn()).isEmpty();
  }
}
