package dev.rollcall.apply;

import static dev.rollcall.tenant.workato.WorkatoVocabulary.membership;
import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.Plans.grant;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Roster;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.RecordingWorkspace;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplierTest {

  private static final RunId RUN = new RunId("20261122-033101-7f3a");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final RecordingWorkspace workspace = new RecordingWorkspace();
  private final Stop stop = new Stop(CLOCK, Optional.empty(), 3);
  private Roster seen = Roster.EMPTY;
  private LastLook lastLook = LastLook.NONE;
  private MemoryJournal journal;

  @Test
  void writesThatItIsSentBeforeItLeavesAndTheOutcomeBeforeTheNext() {
    apply(plan().with(Stage.ADDITIONS, invite("ana")).with(Stage.ADDITIONS, invite("ben")).build());

    assertThat(journal.written()).containsExactly("sent [1]", "1 APPLIED", "sent [2]", "2 APPLIED");
  }

  @Test
  void putsNothingIntoAGroupThatCouldNotBeCreated() {
    workspace.answering(1, new Outcome.Refused(400, "name is taken"));

    apply(
        plan()
            .with(Stage.GROUPS, WorkatoTerms.createGroup("Finance", ""), Reason.DRIFT)
            .with(Stage.ADDITIONS, invite("ana", "Finance"))
            .with(Stage.ADDITIONS, WorkatoTerms.addToGroup(at("ben"), "Finance"))
            .with(Stage.ADDITIONS, invite("cem"))
            .build());

    assertThat(journal.state(2)).isEqualTo(OperationState.BLOCKED);
    assertThat(journal.state(3)).isEqualTo(OperationState.BLOCKED);
    assertThat(workspace.sent()).containsExactly(1, 4);
  }

  @Test
  void takesNothingFromWhomAnAdditionDidNotReach() {
    workspace.answering(1, new Outcome.Failed(5, false, "no answer"));

    apply(
        plan()
            .with(Stage.ADDITIONS, role("ana", "", "Member"))
            .with(Stage.ADDITIONS, role("ben", "", "Member"))
            .with(Stage.REVOCATIONS, grant("ana", "Builder", ""))
            .with(Stage.REVOCATIONS, grant("ben", "Builder", ""))
            .build());

    assertThat(journal.state(3)).isEqualTo(OperationState.BLOCKED);
    assertThat(journal.state(4)).isEqualTo(OperationState.APPLIED);
  }

  @Test
  void takesNothingFromWhomAGroupIsToGiveItInsteadThatDidNotGetIt() {
    workspace.answering(1, new Outcome.Refused(422, "no such role"));

    apply(
        plan()
            .with(Stage.GROUPS, groupGrant("NewOps", "Builder"), Reason.DRIFT)
            .with(Stage.ADDITIONS, WorkatoTerms.addToGroup(at("ana"), "NewOps"))
            .with(Stage.ADDITIONS, WorkatoTerms.addToGroup(at("ben"), "Finance"))
            .with(Stage.REVOCATIONS, WorkatoTerms.removeFromGroup(at("ana"), "Ops"))
            .with(Stage.REVOCATIONS, WorkatoTerms.removeFromGroup(at("ben"), "Ops"))
            .build());

    assertThat(journal.state(4)).isEqualTo(OperationState.BLOCKED);
    assertThat(workspace.sent()).containsExactly(1, 2, 3, 5);
  }

  @Test
  void takesNothingFromWhomAGroupThatTheyAreInAndStayInDidNotGetIt() {
    workspace.answering(1, new Outcome.Refused(422, "no such role"));
    seen =
        Roster.of(
            List.of(
                Rosters.active("ana", membership("NewOps")),
                Rosters.active("ben", membership("NewOps"))),
            List.of());

    apply(
        plan()
            .with(Stage.GROUPS, groupGrant("NewOps", "Builder"), Reason.DRIFT)
            .with(Stage.REVOCATIONS, grant("ana", "Builder", ""))
            .with(Stage.REVOCATIONS, WorkatoTerms.removeFromGroup(at("ben"), "NewOps"))
            .with(Stage.REVOCATIONS, grant("cem", "Builder", ""))
            .with(Stage.REMOVALS, grant("ana", "Builder", ""), Reason.LEAVER)
            .build());

    assertThat(journal.state(2)).isEqualTo(OperationState.BLOCKED);
    assertThat(workspace.sent()).containsExactly(1, 3, 4, 5);
  }

  @Test
  void takesNothingFromAGroupThatAnotherDidNotGet() {
    workspace.answering(1, new Outcome.Refused(422, "no such role"));

    apply(
        plan()
            .with(Stage.GROUPS, groupGrant("NewOps", "Builder"), Reason.DRIFT)
            .with(
                Stage.REVOCATIONS,
                Operation.Set.take(
                    WorkatoTerms.groupNamed("Ops"),
                    WorkatoVocabulary.projectRole("Billing", new Environment("dev"), "Builder")),
                Reason.DRIFT)
            .build());

    assertThat(journal.state(2)).isEqualTo(OperationState.BLOCKED);
  }

  private static Operation groupGrant(String group, String role) {
    return WorkatoTerms.setProjectRole(
        WorkatoTerms.groupNamed(group),
        "Billing",
        new Environment("dev"),
        Optional.empty(),
        Optional.of(role));
  }

  /** What counts on others: these, and none of them may be sent in the end. */
  private record Counting(Set<Integer> counting, Map<Integer, String> against) implements LastLook {
    @Override
    public Set<Integer> counting(List<PlannedOperation> operations) {
      return counting;
    }

    @Override
    public Map<Integer, String> against(List<PlannedOperation> toTake) {
      return against;
    }
  }

  @Test
  void sendsWhatCountsOnOthersWhenAllThatGivesIsOver() {
    lastLook = new Counting(Set.of(1), Map.of());

    apply(
        plan()
            .with(Stage.ADDITIONS, role("ana", "Environment admin", "Captain"))
            .with(Stage.ADDITIONS, role("ben", "Member", "Environment admin"))
            .with(Stage.REVOCATIONS, grant("cem", "Builder", ""))
            .build());

    assertThat(workspace.sent()).containsExactly(2, 1, 3);
  }

  @Test
  void takesNothingThatTheLastLookIsAgainst() {
    lastLook = new Counting(Set.of(1, 3), Map.of(1, "nobody is left", 3, "nobody is left"));

    apply(
        plan()
            .with(Stage.ADDITIONS, role("ana", "Environment admin", "Captain"))
            .with(Stage.ADDITIONS, role("ben", "Member", "Environment admin"))
            .with(Stage.REMOVALS, role("cem", "Environment admin", ""), Reason.LEAVER)
            .with(Stage.REMOVALS, role("dan", "Member", ""), Reason.LEAVER)
            .build());

    assertThat(workspace.sent()).containsExactly(2, 4);
    assertThat(journal.state(1)).isEqualTo(OperationState.BLOCKED);
    assertThat(journal.state(3)).isEqualTo(OperationState.BLOCKED);
    assertThat(journal.written()).contains("3 BLOCKED");
  }

  @Test
  void takesFromLeaversInAnyCase() {
    workspace.answering(1, new Outcome.Failed(5, false, "no answer"));

    apply(
        plan()
            .with(Stage.ADDITIONS, role("ana", "", "Member"))
            .with(Stage.REMOVALS, grant("ana", "Builder", ""), Reason.LEAVER)
            .build());

    assertThat(workspace.sent()).containsExactly(1, 2);
  }

  @Test
  void sendsNothingThatASafetyRuleHolds() {
    Plan plan =
        plan().with(Stage.ADDITIONS, invite("ana")).with(Stage.ADDITIONS, invite("ben")).build();
    journal = new MemoryJournal();
    journal.plan(RUN, plan, Map.of(1, "invites"), Map.of(), "");

    run();

    assertThat(workspace.sent()).containsExactly(2);
    assertThat(journal.state(1)).isEqualTo(OperationState.HELD);
  }

  @Test
  void leavesPendingWhatAGoneWorkspaceCouldNotTakeAndStops() {
    workspace.gone();

    apply(plan().with(Stage.ADDITIONS, invite("ana")).with(Stage.ADDITIONS, invite("ben")).build());

    assertThat(journal.state(1)).isEqualTo(OperationState.PENDING);
    assertThat(journal.written()).containsExactly("sent [1]", "1 PENDING");
    assertThat(stop.cause()).contains(Stop.Cause.UNAVAILABLE);
  }

  @Test
  void leavesPendingWhatATokenThatDiedCouldNotDoAndEnds() {
    workspace.answering(2, new Outcome.NotSent("the token is refused everywhere", true));

    assertThatThrownBy(
            () ->
                apply(
                    plan()
                        .with(Stage.ADDITIONS, invite("ana"))
                        .with(Stage.ADDITIONS, invite("ben"))
                        .with(Stage.ADDITIONS, invite("cem"))
                        .build()))
        .isInstanceOf(AccessRefused.class)
        .hasMessage("the token is refused everywhere");

    assertThat(journal.state(1)).isEqualTo(OperationState.APPLIED);
    assertThat(journal.state(2)).isEqualTo(OperationState.PENDING);
    assertThat(workspace.sent()).containsExactly(1, 2);
  }

  @Test
  void goesOnAfterWhatCouldNotBeSentForItsOwnReason() {
    workspace.answering(1, new Outcome.NotSent("its group could not be read", false));

    apply(plan().with(Stage.ADDITIONS, invite("ana")).with(Stage.ADDITIONS, invite("ben")).build());

    assertThat(journal.state(1)).isEqualTo(OperationState.PENDING);
    assertThat(journal.state(2)).isEqualTo(OperationState.APPLIED);
  }

  @Test
  void stopsAfterTooManyFailuresInARow() {
    Plan plan =
        plan()
            .with(Stage.ADDITIONS, invite("ana"))
            .with(Stage.ADDITIONS, invite("ben"))
            .with(Stage.ADDITIONS, invite("cem"))
            .with(Stage.ADDITIONS, invite("dan"))
            .build();
    for (int sequence = 1; sequence <= 4; sequence++) {
      workspace.answering(sequence, new Outcome.Failed(5, false, "500"));
    }

    apply(plan);

    assertThat(workspace.sent()).containsExactly(1, 2, 3);
    assertThat(stop.cause()).contains(Stop.Cause.FAILURES);
  }

  @Test
  void sendsNothingMoreOnceAskedToStop() {
    stop.ask(Stop.Cause.SIGNAL);

    apply(plan().with(Stage.ADDITIONS, invite("ana")).build());

    assertThat(workspace.sent()).isEmpty();
    assertThat(journal.state(1)).isEqualTo(OperationState.PENDING);
  }

  private void apply(Plan plan) {
    journal = MemoryJournal.of(plan);
    run();
  }

  private void run() {
    Applier applier = new Applier(RUN, journal, workspace, stop, CLOCK, new Ground(seen, lastLook));
    for (Stage stage : Stage.values()) {
      applier.lanes(stage).values().forEach(lane -> lane.forEach(applier::apply));
    }
  }
}
