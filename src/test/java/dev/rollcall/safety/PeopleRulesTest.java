package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules about who may be touched: protected people, an unknown owner, sensitive roles. */
class PeopleRulesTest {

  @Test
  void takesNothingFromProtectedPeopleButGives() {
    Verdict verdict =
        new Scene()
            .member(active("ana", role("dev", "Member"), in("Finance")))
            .protect("ana")
            .moves(Ops.drop("ana", "Finance"))
            .moves(Ops.role("ana", "dev", "Member", "Environment admin"))
            .review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "protected"));
    assertThat(verdict.violations())
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo(
            "protected: 1 protected person would lose something: ana@example.com; 0 are allowed."
                + " If this is right, run again with --allow protected=1");
  }

  @Test
  void countsProtectedPeopleNotTheirRights() {
    Scene scene =
        new Scene()
            .member(active("ana", role("dev", "Member"), in("Finance")))
            .protect("ana")
            .leaves(Ops.suspend("ana"))
            .leaves(Ops.drop("ana", "Finance"));

    assertThat(scene.review().held()).hasSize(2);
    assertThat(scene.allow("protected", 1).review().held()).isEmpty();
  }

  @Test
  void protectsTheOwnerUnasked() {
    assertThat(new Scene().leaves(Ops.suspend("owner")).review().held())
        .isEqualTo(Map.of(1, "protected"));
  }

  @Test
  void suspendsNobodyWhereAnybodyCouldBeTheOwner() {
    Scene scene =
        new Scene()
            .ownerUnknown()
            .member(active("ana", role("dev", "Member")), active("ben", role("dev", "Member")))
            .leaves(Ops.suspend("ana"))
            .leaves(Ops.withdraw("cleo", "Finance"))
            .moves(Ops.role("ben", "dev", "Member", ""))
            .invited("cleo");

    assertThat(scene.review().held()).isEqualTo(Map.of(1, "unknown-owner", 3, "unknown-owner"));
    assertThat(scene.allow("unknown-owner", 2).review().held()).isEmpty();
  }

  @Test
  void suspendsAgainOnceAMemberIsProtectedWhoCanBeTheOwner() {
    Scene scene =
        new Scene()
            .ownerUnknown()
            .member(active("ana", role("dev", "Member")), active("boss", role("dev", "Member")))
            .protect("boss")
            .leaves(Ops.suspend("ana"));

    assertThat(scene.review().violations()).isEmpty();

    scene.member(active("eve", role("dev", "Environment admin")));
    assertThat(scene.review().held()).containsValue("unknown-owner");
    assertThat(scene.protect("eve").review().held()).isEmpty();
  }

  @Test
  void whoeverIsNowhereOrInvitedOrComesOnlyNowStandsForNoOwner() {
    Scene scene =
        new Scene()
            .ownerUnknown()
            .protect("boss")
            .protect("invited")
            .protect("new")
            .listed("new", "invited")
            .invited("invited")
            .joins(Ops.invite("new"))
            .leaves(Ops.suspend("ana"));

    assertThat(scene.review().held()).isEqualTo(Map.of(2, "unknown-owner"));
  }

  @Test
  void somebodyOfTheRostersWhomTheWorkspaceDoesNotListCanBeItsOwner() {
    Verdict verdict =
        new Scene()
            .ownerUnknown()
            .protect("boss")
            .listed("boss")
            .leaves(Ops.suspend("ana"))
            .review();

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void takesNothingFromAGroupThatPassesItOnToProtectedPeople() {
    Scene scene =
        new Scene()
            .group(group("Finance", on("Billing@dev", "Project admin")))
            .member(active("ana", role("dev", "Member"), in("Finance")))
            .member(active("ben", role("dev", "Member"), in("Finance")))
            .moves(Ops.groupProject("Finance", "Project admin", "Builder"))
            .moves(Ops.groupProject("Ops", "Project admin", ""))
            .moves(Ops.groupProject("Finance", "", "Builder"));

    assertThat(scene.review().held()).isEmpty();

    Verdict verdict = scene.protect("ana").protect("ben").review();
    assertThat(verdict.held()).isEqualTo(Map.of(1, "protected"));
    assertThat(verdict.violations().get(0).message())
        .contains("2 protected people would lose something: ana@example.com, ben@example.com;");
    assertThat(scene.allow("protected", 2).review().held()).isEmpty();
  }

  @Test
  void wantsEachGrantAndLossOfASensitiveRoleAllowed() {
    Scene scene =
        new Scene()
            .sensitive("Release captain")
            .group(group("Captains", on("Billing@dev", "Release captain")))
            .member(active("ana", role("prod", "Release captain"), in("Captains")))
            .member(active("ben", role("prod", "Member")))
            .moves(Ops.role("ana", "prod", "Release captain", "Member"))
            .moves(Ops.role("ben", "prod", "Member", "release captain"))
            .moves(Ops.drop("ana", "Captains"))
            .joins(Ops.invite("cleo"));

    assertThat(scene.review().held()).containsOnlyKeys(1, 2, 3);
    assertThat(scene.allow("sensitive-roles", 2).review().held()).hasSize(3);
    assertThat(scene.allow("sensitive-roles", 3).review().held()).isEmpty();
  }

  @Test
  void holdsALeaverWholeWhereASensitiveRoleIsAtStake() {
    Verdict verdict =
        new Scene()
            .sensitive("Release captain")
            .member(active("ana", role("prod", "Release captain"), in("Finance")))
            .plans(Stage.REMOVALS, Ops.drop("ana", "Finance"), Reason.LEAVER)
            .leaves(Ops.suspend("ana", Map.of("prod", "Release captain")))
            .review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "sensitive-roles", 2, "sensitive-roles"));
  }
}
