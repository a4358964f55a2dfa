package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalsTest {

  private static Scene suspending(int people) {
    Scene scene = new Scene();
    for (int i = 0; i < people; i++) {
      scene.member(active("p" + i, role("dev", "Member")));
      scene.leaves(Ops.suspend("p" + i));
    }
    return scene;
  }

  @ParameterizedTest(name = "{1} of {0} members with 10% and 2: held {2}")
  @CsvSource({
    "0, 0, 0",
    "1, 1, 0",
    "9, 1, 0",
    "9, 2, 2",
    "10, 1, 0",
    "10, 2, 2",
    "11, 1, 0",
    "11, 2, 2",
    "20, 2, 0",
    "20, 3, 3",
    "100, 2, 0",
    "100, 3, 3"
  })
  void holdsAllOrNone(int inScope, int suspended, int held) {
    Verdict verdict =
        suspending(suspended).base(inScope, 100).cap("removals", Caps.both(0.10, 2)).review();

    assertThat(verdict.held()).hasSize(held);
    assertThat(verdict.violations().isEmpty()).isEqualTo(held == 0);
  }

  @Test
  void saysHowMuchAndHowMuchIsAllowedAndWhichSwitchLetsItPass() {
    Verdict verdict = suspending(40).base(1200, 2000).cap("removals", Caps.both(0.10, 25)).review();

    assertThat(verdict.violations())
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo(
            "removals: 40 people would lose their account or all access; 25 are allowed (10% of"
                + " 1,200 members is 120, count 25). If this is right, run again with --allow"
                + " removals=40");
  }

  @Test
  void passesWithTheSwitchItNames() {
    Scene scene = suspending(40).cap("removals", Caps.both(0.10, 25));

    assertThat(scene.allow("removals", 39).review().held()).hasSize(40);
    assertThat(scene.allow("removals", 40).review().held()).isEmpty();
  }

  @Test
  void countsWhoeverEndsWithoutAnyAccess() {
    Verdict verdict =
        new Scene()
            .member(active("ana", role("dev", "Member"), in("Finance"), in("All collaborators")))
            .member(active("ben", role("dev", "Member"), on("Billing@dev", "Builder")))
            .moves(Ops.role("ana", "dev", "Member", "No access"))
            .moves(Ops.drop("ana", "Finance"))
            .moves(Ops.role("ben", "dev", "Member", ""))
            .cap("removals", Caps.count(0))
            .review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "removals", 2, "removals"));
    assertThat(verdict.violations()).singleElement().extracting(Violation::count).isEqualTo(1);
  }

  @Test
  void doesNotCountWhoeverChangesPlaces() {
    Verdict verdict =
        new Scene()
            .member(active("ana", role("dev", "Member")))
            .moves(Ops.role("ana", "prod", "", "Member"))
            .moves(Ops.role("ana", "dev", "Member", ""))
            .cap("removals", Caps.count(0))
            .review();

    assertThat(verdict.held()).isEmpty();
  }

  @Test
  void countsALeaverOnceAndHoldsThemWhole() {
    Verdict verdict =
        new Scene()
            .member(active("ana", role("dev", "Member"), in("Finance")))
            .leaves(Ops.suspend("ana"))
            .leaves(Ops.drop("ana", "Finance"))
            .leaves(Ops.remove("ben", role("dev", "Member")))
            .leaves(Ops.withdraw("cleo", "Finance"))
            .invited("cleo")
            .cap("removals", Caps.count(2))
            .review();

    assertThat(verdict.violations()).singleElement().extracting(Violation::count).isEqualTo(3);
    assertThat(verdict.held()).hasSize(4);
  }

  @Test
  void leavesAdditionsAlone() {
    Verdict verdict =
        suspending(3).joins(Ops.invite("eva")).cap("removals", Caps.count(0)).review();

    assertThat(verdict.lets(4)).isTrue();
    assertThat(verdict.held()).containsOnlyKeys(1, 2, 3);
  }

  @Test
  void stopsEverythingWhereTheJobFileSaysSo() {
    Verdict verdict =
        suspending(3).joins(Ops.invite("eva")).cap("removals", Caps.count(0)).stopOnTrip().review();

    assertThat(verdict.held()).hasSize(4).containsEntry(4, "removals");
  }
}
