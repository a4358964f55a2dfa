package dev.rollcall.journal;

import static dev.rollcall.journal.Kept.LATER;
import static dev.rollcall.journal.Kept.NOW;
import static dev.rollcall.journal.Kept.RUN;
import static dev.rollcall.journal.Kept.WORKSPACE;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.testing.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseJournalTest {

  private static final Plan PLAN =
      plan()
          .with(Stage.ADDITIONS, invite("ana"))
          .with(Stage.ADDITIONS, role("ben", "Member", "Analyst"))
          .with(Stage.ADDITIONS, role("cem", "", "Analyst"))
          .build();

  private final Kept kept = new Kept();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void knowsARunBeforeAndAfterItHasAPlan() {
    kept.journal().begin(Kept.record(RUN));
    assertThat(kept.journal().run(RUN)).contains(Kept.record(RUN));
    assertThat(kept.journal().planOf(RUN)).isEmpty();
    assertThat(kept.journal().reportOf(RUN)).isEmpty();

    kept.journal().plan(RUN, PLAN, Map.of(), Map.of(), "{\"some\": 1}");

    assertThat(kept.journal().run(RUN)).get().matches(RunRecord::planned);
    assertThat(kept.journal().planOf(RUN)).contains(PLAN);
    assertThat(kept.journal().reportOf(RUN)).isEqualTo("{\"some\": 1}");
    assertThat(kept.journal().run(LATER)).isEmpty();
  }

  @Test
  void keepsWhatIsHeldAndDeferredFromBeingPending() {
    kept.journal().begin(Kept.record(RUN));

    kept.journal().plan(RUN, PLAN, Map.of(1, "invites"), Map.of(2, "no seat is free"), "");

    assertThat(kept.journal().operations(RUN))
        .extracting(OperationRecord::state, OperationRecord::message)
        .containsExactly(
            tuple(OperationState.HELD, "invites"),
            tuple(OperationState.DEFERRED, "no seat is free"),
            tuple(OperationState.PENDING, ""));
  }

  @Test
  void listsRunsNewestFirst() {
    kept.journal().begin(Kept.record(RUN));
    kept.journal().begin(Kept.record(LATER));

    assertThat(kept.journal().runs()).extracting(RunRecord::id).containsExactly(LATER, RUN);
  }

  @Test
  void marksARequestAsSentAndRecordsWhatBecameOfEachOperation() {
    kept.run(RUN, PLAN);
    Request request = Kept.request(1, 2, 3);

    kept.journal().sent(RUN, request, NOW);
    assertThat(kept.operation(RUN, 2).state()).isEqualTo(OperationState.SENT);
    assertThat(kept.operation(RUN, 2).sentAt()).contains(NOW);

    kept.journal()
        .record(
            RUN,
            request,
            Map.of(
                1,
                new Outcome.Applied(),
                2,
                new Outcome.Refused(422, "no such role"),
                3,
                new Outcome.Failed(4, true, "no answer")),
            NOW.plusSeconds(2));

    assertThat(kept.journal().operations(RUN))
        .extracting(OperationRecord::state, OperationRecord::attempts, OperationRecord::message)
        .containsExactly(
            tuple(OperationState.APPLIED, 1, ""),
            tuple(OperationState.REFUSED, 1, "no such role"),
            tuple(OperationState.IN_DOUBT, 4, "no answer"));
    assertThat(kept.journal().requestCount(RUN)).isEqualTo(1);
  }

  @Test
  void namesRunsInDoubtOnThisWorkspaceWhateverBecameOfThem() {
    kept.run(RUN, PLAN);
    kept.sent(RUN, 1, NOW);
    kept.journal().end(RUN, RunRecord.State.SUPERSEDED, 8, NOW);

    assertThat(kept.journal().runsInDoubt(WORKSPACE)).containsExactly(RUN);
    assertThat(kept.journal().runsInDoubt("elsewhere")).isEmpty();

    kept.came(RUN, 1, new Outcome.Failed(1, true, "no answer"));
    assertThat(kept.journal().runsInDoubt(WORKSPACE)).containsExactly(RUN);
    kept.journal().change(RUN, 1, OperationState.APPLIED, "found done", NOW);
    assertThat(kept.journal().runsInDoubt(WORKSPACE)).isEmpty();
  }

  @Test
  void remembersWhenALaneWasUsedByAnyRun() {
    kept.run(RUN, PLAN);
    kept.sent(RUN, 1, NOW);
    kept.sent(RUN, 2, NOW.plusSeconds(30));
    kept.journal().sent(RUN, new Request(new Lane("groups"), true, List.of(3)), NOW);

    Lane lane = new Lane("invitations");
    assertThat(kept.journal().requestTimes(WORKSPACE, lane, NOW))
        .containsExactly(NOW, NOW.plusSeconds(30));
    assertThat(kept.journal().requestTimes(WORKSPACE, lane, NOW.plusSeconds(1)))
        .containsExactly(NOW.plusSeconds(30));
    assertThat(kept.journal().requestTimes("elsewhere", lane, NOW)).isEmpty();
  }

  @Test
  void recordsWhatReadingBackShowed() {
    kept.run(RUN, PLAN);

    kept.journal()
        .verified(RUN, Map.of(1, Verification.NOT_YET_VISIBLE, 2, Verification.DIFFERS), NOW);

    assertThat(kept.journal().operations(RUN))
        .extracting(OperationRecord::verification)
        .containsExactly(Verification.NOT_YET_VISIBLE, Verification.DIFFERS, Verification.UNREAD);
  }

  @Test
  void endsARun() {
    kept.journal().begin(Kept.record(RUN));

    kept.journal().end(RUN, RunRecord.State.FINISHED, 3, NOW.plusSeconds(9));

    RunRecord run = kept.journal().run(RUN).orElseThrow();
    assertThat(run.state()).isEqualTo(RunRecord.State.FINISHED);
    assertThat(run.exitCode()).contains(3);
    assertThat(run.ended()).contains(NOW.plusSeconds(9));
  }

  @Test
  void givesAWorkspaceToOneRunAtATimeAndNamesItsHolder() {
    Lease lease = kept.repository().leases().acquire(WORKSPACE, RUN);

    assertThatThrownBy(() -> kept.repository().leases().acquire(WORKSPACE, LATER))
        .isInstanceOf(TenantBusy.class)
        .hasMessageContaining(RUN.value());
    kept.repository().leases().acquire("elsewhere", LATER).close();

    lease.close();
    kept.repository().leases().acquire(WORKSPACE, LATER).close();
  }

  @Test
  void sendsNothingWithoutALease() {
    kept.run(RUN, PLAN).close();

    assertThatThrownBy(() -> kept.sent(RUN, 1, NOW)).isInstanceOf(LeaseLost.class);

    assertThat(kept.state(RUN, 1)).isEqualTo(OperationState.PENDING);
    assertThat(kept.invitations()).isEmpty();
  }

  @Test
  void sendsNothingOnceAnotherRunHasTakenOver() {
    kept.run(RUN, PLAN);
    kept.sql("UPDATE leases SET token = token + 1");

    assertThatThrownBy(() -> kept.sent(RUN, 1, NOW))
        .isInstanceOf(LeaseLost.class)
        .hasMessageContaining("taken over");

    assertThat(kept.state(RUN, 1)).isEqualTo(OperationState.PENDING);
    assertThat(kept.invitations()).isEmpty();
    assertThat(kept.journal().requestCount(RUN)).isZero();
  }

  @Test
  void keepsFiftyThousandOperationsInOrder() {
    Plans many = plan();
    for (int i = 1; i <= 50_000; i++) {
      many.with(Stage.ADDITIONS, role("p" + i, "Member", "Analyst"));
    }
    Plan large = many.build();
    kept.run(RUN, large);

    List<PlannedOperation> read =
        kept.journal().operations(RUN).stream().map(OperationRecord::planned).toList();

    assertThat(read.equals(large.operations())).isTrue();
  }
}
