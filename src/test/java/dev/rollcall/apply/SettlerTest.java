package dev.rollcall.apply;

import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.RecordingWorkspace;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettlerTest {

  private static final RunId RUN = new RunId("20261122-033101-7f3a");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final RecordingWorkspace workspace = new RecordingWorkspace();

  @ParameterizedTest
  @CsvSource({
    "HAPPENED, APPLIED",
    "DID_NOT_HAPPEN, PENDING",
    "TOO_EARLY, IN_DOUBT",
    "UNKNOWN, IN_DOUBT"
  })
  void looksUpWhatWasSentWithoutAnAnswer(Settled settled, OperationState expected) {
    MemoryJournal journal = journalWith(OperationState.SENT);
    workspace.settling(1, settled);

    new Settler(journal, workspace, CLOCK).settle(RUN, Set.of());

    assertThat(journal.state(1)).isEqualTo(expected);
    assertThat(workspace.sent()).isEmpty();
  }

  @Test
  void sendsAgainOnRequestWhatNobodyCanTell() {
    MemoryJournal journal = journalWith(OperationState.IN_DOUBT);
    workspace.settling(1, Settled.UNKNOWN);

    new Settler(journal, workspace, CLOCK).settle(RUN, Set.of("ana@example.com"));

    assertThat(journal.state(1)).isEqualTo(OperationState.PENDING);
  }

  @Test
  void doesNotSendAgainOnRequestWhatIsKnownToHaveHappened() {
    MemoryJournal journal = journalWith(OperationState.IN_DOUBT);
    workspace.settling(1, Settled.HAPPENED);

    new Settler(journal, workspace, CLOCK).settle(RUN, Set.of("ana@example.com"));

    assertThat(journal.state(1)).isEqualTo(OperationState.APPLIED);
  }

  @ParameterizedTest
  @EnumSource(OperationState.class)
  void triesAgainWhatDidNotComeAboutAndNothingElse(OperationState state) {
    MemoryJournal journal = journalWith(state);

    new Settler(journal, workspace, CLOCK).reopen(RUN);

    boolean again =
        Set.of(
                OperationState.FAILED,
                OperationState.REFUSED,
                OperationState.IGNORED,
                OperationState.BLOCKED)
            .contains(state);
    assertThat(journal.state(1)).isEqualTo(again ? OperationState.PENDING : state);
  }

  @Test
  void setsAsideWhatSomebodyElseHasChangedMeanwhile() {
    MemoryJournal journal =
        MemoryJournal.of(
            plan()
                .with(Stage.ADDITIONS, role("ana", "Member", "Environment manager"))
                .with(Stage.ADDITIONS, role("ben", "Member", "Environment manager"))
                .with(Stage.ADDITIONS, role("cem", "Member", "Environment manager"))
                .build());

    new Settler(journal, workspace, CLOCK)
        .dropStale(
            RUN,
            Roster.of(
                List.of(
                    member("ana", "Member"),
                    member("ben", "Environment admin"),
                    member("cem", "Environment manager")),
                List.of()));

    assertThat(journal.state(1)).isEqualTo(OperationState.PENDING);
    assertThat(journal.state(2)).isEqualTo(OperationState.STALE);
    assertThat(journal.state(3)).isEqualTo(OperationState.ALREADY_SO);
  }

  @Test
  void invitesNobodyOfWhomNobodyCanTellUnlessAskedTo() {
    MemoryJournal journal =
        MemoryJournal.of(
            plan()
                .with(Stage.ADDITIONS, invite("ana"))
                .with(Stage.ADDITIONS, invite("ben"))
                .with(Stage.ADDITIONS, role("cem", "", "Member"))
                .build());
    Settler settler = new Settler(journal, workspace, CLOCK);

    settler.dropInvitations(RUN, Set.of("ana@example.com"));

    assertThat(journal.state(1)).isEqualTo(OperationState.PENDING);
    assertThat(journal.state(2)).isEqualTo(OperationState.STALE);
    assertThat(journal.state(3)).isEqualTo(OperationState.PENDING);
    assertThat(settler.invites(RUN)).isTrue();
  }

  @Test
  void anInvitationWithOtherRightsIsNotTheOneThatWasToBeSent() {
    MemoryJournal journal =
        MemoryJournal.of(
            plan()
                .with(Stage.ADDITIONS, invite("ana"))
                .with(Stage.ADDITIONS, invite("ben"))
                .with(Stage.ADDITIONS, invite("cem"))
                .build());

    new Settler(journal, workspace, CLOCK)
        .dropStale(
            RUN,
            Roster.of(
                List.of(
                    invited("ana", List.of()),
                    invited("ben", member("ben", "Environment admin").entitlements()),
                    invited("cem", journal.operations(RUN).get(2).planned())),
                List.of()));

    assertThat(journal.operations(RUN))
        .extracting(record -> record.state() + ": " + record.message())
        .containsExactly(
            "STALE: is invited already, with what is not known; what differs is corrected after"
                + " acceptance",
            "STALE: is invited already, with dev Environment admin; what differs is corrected after"
                + " acceptance",
            "ALREADY_SO: was so already");
  }

  private static Member invited(String name, PlannedOperation as) {
    return invited(name, ((Operation.Join) as.operation()).rights());
  }

  private static Member invited(String name, List<Entitlement> rights) {
    return Member.of(at(name), "", Status.INVITED, rights);
  }

  @Test
  void keepsWhatIsForAGroupThatTheRunItselfIsStillToCreate() {
    MemoryJournal journal =
        MemoryJournal.of(
            plan()
                .with(Stage.GROUPS, WorkatoTerms.createGroup("Builders", ""))
                .with(Stage.GROUPS, builder("Builders"))
                .with(Stage.GROUPS, builder("Vanished"))
                .build());

    new Settler(journal, workspace, CLOCK).dropStale(RUN, Roster.EMPTY);

    assertThat(journal.state(1)).isEqualTo(OperationState.PENDING);
    assertThat(journal.state(2)).isEqualTo(OperationState.PENDING);
    assertThat(journal.state(3)).isEqualTo(OperationState.STALE);
  }

  @Test
  void whatIsPlannedUnderANewNameIsJudgedByTheOldOneUntilThatIsGiven() {
    Operation rename =
        new Operation.Define(
            WorkatoVocabulary.group("Money"),
            Optional.of(WorkatoVocabulary.group("Finance")),
            Optional.of(new Definition("")),
            new Definition(""));
    Operation take = WorkatoTerms.removeFromGroup(at("ana"), "Money");
    for (String named : List.of("Finance", "Money")) {
      MemoryJournal journal =
          MemoryJournal.of(plan().with(Stage.GROUPS, rename).with(Stage.REVOCATIONS, take).build());
      Roster actual =
          Roster.of(
              List.of(
                  Member.of(
                      at("ana"), "", Status.ACTIVE, List.of(WorkatoVocabulary.membership(named)))),
              List.of(new Group(WorkatoVocabulary.group(named), "", List.of())));

      new Settler(journal, workspace, CLOCK).dropStale(RUN, actual);

      assertThat(journal.state(1))
          .isEqualTo(named.equals("Money") ? OperationState.ALREADY_SO : OperationState.PENDING);
      assertThat(journal.state(2)).as(named).isEqualTo(OperationState.PENDING);
    }
  }

  private static Operation builder(String group) {
    return WorkatoTerms.setProjectRole(
        WorkatoTerms.groupNamed(group),
        "Billing",
        new Environment("dev"),
        Optional.empty(),
        Optional.of("Builder"));
  }

  private static MemoryJournal journalWith(OperationState state) {
    return MemoryJournal.of(plan().with(Stage.ADDITIONS, invite("ana")).build())
        .left(1, state, Instant.EPOCH);
  }

  private static Member member(String name, String role) {
    return Member.of(
        at(name),
        name,
        Status.ACTIVE,
        List.of(WorkatoVocabulary.environmentRole(new Environment("dev"), role)));
  }
}
