package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.person;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminSuccessionTest {

  private static final Resource FY26 = WorkivaVocabulary.workspace("FY26");
  private static final Entitlement OWNER = WorkivaVocabulary.role(FY26, "Admin").membership();

  private final Scene scene = new Scene().minimumAdmins(1);

  private AdminSuccession succession() {
    ProposedPlan plan = scene.build();
    return new AdminSuccession(plan.limits(), plan.allowances(), operations());
  }

  private List<PlannedOperation> operations() {
    return scene.build().plan().operations();
  }

  /** What the look is against, with these people there and so many operations over. */
  private Map<Integer, String> against(int over, Member... there) {
    return succession()
        .against(
            Roster.of(Arrays.asList(there), List.of()),
            Optional.of(email("owner")),
            operations().stream().skip(over).toList());
  }

  private static Operation gives(String name, Entitlement right) {
    return Operation.Set.give(new Assignee.Person(email(name)), right);
  }

  private static Operation takes(String name, Entitlement right) {
    return Operation.Set.take(new Assignee.Person(email(name)), right);
  }

  @Test
  void isOnlyWhereOneIsTakenAndOneGiven() {
    scene
        .moves(Ops.role("ana", "dev", "Member", "Admin"))
        .moves(Ops.role("ben", "prod", "Admin", "Member"))
        .leaves(Ops.suspend("cem", Map.of("dev", "Member")))
        .joins(Ops.invite("dan", Map.of("prod", "Admin")));

    assertThat(succession().taking()).isEmpty();
    assertThat(succession().places()).isEmpty();
  }

  @Test
  void letsThemGoWhereTheOthersAreThere() {
    scene
        .moves(Ops.role("ana", "prod", "Member", "Admin"))
        .moves(Ops.role("ben", "prod", "Admin", "Member"));

    assertThat(succession().taking()).containsExactly(2);
    assertThat(
            against(1, active("ana", role("prod", "Admin")), active("ben", role("prod", "Admin"))))
        .isEmpty();
  }

  @Test
  void keepsThemWhereTheOthersAreNot() {
    scene
        .moves(Ops.role("ana", "prod", "Member", "Admin"))
        .moves(Ops.role("ben", "prod", "Admin", "Member"))
        .moves(Ops.role("ben", "dev", "Member", ""));

    assertThat(
            against(1, active("ana", role("prod", "Member")), active("ben", role("prod", "Admin"))))
        .isEqualTo(
            Map.of(
                2,
                "minimum-admins: 0 administrators would be left in \"prod\", of now 1; at least 1"
                    + " must stay; those who were to become one first are none (#1)"));
  }

  @Test
  void letsOneTakeOverFromOneWhereThereWereFewerThanThereMustBe() {
    scene
        .minimumAdmins(2)
        .moves(Ops.role("ana", "prod", "Member", "Admin"))
        .moves(Ops.role("ben", "prod", "Admin", "Member"));
    Member ben = active("ben", role("prod", "Admin"));

    assertThat(against(1, active("ana", role("prod", "Admin")), ben)).isEmpty();
    assertThat(against(1, active("ana", role("prod", "Member")), ben)).containsOnlyKeys(2);
  }

  @Test
  void doesNotCountAmongThoseWhoGoWhoWasSuspendedBefore() {
    scene
        .minimumAdmins(2)
        .moves(Ops.role("ana", "prod", "Member", "Admin"))
        .moves(Ops.role("ben", "prod", "Admin", "Member"))
        .moves(Ops.role("sue", "prod", "Admin", "Member"));
    Member ben = active("ben", role("prod", "Admin"));
    Member sue = person("sue", Status.SUSPENDED, role("prod", "Admin"));

    assertThat(against(1, active("ana", role("prod", "Admin")), ben, sue)).isEmpty();
  }

  @Test
  void remembersThoseWhoHaveGoneAlready() {
    scene
        .minimumAdmins(2)
        .moves(Ops.role("ana", "prod", "Member", "Admin"))
        .moves(Ops.role("bea", "prod", "Member", "Admin"))
        .moves(Ops.role("cem", "prod", "Admin", "Member"))
        .moves(Ops.role("dan", "prod", "Admin", "Member"));
    Member ana = active("ana", role("prod", "Admin"));
    Member dan = active("dan", role("prod", "Admin"));

    assertThat(against(3, ana, active("bea", role("prod", "Admin")), dan)).isEmpty();
    assertThat(against(3, ana, active("bea", role("prod", "Member")), dan)).containsOnlyKeys(4);
  }

  @Test
  void countsNeitherTheOwnerNorWhoIsSuspended() {
    scene
        .moves(Ops.role("ana", "prod", "Member", "Admin"))
        .moves(Ops.role("ben", "prod", "Admin", "Member"));
    Member ben = active("ben", role("prod", "Admin"));

    assertThat(against(1, ben, active("owner", role("prod", "Admin")))).containsOnlyKeys(2);
    assertThat(against(1, ben, person("ana", Status.SUSPENDED, role("prod", "Admin"))))
        .containsOnlyKeys(2);
  }

  @Test
  void countsNothingThatIsStillToBeGiven() {
    scene
        .moves(Ops.role("ben", "prod", "Admin", "Member"))
        .moves(Ops.role("ana", "prod", "Member", "Admin"));

    assertThat(
            against(0, active("ana", role("prod", "Member")), active("ben", role("prod", "Admin"))))
        .containsOnlyKeys(1);
  }

  @Test
  void keepsALeaverWhole() {
    scene
        .moves(Ops.role("ana", "prod", "Member", "Admin"))
        .leaves(Ops.drop("ben", "Ops"))
        .leaves(Ops.suspend("ben", Map.of("prod", "Admin")))
        .leaves(Ops.drop("cem", "Ops"));

    assertThat(against(1, active("ben", role("prod", "Admin")), active("cem")))
        .containsOnlyKeys(2, 3);
  }

  @Test
  void isAskedOfAWorkspaceWhoseMembershipGoesAsOfItsRole() {
    scene
        .moves(gives("ana", OWNER))
        .moves(takes("ben", OWNER))
        .moves(takes("ben", FY26.membership()))
        .moves(takes("cem", FY26.membership()));
    Member ana = active("ana", FY26.membership());
    Member ben = active("ben", FY26.membership(), OWNER);
    Member cem = active("cem", FY26.membership());

    assertThat(succession().places()).containsExactly(FY26);
    assertThat(against(1, ana, ben, cem)).containsOnlyKeys(2, 3);
    assertThat(against(1, active("ana", FY26.membership(), OWNER), ben, cem)).isEmpty();
  }
}
