package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.job.ReadRosters.Read;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.Reject;
import dev.rollcall.source.UnreadableSource;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People in one file, what they are to hold in another. */
class JoinedSourcesTest {

  private static final String BY_EMAIL =
      "name: hr, path: people.csv, assignments: { path: roles.csv }";
  private static final String BY_ID =
      "name: hr, path: people.csv, assignments: { path: roles.csv, key: employee-id }";

  @TempDir Path folder;
  private ReadRosters rosters;

  @BeforeEach
  void open() {
    rosters = new ReadRosters(folder);
    rosters.file(
        "people.csv",
        "Employee ID,Email,Name,Status",
        "E1,ana~,Ana Silva,Active",
        "E2,bob~,Bob Roy,Active",
        "E3,cy~,Cy Moe,Terminated");
  }

  @Test
  void givesPeopleTheirAssignments() {
    rosters.file(
        "roles.csv",
        "Email,Kind,Target,Environment,Role",
        "Ana~,role,,dev,Member",
        "ana~,group,Ops,,",
        "cy~,group,Ops,,");

    Read read = rosters.read(BY_EMAIL);

    assertThat(read.person("ana")).isEqualTo("ACTIVE dev Member, group Ops");
    assertThat(read.person("bob")).isEqualTo("ACTIVE");
    assertThat(read.record("cy").status()).hasToString("LEFT");
    assertThat(read.problems()).isEmpty();
    assertThat(read.gathered().remarks()).isEmpty();
  }

  @Test
  void managesWhatOccursForThoseWithoutAssignmentsToo() {
    rosters.file("roles.csv", "Email,Kind,Target", "ana~,group,Ops");

    Read read = rosters.read(BY_EMAIL);

    assertThat(read.record("bob").columns()).containsExactly(RightsColumn.GROUPS);
  }

  @Test
  void joinsByAnyColumnThatBothHave() {
    rosters.file(
        "roles.csv", "Staff ID,Kind,Target,Environment,Role", "e1,project,Billing,dev,Builder");

    assertThat(rosters.read(BY_ID).person("ana")).isEqualTo("ACTIVE Billing@dev Builder");

    rosters.file("people.csv", "Login,Email", "AS,ana~");
    rosters.file("roles.csv", "LOGIN,Kind,Target", "as,group,Ops");

    assertThat(rosters.read(BY_ID.replace("employee-id", "login")).person("ana"))
        .isEqualTo("ACTIVE group Ops");
  }

  @Test
  void namesAnAssignmentOfNobodyAndHoldsNobodyElse() {
    rosters.file("people.csv", "Email", "ana.silva~", "bob~");
    rosters.file(
        "roles.csv",
        "Email,Kind,Target",
        "zoe~,group,Ops",
        "ana.silba~,group,Ops",
        "bob~,group,Ops");

    Read read = rosters.read(BY_EMAIL);

    assertThat(read.problems())
        .containsExactly(
            "roles.csv:2 (Email): zoe@example.com has an assignment, but is not among the people of"
                + " hr; add the person, or remove the assignment",
            "roles.csv:3 (Email): ana.silba@example.com has an assignment, but is not among the"
                + " people of hr; did you mean \"ana.silva@example.com\"? Otherwise add the person,"
                + " or remove the assignment");
    assertThat(read.held()).containsExactly("ana.silba", "zoe");
    assertThat(read.people()).containsExactly("ana.silva", "bob");
    assertThat(read.gathered().anybodyMayBeMissing()).isFalse();
  }

  @Test
  void holdsNobodyForAnIdThatNobodyHas() {
    rosters.file("roles.csv", "Employee ID,Kind,Target", "E9999,group,Ops", "E1,group,Ops");

    Read read = rosters.read(BY_ID);

    assertThat(read.problems())
        .singleElement()
        .asString()
        .contains("roles.csv:2 (Employee ID): nobody in hr has the employee-id \"e9999\"");
    assertThat(read.held()).isEmpty();
    assertThat(read.gathered().anybodyMayBeMissing()).isFalse();
    assertThat(read.record("ana").columns()).containsExactly(RightsColumn.GROUPS);
  }

  @Test
  void takesNothingFromAnybodyWhereAnAssignmentCouldBeAnybodys() {
    rosters.file("roles.csv", "Employee ID,Kind,Target", ",group,Ops", "E1,group,Ops");

    Read read = rosters.read(BY_ID);

    assertThat(read.problems()).singleElement().asString().contains("the employee-id is blank");
    assertThat(read.gathered().people())
        .allSatisfy(person -> assertThat(person.columns()).isEmpty());
    assertThat(read.gathered().anybodyMayBeMissing()).isFalse();
  }

  @Test
  void handsNoPasswordBackWhereTwoPeopleHaveOneKey() {
    rosters.file("people.csv", "Employee ID,Email,Password", "E1,ana~,S3cret", "E1,bob~,S3cret");
    rosters.file("roles.csv", "Employee ID,Kind,Target", "E1,group,Ops");

    Read read = rosters.read(BY_ID);

    assertThat(read.gathered().rejects())
        .isNotEmpty()
        .allSatisfy(reject -> assertThat(reject.row().cells()).doesNotContain("S3cret"));
  }

  @Test
  void holdsWhoseRowOfPeopleIsBadAndDoesNotComplainTwice() {
    rosters.file(
        "people.csv",
        "Employee ID,Email,Status",
        "E1,ana~,Actve",
        "E2,bob.example.com,Active",
        "E3,cy~,Active");
    rosters.file(
        "roles.csv", "Employee ID,Kind,Target", "E1,group,Ops", "E2,group,Ops", "E3,group,Ops");

    Read read = rosters.read(BY_ID);

    assertThat(read.held()).containsExactly("ana");
    assertThat(read.problems())
        .satisfiesExactly(
            first -> assertThat(first).contains("people.csv:2 (Status)"),
            second -> assertThat(second).contains("people.csv:3 (Email)"),
            third -> assertThat(third).contains("roles.csv:3", "in hr was set aside"));
    assertThat(read.record("cy").columns()).containsExactly(RightsColumn.GROUPS);
  }

  @Test
  void holdsBothWhoShareAnId() {
    rosters.file("people.csv", "Employee ID,Email", "E1,ana~", "E1,bob~", "E3,cy~");
    rosters.file("roles.csv", "Employee ID,Kind,Target", "E1,group,Ops", "E3,group,Ops");

    Read read = rosters.read(BY_ID);

    assertThat(read.held()).containsExactly("ana", "bob");
    assertThat(read.problems())
        .anyMatch(problem -> problem.contains("people.csv:3 (Employee ID)"))
        .anyMatch(problem -> problem.contains("roles.csv:2 (Employee ID): more than one person"));
  }

  @Test
  void holdsThePersonOfABadAssignment() {
    rosters.file("roles.csv", "Email,Kind,Target", "ana~,gruop,Ops", "bob~,group,Ops");

    Read read = rosters.read(BY_EMAIL);

    assertThat(read.held()).containsExactly("ana");
    assertThat(read.gathered().rejects())
        .extracting(Reject::source)
        .containsExactly("hr.assignments");
  }

  @Test
  void countsRowsAndRejectsOfBothFilesApart() {
    String[] roles =
        IntStream.range(0, 60)
            .mapToObj(i -> i == 0 ? "Email,Kind,Target" : i < 8 ? "ana~,?,Ops" : "ana~,group,G" + i)
            .toArray(String[]::new);
    rosters.file("roles.csv", roles);

    Read read = rosters.read(BY_EMAIL);

    assertThat(read.gathered().rowsPerSource())
        .containsEntry("hr", 3)
        .containsEntry("hr.assignments", 59);
    assertThat(read.gathered().tooManyBadRows(0.05))
        .hasValueSatisfying(
            problem -> assertThat(problem.toString()).contains("hr.assignments", "7 of 59 rows"));
  }

  @Test
  void doesNotCountWhatIsJoinedToARowThatDoesNotCount() {
    rosters.file("contractors.csv", "Email,Status,Groups", "cy~,Active,Guests");
    rosters.file("roles.csv", "Email,Kind,Target", "cy~,group,Ops");

    Read read = rosters.read(BY_EMAIL, "name: contractors, path: contractors.csv");

    assertThat(read.person("cy")).isEqualTo("ACTIVE group Guests");
  }

  @Test
  void refusesAKeyThatOneOfThemDoesNotHave() {
    rosters.file("roles.csv", "Email,Kind,Target", "ana~,group,Ops");

    assertThatThrownBy(() -> rosters.read(BY_ID))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("roles.csv: there is no column for the key \"employee-id\"")
        .hasMessageContaining("\"Kind\"");
  }

  @Test
  void refusesAssignmentsThatReadNothing() {
    rosters.file("roles.csv", "Email,Kind,Target");

    assertThatThrownBy(() -> rosters.read(BY_EMAIL))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("roles.csv: reads nothing");
  }
}
