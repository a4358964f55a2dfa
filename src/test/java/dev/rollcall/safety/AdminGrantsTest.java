package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminGrantsTest {

  private static Scene scene() {
    return new Scene().cap("admin-grants", Caps.count(0));
  }

  @Test
  void countsRolesInvitationsRehiresAndProjectRolesAlike() {
    Verdict verdict =
        scene()
            .member(active("ana", role("dev", "Member")))
            .moves(Ops.role("ana", "dev", "Member", "environment ADMIN"))
            .joins(Ops.invite("ben", Map.of("dev", "Admin", "prod", "Environment admin")))
            .joins(Ops.reinstate("cleo", Map.of("dev", "Admin")))
            .moves(Ops.project("dan", "", "Admin"))
            .joins(Ops.invite("eva"))
            .review();

    assertThat(verdict.held()).containsOnlyKeys(1, 2, 3, 4);
    assertThat(verdict.violations())
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo(
            "admin-grants: 5 administrators' roles would be given, to ana@example.com,"
                + " ben@example.com, cleo@example.com and 1 more; 0 are allowed (count 0). If this"
                + " is right, run again with --allow admin-grants=5");
  }

  @Test
  void doesNotCountWhoeverHoldsItAlready() {
    Verdict verdict = scene().moves(Ops.role("ana", "dev", "Admin", "ADMIN")).review();

    assertThat(verdict.held()).isEmpty();
  }

  @Test
  void countsWhatAGroupPassesOn() {
    Verdict verdict =
        scene()
            .group(group("Bosses", on("Billing@dev", "Admin")))
            .member(active("ana", role("dev", "Member")))
            .moves(Ops.add("ana", "Bosses"))
            .moves(Ops.groupProject("New bosses", "", "Admin"))
            .moves(Ops.add("ana", "New bosses"))
            .joins(Ops.invite("ben", Map.of("dev", "Member"), "Bosses"))
            .review();

    assertThat(verdict.held()).containsOnlyKeys(1, 2, 3, 4);
  }

  @Test
  void countsAGroupsGrantOnceAMember() {
    Scene scene =
        new Scene()
            .member(active("ana", in("Finance")), active("ben", in("Finance")))
            .moves(Ops.groupProject("Finance", "Builder", "Admin"));

    assertThat(scene.cap("admin-grants", Caps.count(2)).review().violations().isEmpty()).isTrue();
    assertThat(scene.cap("admin-grants", Caps.count(1)).review().violations().isEmpty()).isFalse();
  }
}
