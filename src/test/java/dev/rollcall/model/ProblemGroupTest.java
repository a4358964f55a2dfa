package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemGroupTest {

  private static Problem contradiction(int row, String elsewhere) {
    String who = "p" + row + "@example.com";
    return new Problem(
            "hr.csv:" + row + " (Role)",
            who + ": for dev it is \"Member\" here, \"Admin\" at " + elsewhere,
            "make them equal")
        .about(Email.parse(who));
  }

  @Test
  void contradictionsOfManyPeopleWithOneOtherSourceAreToldOnce() {
    List<Problem> many =
        IntStream.range(2, 52).mapToObj(row -> contradiction(row, "it.csv:" + row * 3)).toList();

    assertThat(ProblemGroup.of(many))
        .extracting(ProblemGroup::toString)
        .containsExactly(
            "for dev it is \"Member\" here, \"Admin\" in it.csv"
                + " (50 people: hr.csv:2, 3, 4 …); make them equal");
  }

  @Test
  void aSingleContradictionNamesWhomItIsAboutAndBothCells() {
    assertThat(ProblemGroup.of(List.of(contradiction(2, "it.csv:9 (Role)"))))
        .extracting(ProblemGroup::toString)
        .containsExactly(
            "hr.csv:2 (Role): p2@example.com: for dev it is \"Member\" here,"
                + " \"Admin\" at it.csv:9 (Role); make them equal");
  }

  @Test
  void contradictionsWithOtherSourcesOrOtherValuesStandForThemselves() {
    assertThat(
            ProblemGroup.of(
                List.of(
                    contradiction(2, "it.csv:9 (Role)"),
                    contradiction(3, "it.xlsx!People!C7 (Role)"),
                    contradiction(4, "payroll: row 7 (role)"),
                    contradiction(5, "payroll: row 8 (role)"),
                    new Problem("hr.csv:6", "arrived at it.csv:9", ""))))
        .extracting(ProblemGroup::what)
        .containsExactly(
            "p2@example.com: for dev it is \"Member\" here, \"Admin\" at it.csv:9 (Role)",
            "p3@example.com: for dev it is \"Member\" here, \"Admin\" at it.xlsx!People!C7 (Role)",
            "for dev it is \"Member\" here, \"Admin\" in payroll",
            "arrived at it.csv:9");
  }
}
