package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.Policy.Extra;
import dev.rollcall.plan.Policy.Leaving;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.WorkatoTerms;
import dev.rollcall.testing.Worlds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The table of reconciling, one test a row and more, in a form an auditor can read and extend. */
class ScenarioTest {

  @Test
  void invitesAJoinerWithRolesAndGroupsWhileProjectRolesWait() {
    holds(
        """
        desired  ana  active  dev: Member  prod: Member  groups: Finance  projects: Billing@prod = Builder
        plan     + invite  ana  dev: Member  prod: Member  groups: Finance
        finds    AWAITING_ACCEPTANCE ana
        """);
  }

  @Test
  void cannotInviteWithoutAnyEnvironmentRole() {
    holds(
        """
        desired  ana  active  prod: No access  groups: Finance
        finds    NOT_INVITABLE ana
        """);
  }

  @Test
  void doesNotInviteWherePeopleJoinBySigningIn() {
    Policy byThemselves =
        new Policy(
            false,
            Leaving.SUSPEND,
            Optional.empty(),
            Leaving.REPORT,
            Extra.REVOKE,
            Optional.empty(),
            1);
    holds(
        byThemselves,
        """
        desired  ana  active  prod: Member
        finds    JOINS_BY_SINGLE_SIGN_ON ana
        """);
  }

  @Test
  void waitsForAPendingInvitation() {
    holds(
        """
        desired  ana  active   prod: Member
        actual   ana  invited  prod: Member
        """);
    holds(
        """
        desired  ana  active   prod: Member  projects: Billing@prod = Builder
        actual   ana  invited  prod: Member
        finds    AWAITING_ACCEPTANCE ana
        """);
  }

  @Test
  void saysThatAPendingInvitationIsOutdated() {
    holds(
        """
        desired  ana  active   prod: Environment admin
        actual   ana  invited  prod: Member
        finds    INVITATION_OUTDATED ana
        """);
  }

  @Test
  void invitesAgainAfterTheTimeOfThePolicyUntilItsLimit() {
    String text =
        """
        desired  ana  active   prod: Member
        plan     + invite  ana  prod: Member
        """;
    holds(Usual.everything(), reinviting(), text, world -> world.invited(pending(15, 1)));

    String tooOften =
        """
        desired  ana  active   prod: Member
        finds    INVITATION_STALE ana
        """;
    holds(Usual.everything(), reinviting(), tooOften, world -> world.invited(pending(15, 2)));

    String tooEarly = "desired  ana  active   prod: Member";
    holds(Usual.everything(), reinviting(), tooEarly, world -> world.invited(pending(13, 1)));
  }

  @Test
  void changesWhatDiffers() {
    holds(
        """
        desired  ana  active  dev: Member             groups: Finance  projects: Billing@prod = Builder, Close@dev = Builder
        actual   ana  active  dev: Environment admin  test: Member  groups: Ops  projects: Billing@prod = Project operator, Billing@dev = Builder
        plan     + group  ana  Finance
                 ~ project  ana  Billing@prod: Project operator -> Builder
                 ~ project  ana  Close@dev: - -> Builder
                 ~ role  ana  dev: Environment admin -> Member
                 ~ role  ana  test: Member -> -
                 - group  ana  Ops
                 ~ project  ana  Billing@dev: Builder -> -
        """);
  }

  @Test
  void leavesWhatIsBeyondTheRosterWhereThePolicySaysSo() {
    Policy keeping =
        new Policy(
            true,
            Leaving.SUSPEND,
            Optional.empty(),
            Leaving.REPORT,
            Extra.KEEP,
            Optional.empty(),
            1);
    holds(
        keeping,
        """
        desired  ana  active  dev: Member  prod: No access
        actual   ana  active  test: Member  prod: Member  groups: Ops
        plan     ~ role  ana  dev: - -> Member
                 ~ role  ana  prod: Member -> -
        """);
  }

  @Test
  void reinstatesSomebodyWhoComesBack() {
    holds(
        """
        desired  ana  active     dev: Member  prod: No access  groups: Finance  projects: Billing@dev = Builder
        actual   ana  suspended
        plan     + reinstate  ana  dev: Member
                 + group  ana  Finance
                 ~ project  ana  Billing@dev: - -> Builder
        """);
    holds(
        """
        desired  ana  active     dev: No access
        actual   ana  suspended
        """);
  }

  @Test
  void takesAllAccessOfALeaver() {
    holds(
        """
        desired  ana  left
        actual   ana  active  dev: Member  prod: Member  groups: Finance, Ops  projects: Billing@prod = Builder
        plan     - suspend  ana  dev: Member  prod: Member
                 - group  ana  Finance
                 - group  ana  Ops
                 ~ project  ana  Billing@prod: Builder -> -
        """);
    holds(
        """
        desired  ana  left
        actual   ana  active  groups: Finance
        plan     - group  ana  Finance
        """);
  }

  @Test
  void takesALeaversAccessBeyondTheLimitsOfTheScopeButNotFromBuiltInGroups() {
    Scope narrow =
        WorkatoTerms.scope(
            NamePatterns.ALL,
            NamePatterns.NONE,
            NamePatterns.NONE,
            true,
            NamePatterns.ALL,
            NamePatterns.ALL);
    holds(
        narrow,
        Usual.policy(),
        """
        desired  ana  left
        actual   ana  active  dev: Member  groups: All collaborators, Finance  projects: Billing@prod = Builder
        plan     - suspend  ana  dev: Member
                 - group  ana  Finance
                 ~ project  ana  Billing@prod: Builder -> -
        """,
        UnaryOperator.identity());
  }

  @Test
  void removesOrReportsALeaverByPolicy() {
    holds(
        leaving(Leaving.REMOVE, Leaving.REPORT),
        """
        desired  ana  left
        desired  ben  left
        actual   ana  active  dev: Member  groups: Ops
        actual   ben  suspended
        plan     - remove  ana  dev Member, group Ops
                 - remove  ben
        """);
    holds(
        leaving(Leaving.REPORT, Leaving.REPORT),
        """
        desired  ana  left
        actual   ana  active  dev: Member
        finds    LEAVER_REPORTED ana
        """);
  }

  @Test
  void removesASuspendedLeaverAfterTheTimeOfThePolicy() {
    Policy later =
        new Policy(
            true,
            Leaving.SUSPEND,
            Optional.of(Duration.ofDays(14)),
            Leaving.REPORT,
            Extra.REVOKE,
            Optional.empty(),
            1);
    History past =
        new History(
            Map.of(
                Rosters.email("ana"), Worlds.NOW.minus(Duration.ofDays(14)),
                Rosters.email("ben"), Worlds.NOW.minus(Duration.ofDays(13))),
            Optional.empty(),
            Map.of(),
            false);
    holds(
        Usual.everything(),
        later,
        """
        desired  ana  left
        desired  ben  left
        desired  cleo  left
        actual   ana  suspended
        actual   ben  suspended
        actual   cleo  suspended
        plan     - remove  ana
        """,
        world -> world.after(past));
  }

  @Test
  void takesAPendingLeaverOutOfGroupsAndSaysSo() {
    holds(
        """
        desired  ana  left
        actual   ana  invited  dev: Member  groups: Finance
        plan     - withdraw  ana  Finance
        finds    PENDING_LEAVER ana
        """);
  }

  @Test
  void doesNothingAboutALeaverWhoIsGoneOrSuspended() {
    holds(
        """
        desired  ana  left
        desired  ben  left
        actual   ben  suspended
        """);
  }

  @Test
  void reportsAnOrphanAccountAndActsOnlyByPolicy() {
    String orphan =
        """
        actual   ana  active  dev: Member  groups: Ops
        finds    ORPHAN_ACCOUNT ana
        """;
    holds(orphan);
    holds(
        leaving(Leaving.SUSPEND, Leaving.SUSPEND),
        orphan
            + """
            plan     - suspend  ana  dev: Member
                     - group  ana  Ops
            """);
    holds(
        leaving(Leaving.SUSPEND, Leaving.REMOVE),
        orphan + "plan     - remove  ana  dev Member, group Ops");
  }

  @Test
  void leavesSomebodyWhoStartsLaterAsTheyAre() {
    holds(
        """
        desired  ana  future  dev: Member
        desired  ben  future  dev: Member
        actual   ben  active  prod: Environment admin
        finds    STARTS_LATER ana
                 STARTS_LATER ben
        """);
  }

  @Test
  void createsAGroupWithItsRolesBeforeItsMembers() {
    holds(
        """
        desired  group  Newcomers  projects: Billing@dev = Builder
        desired  ana  active  dev: Member  groups: Newcomers
        desired  ben  active  dev: Member  groups: Newcomers
        actual   ana  active  dev: Member
        plan     + create  Newcomers
                 ~ project  Newcomers  Billing@dev: - -> Builder
                 + group  ana  Newcomers
                 + invite  ben  dev: Member  groups: Newcomers
        """);
  }

  @Test
  void setsWhatAGroupMayDo() {
    holds(
        """
        desired  group  Finance  projects: Billing@dev = Builder, Close@dev = Builder
        actual   group  Finance  projects: Billing@dev = Project admin, Billing@prod = Builder
        plan     ~ project  Finance  Close@dev: - -> Builder
                 ~ project  Finance  Billing@dev: Project admin -> Builder
                 ~ project  Finance  Billing@prod: Builder -> -
        """);
  }

  private static Plan holds(String text) {
    return holds(Usual.policy(), text);
  }

  private static Plan holds(Policy policy, String text) {
    return holds(Usual.everything(), policy, text, UnaryOperator.identity());
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

  @Test
  void givesAndTakesMembershipsOnlyWherePeopleAreLeftAlone() {
    Policy policy = leaving(Leaving.SUSPEND, Leaving.SUSPEND).membershipsOnly();
    Scope roles =
        new Scope(
            NamePatterns.ALL,
            Map.of(),
            Map.of(WorkatoVocabulary.ENVIRONMENT, NamePatterns.ALL),
            NamePatterns.ALL);
    holds(
        roles,
        policy,
        """
        desired  ana   active  dev: Member  groups: Finance
        desired  ben   active  dev: Environment admin  groups: Finance
        desired  cleo  left
        actual   ben   active  dev: Member
        actual   cleo  active  dev: Member  groups: Finance  projects: Billing@dev = Builder
        actual   dan   active  dev: Member  groups: Finance
        plan     + group  ben  Finance
                 - group  cleo  Finance
                 ~ project  cleo  Billing@dev: Builder -> -
                 - group  dan  Finance
        finds    JOINS_BY_SINGLE_SIGN_ON ana
                 ORPHAN_ACCOUNT dan
                 MANAGED_BY_IDENTITY_PROVIDER ben
        """,
        world -> world);
  }

  private static Policy reinviting() {
    Optional<Duration> fortnight = Optional.of(Duration.ofDays(14));
    return new Policy(
        true, Leaving.SUSPEND, Optional.empty(), Leaving.REPORT, Extra.REVOKE, fortnight, 1);
  }

  private static Invitation pending(int days, int times) {
    return Worlds.invitation(
        Rosters.active("ana", Rosters.role("prod", "Member")), Duration.ofDays(days), times);
  }
}
