package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrunkenSourceTest {

  private static Scene scene() {
    return new Scene()
        .shrink(0.20)
        .member(active("gone", role("dev", "Member")), active("ana", role("dev", "Member")))
        .listed("ana")
        .leaves(Ops.suspend("gone"))
        .leaves(Ops.suspend("ana"));
  }

  @ParameterizedTest(name = "{0} -> {1}: trips {2}")
  @CsvSource({
    "1000, 800, false",
    "1000, 799, true",
    "10, 8, false",
    "10, 7, true",
    "9, 8, false",
    "9, 7, true",
    "1, 0, false",
    "0, 0, false",
    "100, 150, false"
  })
  void tripsWhereASourceIsMuchSmaller(int accepted, int now, boolean trips) {
    Verdict verdict = scene().source("hr", accepted, now).review();

    assertThat(verdict.violations().isEmpty()).isNotEqualTo(trips);
    assertThat(verdict.baselineMayMove()).isNotEqualTo(trips);
  }

  @Test
  void holdsWhatAbsenceCausesAndNothingElse() {
    Verdict verdict = scene().source("hr", 1000, 700).review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "shrink"));
    assertThat(verdict.violations())
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo(
            "shrink: source \"hr\" has 700 people, 1,000 were accepted last: 30% fewer; 20% is"
                + " allowed. If this is right, run again with --allow shrink=30");
  }

  @Test
  void movesTheBaselineWhereItIsAllowed() {
    Verdict verdict = scene().source("hr", 1000, 700).allow("shrink", 30).review();

    assertThat(verdict.violations().isEmpty()).isTrue();
    assertThat(verdict.baselineMayMove()).isTrue();
  }

  @Test
  void takesASourceThatIsGoneForAnEmptyOne() {
    assertThat(
            scene()
                .source("hr", 1000, 1000)
                .accepted("contractors", 50)
                .review()
                .violations()
                .isEmpty())
        .isFalse();
  }

  @Test
  void judgesAllSourcesTogetherToo() {
    Verdict verdict = scene().accepted(AcceptedSizes.ALL, 50).review();

    assertThat(verdict.violations())
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .startsWith("shrink: all sources together have 1 person, 50 were accepted last");
  }

  @Test
  void namesOneNumberThatLetsAllSourcesPass() {
    Scene scene = scene().source("hr", 1000, 700).source("contractors", 3, 1);

    assertThat(scene.review().violations())
        .hasSize(2)
        .allSatisfy(violation -> assertThat(violation.message()).endsWith("shrink=67"));
    assertThat(scene.allow("shrink", 67).review().violations().isEmpty()).isTrue();
  }

  @Test
  void passesInTheFirstRun() {
    Verdict verdict = scene().review();

    assertThat(verdict.violations().isEmpty()).isTrue();
    assertThat(verdict.baselineMayMove()).isTrue();
  }

  @Test
  void movesTheBaselineWhereOnlyAnotherRuleTrips() {
    Verdict verdict = scene().source("hr", 100, 100).cap("removals", Caps.count(0)).review();

    assertThat(verdict.violations().isEmpty()).isFalse();
    assertThat(verdict.baselineMayMove()).isTrue();
  }
}
