package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.person;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import dev.rollcall.testing.Rosters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MinimumAdminsTest {

  private static Scene threeAdmins() {
    return new Scene()
        .minimumAdmins(2)
        .member(active("ana", role("prod", "Environment admin"), role("dev", "Member")))
        .member(active("ben", role("prod", "Environment admin"), role("dev", "Member")))
        .member(active("cleo", role("prod", "Admin"), role("dev", "Member")));
  }

  @Test
  void letsTheNumberFallToTheMinimum() {
    Verdict verdict =
        threeAdmins().moves(Ops.role("ana", "prod", "Environment admin", "Member")).review();

    assertThat(verdict.violations().isEmpty()).isTrue();
  }

  @Test
  void holdsWhatTakesTheRoleThereAndNothingElse() {
    Verdict verdict =
        threeAdmins()
            .moves(Ops.role("ana", "prod", "Environment admin", "Member"))
            .leaves(Ops.suspend("ben", Map.of("prod", "Environment admin", "dev", "Member")))
            .moves(Ops.role("cleo", "dev", "Member", ""))
            .review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "minimum-admins", 2, "minimum-admins"));
    assertThat(verdict.violations())
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo(
            "minimum-admins: 1 administrator would be left in \"prod\", of now 3; at least 2 must"
                + " stay. If this is right, run again with --allow minimum-admins=1");
  }

  @Test
  void passesWithTheSwitchItNames() {
    Verdict verdict =
        threeAdmins()
            .leaves(Ops.remove("ana", role("prod", "Environment admin")))
            .leaves(Ops.remove("ben", role("prod", "Environment admin")))
            .allow("minimum-admins", 1)
            .review();

    assertThat(verdict.violations().isEmpty()).isTrue();
  }

  @Test
  void countsNeitherPendingPeopleNorTheOwner() {
    Verdict verdict =
        new Scene()
            .minimumAdmins(2)
            .member(active("owner", role("prod", "Admin")))
            .member(person("ivo", Status.INVITED, role("prod", "Admin")))
            .member(active("ana", role("prod", "Admin")), active("ben", role("prod", "Admin")))
            .joins(Ops.invite("dan", Map.of("prod", "Admin")))
            .moves(Ops.role("ana", "prod", "Admin", "Operator"))
            .review();

    assertThat(verdict.held()).containsOnlyKeys(2);
  }

  @Test
  void countsThoseWhoBecomeAdministratorsInTheSamePlan() {
    Verdict verdict =
        threeAdmins()
            .member(active("dan", role("prod", "Member")))
            .moves(Ops.role("dan", "prod", "Member", "Environment admin"))
            .moves(Ops.role("ana", "prod", "Environment admin", "Member"))
            .moves(Ops.role("ben", "prod", "Environment admin", "Member"))
            .review();

    assertThat(verdict.violations().isEmpty()).isTrue();
  }

  @Test
  void doesNotCountThemWhereAnotherRuleHoldsTheirRole() {
    Verdict verdict =
        threeAdmins()
            .member(active("dan", role("prod", "Member")))
            .moves(Ops.role("dan", "prod", "Member", "Environment admin"))
            .moves(Ops.role("ana", "prod", "Environment admin", "Member"))
            .moves(Ops.role("ben", "prod", "Environment admin", "Member"))
            .cap("admin-grants", Caps.count(0))
            .review();

    assertThat(verdict.held())
        .isEqualTo(Map.of(1, "admin-grants", 2, "minimum-admins", 3, "minimum-admins"));
  }

  @Test
  void saysNothingWhereThereWereTooFewBefore() {
    Verdict verdict =
        new Scene()
            .minimumAdmins(2)
            .member(active("ana", role("prod", "Admin")), active("ben", role("prod", "Operator")))
            .moves(Ops.role("ben", "prod", "Operator", "Analyst"))
            .review();

    assertThat(verdict.violations().isEmpty()).isTrue();
  }

  @Test
  void exchangesOneAdministratorsRoleForAnother() {
    Verdict verdict =
        new Scene()
            .minimumAdmins(1)
            .member(active("ana", role("prod", "Admin")))
            .moves(Ops.role("ana", "prod", "Admin", "Environment admin"))
            .review();

    assertThat(verdict.violations().isEmpty()).isTrue();
  }

  @Test
  void namesOneNumberThatLetsAllEnvironmentsPass() {
    Verdict verdict =
        new Scene()
            .minimumAdmins(2)
            .member(active("ana", role("dev", "Admin"), role("prod", "Admin")))
            .member(active("ben", role("dev", "Admin")))
            .leaves(Ops.suspend("ana", Map.of("dev", "Admin", "prod", "Admin")))
            .review();

    assertThat(verdict.violations())
        .hasSize(2)
        .allSatisfy(violation -> assertThat(violation.message()).endsWith("minimum-admins=0"));
  }

  @Test
  void holdsWhatTakesSomebodyOutOfTheWorkspaceThatTheyAdminister() {
    Resource workspace = WorkivaVocabulary.workspace("FY26");
    Entitlement owner = WorkivaVocabulary.role(workspace, "Admin").membership();
    Verdict verdict =
        new Scene()
            .minimumAdmins(1)
            .member(active("ana", workspace.membership(), owner))
            .member(active("ben", workspace.membership()))
            .moves(takes("ana", workspace.membership()))
            .moves(takes("ana", owner))
            .moves(takes("ben", workspace.membership()))
            .review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "minimum-admins", 2, "minimum-admins"));
  }

  @Test
  void countsWhoIsSuspendedWhateverIsTakenBesides() {
    Entitlement admin = WorkivaVocabulary.organizationRole("Admin").membership();
    Verdict verdict =
        new Scene()
            .minimumAdmins(1)
            .member(active("ana", admin))
            .leaves(
                new Operation.Suspend(
                    Rosters.email("ana"), List.of(), Vocabulary.Suspension.MARKED))
            .review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "minimum-admins"));
  }

  private static Operation takes(String name, Entitlement right) {
    return Operation.Set.take(new Assignee.Person(Rosters.email(name)), right);
  }
}
