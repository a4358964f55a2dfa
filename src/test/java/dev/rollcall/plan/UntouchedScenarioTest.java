package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.Policy.Extra;
import dev.rollcall.plan.Policy.Leaving;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.WorkatoTerms;
import dev.rollcall.testing.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a plan leaves alone: other scopes, other owners, held people, and what was not read. */
class UntouchedScenarioTest {
  @Test
  void takesNobodyAsAbsentWhereThatIsNotCertain() {
    Policy harsh = leaving(Leaving.REMOVE, Leaving.REMOVE);
    String orphan =
        """
        actual   ana  active  dev: Member
        finds    ORPHAN_ACCOUNT ana
        """;
    holds(Usual.everything(), harsh, orphan, Worlds::whereAnybodyMayBeMissing);
    holds(Usual.everything(), harsh, orphan, world -> world.after(History.none()));
  }

  @Test
  void touchesNobodyWhoIsHeld() {
    holds(
        Usual.everything(),
        leaving(Leaving.REMOVE, Leaving.REMOVE),
        """
        desired  ana  active  dev: Environment admin
        actual   ana  active  dev: Member
        actual   ben  active  dev: Member
        finds    PERSON_HELD ana
                 PERSON_HELD ben
        """,
        world -> world.held("ana", "people.csv:3").held("ben", "people.csv:4"));
  }

  @Test
  void neverTouchesTheOwner() {
    holds(
        Usual.everything(),
        leaving(Leaving.REMOVE, Leaving.REMOVE),
        """
        desired  ana  left
        actual   ana  active  dev: Environment admin
        """,
        world -> world.ownedBy("ana"));
  }

  @Test
  void leavesPeopleAndGroupsOutsideTheScope() {
    Scope scope =
        WorkatoTerms.scope(
            NamePatterns.matching(List.of("*@example.com")),
            NamePatterns.exactly(List.of("Ops")),
            NamePatterns.exactly(List.of("Close")),
            false,
            NamePatterns.NONE,
            NamePatterns.ALL);
    holds(
        scope,
        Usual.policy(),
        """
        desired  ana  active  dev: Member  groups: Finance  projects: Billing@dev = Builder
        desired  zoe@example.org  active  dev: Member
        actual   ana  active  dev: Member  groups: Ops, Sales  projects: Close@dev = Builder
        plan     - group  ana  Ops
                 ~ project  ana  Close@dev: Builder -> -
        finds    SOURCE
        """,
        UnaryOperator.identity());
  }

  @Test
  void plansForNobodyElseInALimitedRun() {
    Scope onlyAna =
        WorkatoTerms.scope(
            NamePatterns.ALL,
            NamePatterns.ALL,
            NamePatterns.ALL,
            false,
            NamePatterns.NONE,
            NamePatterns.matching(List.of("ana@*")));
    holds(
        onlyAna,
        leaving(Leaving.REMOVE, Leaving.REMOVE),
        """
        desired  ana  left
        desired  ben  left
        actual   ana  active  dev: Member
        actual   ben  active  dev: Member
        actual   cleo  active  dev: Member
        plan     - remove  ana  dev Member
        """,
        UnaryOperator.identity());
  }

  @Test
  void leavesToTheIdentityProviderWhatItManagesButStillSendsRolesWhenInviting() {
    Scope idp =
        WorkatoTerms.scope(
            NamePatterns.ALL,
            NamePatterns.ALL,
            NamePatterns.ALL,
            true,
            NamePatterns.exactly(List.of("Finance")),
            NamePatterns.ALL);
    holds(
        idp,
        Usual.policy(),
        """
        desired  ana  active  dev: Member  groups: Finance, Ops
        desired  ben  active  dev: Member  groups: Finance, Ops
        actual   ben  active  dev: Environment admin
        plan     + invite  ana  dev: Member  groups: Ops
                 + group  ben  Ops
        finds    MANAGED_BY_IDENTITY_PROVIDER ben
        """,
        UnaryOperator.identity());
  }

  @Test
  void changesNothingInWhatWasNotReadWhole() {
    holds(
        Usual.everything(),
        Usual.policy(),
        """
        desired  ana  active  dev: Member  groups: Finance  projects: Billing@dev = Builder, Close@dev = Builder
        desired  ben  left
        actual   ana  active  dev: Member
        actual   ben  active  dev: Member  groups: Finance, Ops
        plan     ~ project  ana  Close@dev: - -> Builder
                 - suspend  ben  dev: Member
                 - group  ben  Ops
        finds    INCOMPLETE_KNOWLEDGE Billing@dev
                 INCOMPLETE_KNOWLEDGE Finance
                 INCOMPLETE_KNOWLEDGE ana
                 INCOMPLETE_KNOWLEDGE ana
                 INCOMPLETE_KNOWLEDGE ben
        """,
        world -> world.withIncompleteGroup("Finance").withIncompleteProject("Billing@dev"));
  }

  @Test
  void leavesItToSafetyToHoldInvitationsWhereNobodyKnowsWhoIsInvited() {
    holds(
        Usual.everything(),
        Usual.policy(),
        """
        desired  ana  active  dev: Member
        desired  ben  active  dev: Member
        plan     + invite  ana  dev: Member
                 + invite  ben  dev: Member
        """,
        Worlds::withoutKnowingInvitations);
  }

  @Test
  void saysWhatIsNoLongerManaged() {
    History past =
        new History(
            Map.of(),
            Optional.of(Worlds.mentioned(List.of("Finance", "Ops", "Gone"), List.of("Close"))),
            Map.of(),
            false);
    Plan plan =
        holds(
            Usual.everything(),
            Usual.policy(),
            """
            desired  ana  active  dev: Member  groups: Ops
            actual   ana  active  dev: Member  groups: Ops
            finds    NO_LONGER_MANAGED Close
                     NO_LONGER_MANAGED Ops
            """,
            world -> world.after(past).mentioning(Worlds.mentioned(List.of("Finance"), List.of())));

    assertThat(plan.findings()).anySatisfy(found -> assertThat(found.detail()).contains("has 1 "));
  }

  @Test
  void saysThatAnOperationRecurs() {
    Operation recurring = WorkatoTerms.addToGroup(Rosters.email("ana"), "Ops");
    TreeMap<String, Integer> twice = new TreeMap<>(Map.of(PlanDigest.key(recurring), 2));
    History past = new History(Map.of(), Optional.empty(), twice, false);
    holds(
        Usual.everything(),
        Usual.policy(),
        """
        desired  ana  active  dev: Member  groups: Finance, Ops
        actual   ana  active  dev: Member
        plan     + group  ana  Finance
                 + group  ana  Ops
        finds    MANAGED_ELSEWHERE ana
        """,
        world -> world.after(past));
  }

  private static Plan holds(
      Scope scope, Policy policy, String text, UnaryOperator<Worlds> worldly) {
    Scenario scenario = Scenario.of(text);
    Plan plan = scenario.reconciled(scope, policy, worldly);

    assertThat(Scenario.lines(plan)).isEqualTo(scenario.promised());
    assertThat(Scenario.findings(plan)).isEqualTo(scenario.promisedFindings());
    assertThat(plan.problems()).isEmpty();
    return plan;
  }

  private static Policy leaving(Leaving left, Leaving absent) {
    return new Policy(true, left, Optional.empty(), absent, Extra.REVOKE, Optional.empty(), 1);
  }
}
