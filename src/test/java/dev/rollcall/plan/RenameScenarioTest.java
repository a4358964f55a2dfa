package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.Policy.Extra;
import dev.rollcall.plan.Policy.Leaving;
import dev.rollcall.testing.WorkatoTerms;
import dev.rollcall.testing.Worlds;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What becomes of people whose address has changed, in a form an auditor can read and extend. */
class RenameScenarioTest {

  private static final String JANE_MOVES =
      """
      known    jane.doe  17  Jane Doe
      desired  jane.roe  active  id: 17  name: Jane Roe  prod: Member
      """;

  @Test
  void invitesTheNewAddressAndLeavesTheOldAccountAlone() {
    Plan plan =
        holds(
            JANE_MOVES
                + """
                actual   jane.doe  active  prod: Environment admin  groups: Ops
                plan     + invite  jane.roe  prod: Member  renamed from jane.doe (employee-id 17)
                finds    RENAME_WAITS jane.doe
                """);

    assertThat(plan.operation(1).origin()).isEqualTo("people.csv:2 (Employee ID)");
    assertThat(plan.findings().get(0).origin()).isEqualTo("people.csv:2 (Employee ID)");
    assertThat(plan.findings().get(0).detail())
        .isEqualTo(
            "renamed to jane.roe@example.com (employee-id 17): stays until the new address is in"
                + " the workspace; it is invited first");
  }

  @Test
  void waitsForTheNewAddressToAccept() {
    Plan plan =
        holds(
            JANE_MOVES
                + """
                actual   jane.doe  active   prod: Member
                actual   jane.roe  invited  prod: Member
                finds    RENAME_WAITS jane.doe
                """);
    assertThat(plan.findings().get(0).detail()).endsWith("its invitation waits for acceptance");
  }

  @Test
  void countsTheOldAccountAsLeftOnceTheNewOneIsActive() {
    Plan plan =
        holds(
            JANE_MOVES
                + """
                actual   jane.doe  active  prod: Member  groups: Ops  projects: Billing@dev = Builder
                actual   jane.roe  active  prod: Member
                plan     - suspend  jane.doe  prod: Member  renamed to jane.roe (employee-id 17)
                         - group  jane.doe  Ops  renamed to jane.roe (employee-id 17)
                         ~ project  jane.doe  Billing@dev: Builder -> -  renamed to jane.roe (employee-id 17)
                """);

    assertThat(plan.operations()).extracting(PlannedOperation::reason).containsOnly(Reason.LEAVER);
    assertThat(plan.operation(1).origin()).isEqualTo("people.csv:2 (Employee ID)");
  }

  @Test
  void doesWithTheOldAccountWhatThePolicyDoesWithLeavers() {
    String both =
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            actual   jane.roe  active  prod: Member
            """;
    holds(
        leaving(Leaving.REMOVE, Leaving.REPORT),
        both + "plan  - remove  jane.doe  prod Member  renamed to jane.roe (employee-id 17)");
    Plan reported =
        holds(leaving(Leaving.REPORT, Leaving.REPORT), both + "finds  LEAVER_REPORTED jane.doe");
    assertThat(reported.findings().get(0).detail())
        .startsWith("was renamed to jane.roe@example.com (employee-id 17) and still has access");
  }

  @Test
  void neverTreatsTheOldAccountAsAbsent() {
    holds(
        leaving(Leaving.SUSPEND, Leaving.REMOVE),
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            plan     + invite  jane.roe  prod: Member  renamed from jane.doe (employee-id 17)
            finds    RENAME_WAITS jane.doe
            """);
  }

  @Test
  void givesANewAddressItsAccessBackBeforeTheOldOneGoes() {
    holds(
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            actual   jane.roe  suspended
            plan     + reinstate  jane.roe  prod: Member  renamed from jane.doe (employee-id 17)
            finds    RENAME_WAITS jane.doe
            """);
  }

  @Test
  void keepsTheOldAccountWhereNobodyIsInvited() {
    String text = JANE_MOVES + "actual  jane.doe  active  prod: Member\n";
    Policy signingIn =
        new Policy(
            false,
            Leaving.SUSPEND,
            Optional.empty(),
            Leaving.SUSPEND,
            Extra.REVOKE,
            Optional.empty(),
            1);
    holds(
        signingIn, text + "finds  JOINS_BY_SINGLE_SIGN_ON jane.roe\n       RENAME_WAITS jane.doe");

    OperationSwitches noInvites = new OperationSwitches(false, true, true);
    Plan plan =
        new Reconciler(Usual.everything(), leaving(Leaving.SUSPEND, Leaving.SUSPEND), noInvites)
            .reconcile(Scenario.of(text).world().situation());
    assertThat(plan.operations()).isEmpty();
    assertThat(plan.findings().get(0).detail()).endsWith("it is not invited in this run");
  }

  @Test
  void inAChainEveryFormerAddressWaitsAndGoes() {
    String chain =
        """
        known    jane.doe  17  Jane Doe
        known    jane.roe  17  Jane Roe
        desired  jane.poe  active  id: 17  name: Jane Poe  prod: Member
        actual   jane.doe  active  prod: Member
        """;
    holds(
        chain
            + """
            actual   jane.roe  invited  prod: Member  groups: Ops
            plan     + invite  jane.poe  prod: Member  renamed from jane.doe (employee-id 17), renamed from jane.roe (employee-id 17)
            finds    RENAME_WAITS jane.doe
                     RENAME_WAITS jane.roe
            """);
    holds(
        chain
            + """
            actual   jane.poe  active  prod: Member
            actual   jane.roe  invited  prod: Member  groups: Ops
            plan     - suspend  jane.doe  prod: Member  renamed to jane.poe (employee-id 17)
                     - withdraw  jane.roe  Ops  renamed to jane.poe (employee-id 17)
            finds    PENDING_LEAVER jane.roe
            """);
  }

  @Test
  void takesNothingFromPeopleWhoExchangeAddresses() {
    holds(
        """
        known    ana  1  Ana Fox
        known    ben  2  Ben Ray
        desired  ana  active  id: 2  name: Ben Ray  prod: Member
        desired  ben  active  id: 1  name: Ana Fox  prod: Member
        actual   ana  active  prod: Member
        actual   ben  active  prod: Member
        finds    ADDRESS_REASSIGNED ana
                 ADDRESS_REASSIGNED ben
        """);
  }

  @Test
  void suspendsNobodyWhereAnIdSeemsToBeAnotherPersons() {
    holds(
        leaving(Leaving.SUSPEND, Leaving.SUSPEND),
        """
        known    jane  17  Jane Doe
        desired  ben   active  id: 17  name: Ben Ray  prod: Member
        actual   jane  active  prod: Member
        actual   ben   active  prod: Member
        finds    EMPLOYEE_ID_REUSED jane
        """);
    holds(
        """
        known    jane  17
        known    ben   18
        desired  ben   active  id: 17  prod: Member
        actual   jane  active  prod: Member
        actual   ben   active  prod: Member
        finds    EMPLOYEE_ID_REUSED jane
                 ADDRESS_REASSIGNED ben
        """);
    holds(
        """
        known    jane  17  Jane Doe
        desired  ben   left  id: 17  name: Ben Ray
        actual   jane  active  prod: Member
        finds    EMPLOYEE_ID_REUSED jane
        """);
  }

  @Test
  void takesNoNameForAReasonToDoubtWhereItIsWrittenDifferently() {
    holds(
        """
        known    josé  17  García Pérez, José
        desired  jose.garcia  active  id: 17  name: Jose Garcia  prod: Member
        actual   josé  active  prod: Member
        actual   jose.garcia  active  prod: Member
        plan     - suspend  josé  prod: Member  renamed to jose.garcia (employee-id 17)
        """);
  }

  @Test
  void takesTheOldAccessOfSomebodyWhoHasLeftUnderTheNewAddress() {
    holds(
        """
        known    jane.doe  17  Jane Doe
        desired  jane.roe  left    id: 17  name: Jane Roe
        actual   jane.doe  active  prod: Member
        plan     - suspend  jane.doe  prod: Member  renamed to jane.roe (employee-id 17)
        """);
  }

  @Test
  void believesARowThatSaysTheOldAddressHasLeft() {
    holds(
        JANE_MOVES
            + """
            desired  jane.doe  left    id: 17
            actual   jane.doe  active  prod: Member
            plan     + invite  jane.roe  prod: Member  renamed from jane.doe (employee-id 17)
                     - suspend  jane.doe  prod: Member
            """);
  }

  @Test
  void leavesAnOldAddressToWhoeverHasARowUnderIt() {
    holds(
        JANE_MOVES
            + """
            desired  jane.doe  active  id: 99  name: Jane Doe  prod: Member
            actual   jane.doe  active  prod: Member
            plan     + invite  jane.roe  prod: Member
            finds    ADDRESS_REASSIGNED jane.doe
            """);
  }

  @Test
  void waitsForSomebodyWhoStartsLater() {
    holds(
        leaving(Leaving.SUSPEND, Leaving.SUSPEND),
        """
        known    jane.doe  17  Jane Doe
        desired  jane.roe  future  id: 17  name: Jane Roe  prod: Member
        actual   jane.doe  active  prod: Member
        finds    RENAME_WAITS jane.doe
                 STARTS_LATER jane.roe
        """);
  }

  @Test
  void holdsTheOldAccountOfSomebodyHeld() {
    String text =
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            actual   jane.roe  active  prod: Member
            finds    PERSON_HELD jane.doe
                     PERSON_HELD jane.roe
            """;
    holds(Usual.everything(), Usual.policy(), text, world -> world.held("jane.roe", "a problem"));
  }

  @Test
  void holdsTheOldAccountOfSomebodyWithAnUnknownRole() {
    Scenario scenario =
        Scenario.of(
            """
            known    jane.doe  17  Jane Doe
            desired  jane.roe  active  id: 17  name: Jane Roe  prod: Sorcerer
            actual   jane.doe  active  prod: Member
            actual   jane.roe  active  prod: Member
            """);
    Plan plan =
        scenario.reconciled(
            Usual.everything(),
            leaving(Leaving.SUSPEND, Leaving.SUSPEND),
            UnaryOperator.identity());

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.problems()).hasSize(1);
    assertThat(Scenario.findings(plan))
        .containsExactly("PERSON_HELD jane.doe", "PERSON_HELD jane.roe");
  }

  @Test
  void doesNothingToAHeldOldAccount() {
    String text =
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            actual   jane.roe  active  prod: Member
            finds    PERSON_HELD jane.doe
            """;
    holds(Usual.everything(), Usual.policy(), text, world -> world.held("jane.doe", "a problem"));
  }

  @Test
  void waitsWhileARejectedRowMayBeTheOldAddresses() {
    String text =
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            actual   jane.roe  active  prod: Member
            finds    RENAME_WAITS jane.doe
            """;
    holds(Usual.everything(), Usual.policy(), text, Worlds::whereAnybodyMayBeMissing);
  }

  @Test
  void aLimitedRunTouchesTheOldAccountOnlyWhereItMatches() {
    String both =
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            actual   jane.roe  active  prod: Member
            """;
    holds(only("jane.roe@*"), Usual.policy(), both, UnaryOperator.identity());
    holds(
        only("jane.doe@*"),
        Usual.policy(),
        both + "plan  - suspend  jane.doe  prod: Member  renamed to jane.roe (employee-id 17)",
        UnaryOperator.identity());
    holds(
        only("jane.doe@*"),
        Usual.policy(),
        JANE_MOVES + "actual  jane.doe  active  prod: Member\nfinds  RENAME_WAITS jane.doe",
        UnaryOperator.identity());
  }

  private static Scope only(String glob) {
    Scope all = Usual.everything();
    return WorkatoTerms.scope(
        all.emails(),
        NamePatterns.ALL,
        NamePatterns.ALL,
        false,
        NamePatterns.NONE,
        NamePatterns.matching(List.of(glob)));
  }

  @Test
  void saysThatAnOldAddressIsForeign() {
    Scope ours =
        WorkatoTerms.scope(
            NamePatterns.matching(List.of("*@example.com")),
            NamePatterns.ALL,
            NamePatterns.ALL,
            false,
            NamePatterns.NONE,
            NamePatterns.ALL);
    holds(
        ours,
        Usual.policy(),
        """
        known    jane@example.net  17  Jane Doe
        desired  jane  active  id: 17  name: Jane Doe  prod: Member
        plan     + invite  jane  prod: Member
        finds    RENAMED_FROM_FOREIGN jane@example.net
        """,
        UnaryOperator.identity());
  }

  @Test
  void neverTouchesAnOldAddressThatOwnsTheWorkspace() {
    String text =
        JANE_MOVES
            + """
            actual   jane.doe  active  prod: Member
            actual   jane.roe  active  prod: Member
            finds    RENAMED_FROM_FOREIGN jane.doe
            """;
    holds(Usual.everything(), Usual.policy(), text, world -> world.ownedBy("jane.doe"));
  }

  @Test
  void aRehireWithANewAddressIsInvitedAndTheSuspendedAccountStays() {
    holds(
        JANE_MOVES
            + """
            actual   jane.doe  suspended
            plan     + invite  jane.roe  prod: Member  renamed from jane.doe (employee-id 17)
            finds    RENAME_WAITS jane.doe
            """);
    holds(
        JANE_MOVES
            + """
            actual   jane.doe  suspended
            actual   jane.roe  active  prod: Member
            """);
  }

  @Test
  void anIdWithoutAnAccountBehindItIsAnOrdinaryJoiner() {
    holds(JANE_MOVES + "plan  + invite  jane.roe  prod: Member");
  }

  @Test
  void readsIdsWhateverTheirCase() {
    holds(
        """
        known    jane.doe  e-17  Jane Doe
        desired  jane.roe  active  id: E-17  name: Jane Roe  prod: Member
        actual   jane.doe  active  prod: Member
        actual   jane.roe  active  prod: Member
        plan     - suspend  jane.doe  prod: Member  renamed to jane.roe (employee-id E-17)
        """);
  }

  @Test
  void leavesTheOldAccountAloneWhereSeveralHaveTheId() {
    holds(
        """
        known    jane.doe  17  Jane Doe
        desired  jane.poe  active  id: 17  name: Jane Poe  prod: Member
        desired  jane.roe  active  id: 17  name: Jane Roe  prod: Member
        actual   jane.doe  active  prod: Member
        actual   jane.poe  active  prod: Member
        actual   jane.roe  active  prod: Member
        finds    EMPLOYEE_ID_REUSED jane.doe
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
}
