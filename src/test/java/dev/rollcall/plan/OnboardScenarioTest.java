package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Worlds;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * People who are brought in beside all rosters: they come or gain, and nobody else is looked at.
 */
class OnboardScenarioTest {

  @Test
  void invitesAndGivesAndLeavesEverybodyElseAlone() {
    holds(
        """
        desired  ana   active  dev: Member  groups: Finance
        desired  ben   active  dev: Environment manager  groups: Finance
        actual   ben   active  dev: Member  prod: Member  groups: Ops
        actual   cleo  active  dev: Member  groups: Sales
        actual   dan   invited  dev: Member
        plan     + invite  ana  dev: Member  groups: Finance
                 ~ role  ben  dev: Member -> Environment manager
                 + group   ben  Finance
        """);
  }

  @Test
  void keepsWhatIsNotKnownToBeLess() {
    holds(
        """
        desired  ana  active  dev: Member  prod: No access  test: Release captain  projects: Billing@dev = Project operator
        actual   ana  active  dev: Environment admin  prod: Member  test: Member  projects: Billing@dev = Builder
        finds    KEEPS_MORE ana
                 KEEPS_MORE ana
                 KEEPS_MORE ana
                 KEEPS_MORE ana
        """);
  }

  @Test
  void neitherBringsInNorTakesFromThoseWhoHaveLeftOrStartLater() {
    holds(
        """
        desired  ana  left
        desired  ben  left
        desired  cleo  future
        actual   ana  active  dev: Member
        finds    STARTS_LATER cleo
                 NOT_ONBOARDED ana
                 NOT_ONBOARDED ben
        """);
  }

  @Test
  void createsOnlyTheGroupsThatTheyAreToBeIn() {
    holds(
        """
        desired  ana    active  dev: Member  groups: Newcomers
        desired  group  Newcomers  projects: Billing@dev = Builder
        desired  group  Others
        plan     + create  Newcomers
                 ~ project  Newcomers  Billing@dev: - -> Builder
                 + invite  ana  dev: Member  groups: Newcomers
        """,
        worlds -> worlds.withoutGroup("Newcomers").withoutGroup("Others"));
  }

  @Test
  void givesAGroupWhatItLacksAndLowersNothing() {
    holds(
        """
        desired  ana    active  dev: Member  groups: Finance
        desired  group  Finance  projects: Billing@dev = Builder, Close@dev = Builder
        actual   ana    active  dev: Member  groups: Finance
        actual   group  Finance  projects: Billing@dev = Project admin, Billing@prod = Builder
        plan     ~ project  Finance  Close@dev: - -> Builder
        """);
  }

  private static void holds(String text) {
    holds(text, worlds -> worlds);
  }

  private static void holds(String text, UnaryOperator<Worlds> worldly) {
    Scenario scenario = Scenario.of(text);
    Plan plan = scenario.reconciled(Usual.everything(), Usual.policy().additionsOnly(), worldly);

    assertThat(Scenario.lines(plan)).isEqualTo(scenario.promised());
    assertThat(Scenario.findings(plan)).isEqualTo(scenario.promisedFindings());
  }
}
