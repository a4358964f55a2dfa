package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Joiners who look like a member. The letter that deceives is a Cyrillic one. */
class LookAlikeMembersTest {

  @Test
  void holdsAJoinerWhoseAddressOnlyLooksLikeAMembers() {
    Plan plan =
        plan(
            """
            desired  j\u0430ne  active  id: 3  prod: Member
            actual   jane  active  prod: Member
            """);

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.problems())
        .singleElement()
        .hasToString(
            "people.csv:2: \"j\u0430ne@example.com\" looks like jane@example.com, who is a member: it"
                + " has letters of another alphabet; type the address anew");
    assertThat(Scenario.findings(plan))
        .containsExactly("ORPHAN_ACCOUNT jane", "PERSON_HELD j\u0430ne");
  }

  @Test
  void holdsAJoinerWhoLooksLikeAnotherThatDeceives() {
    Plan plan =
        plan(
            """
            desired  j\u0430n\u0435  active  prod: Member
            desired  j\u0430ne  active  prod: Member
            actual   j\u0430ne  active  prod: Member
            """);

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.problems()).hasSize(1);
  }

  @Test
  void leavesMembersAndWhateverDeceivesNobodyAlone() {
    Plan plan =
        plan(
            """
            desired  j\u0430ne  active  prod: Member
            desired  иван  active  prod: Member
            actual   j\u0430ne  active  prod: Member
            plan     + invite  иван  prod: Member
            """);

    assertThat(Scenario.lines(plan)).containsExactly("+ invite  иван  prod: Member");
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void invitesTheRealOneAndSaysWhoLooksLikeThem() {
    Plan plan =
        plan(
            """
            desired  jane  active  prod: Member
            desired  j\u0430ne  active  prod: Member
            actual   j\u0430ne  active  prod: Member
            """);

    assertThat(Scenario.lines(plan)).containsExactly("+ invite  jane  prod: Member");
    assertThat(Scenario.findings(plan)).containsExactly("LOOK_ALIKE_MEMBER jane");
  }

  private static Plan plan(String text) {
    return Scenario.of(text)
        .reconciled(Usual.everything(), Usual.policy(), UnaryOperator.identity());
  }
}
