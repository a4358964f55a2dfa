package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossesTest {

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource({
    "Environment admin, Member, 1",
    "Member, Environment admin, 0",
    "Member, MEMBER, 0",
    "Member, , 1",
    "Member, No access, 1",
    "No access, Member, 0",
    "Release captain, Member, 1",
    "Member, Release captain, 1"
  })
  void countsWhatIsNotKnownToBeAsMuch(String before, String after, int lost) {
    Verdict verdict =
        new Scene()
            .member(active("ana", role("dev", before), in("Finance")))
            .moves(Ops.role("ana", "dev", before, after == null ? "" : after))
            .cap("losses", Caps.count(0))
            .review();

    assertThat(verdict.held()).hasSize(lost);
  }

  @Test
  void countsAGroupsLostGrantOnceAMember() {
    Scene scene =
        new Scene()
            .group(group("Finance", on("Billing@dev", "Builder")))
            .member(active("ana", in("Finance")), active("ben", in("Finance")))
            .member(active("cleo", in("Other")))
            .moves(Ops.groupProject("Finance", "Builder", ""));

    assertThat(scene.cap("losses", Caps.count(2)).review().violations().isEmpty()).isTrue();
    assertThat(scene.cap("losses", Caps.count(1)).review().held()).containsOnlyKeys(1);
  }

  @Test
  void doesNotCountWhatLeaversLose() {
    Verdict verdict =
        new Scene()
            .member(active("ana", role("dev", "Member"), in("Finance"), in("Ops")))
            .leaves(Ops.suspend("ana"))
            .leaves(Ops.drop("ana", "Finance"))
            .leaves(Ops.drop("ana", "Ops"))
            .cap("losses", Caps.count(0))
            .review();

    assertThat(verdict.held()).isEmpty();
  }

  @Test
  void takesItsShareOfTheRightsHeld() {
    Scene scene = new Scene().member(active("ana", role("dev", "Member"), in("A"), in("B")));
    scene.moves(Ops.drop("ana", "A")).moves(Ops.drop("ana", "B"));
    scene.cap("losses", Caps.share(0.20));

    assertThat(scene.base(100, 10).review().held()).isEmpty();
    assertThat(scene.base(100, 9).review().held()).hasSize(2);
    assertThat(scene.base(100, 9).review().violations())
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo(
            "losses: 2 rights of people who stay would be taken or lowered; 1 is allowed (20% of 9"
                + " rights held is 1). If this is right, run again with --allow losses=2");
  }
}
