package dev.rollcall.journal;

import static dev.rollcall.journal.Kept.LATER;
import static dev.rollcall.journal.Kept.NOW;
import static dev.rollcall.journal.Kept.RUN;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a run planned is decoded once at most, and not at all by whoever only counts: shown by
 * making the rows unreadable in between.
 */
class PlanReadOnceTest {

  private static final Plan PLAN =
      plan()
          .with(Stage.ADDITIONS, invite("ana"))
          .with(Stage.ADDITIONS, role("ben", "Member", "Analyst"))
          .build();

  private final Kept kept = new Kept();

  @AfterEach
  void close() {
    kept.close();
  }

  private void spoilOperations() {
    assertThat(kept.sql("UPDATE operations SET content = 'no operation'")).containsExactly("2");
  }

  /** Everything that a run asks of its journal once it has a plan. */
  private void goesOn() {
    kept.sent(RUN, 1, NOW);
    kept.came(RUN, 1, new Outcome.Applied());
    kept.journal().change(RUN, 2, OperationState.BLOCKED, "later", NOW);
    kept.journal().verified(RUN, Map.of(1, Verification.NOT_YET_VISIBLE), NOW);

    assertThat(kept.journal().operations(RUN))
        .extracting(OperationRecord::planned)
        .isEqualTo(PLAN.operations());
    assertThat(kept.journal().planOf(RUN)).contains(PLAN);
    assertThat(kept.invitations()).hasSize(1);
  }

  @Test
  void whoeverMadeThePlanNeverDecodesIt() {
    try (Lease lease = kept.run(RUN, PLAN)) {
      assertThat(lease).isNotNull();
      spoilOperations();

      goesOn();
    }
  }

  @Test
  void whoeverGoesOnWithItDecodesItOnce() {
    try (Lease lease = kept.run(RUN, PLAN)) {
      assertThat(lease).isNotNull();
      kept.repository().purging().erase(new Email("nobody@example.com"), "nobody");
      assertThat(kept.journal().operations(RUN)).hasSize(2);
      spoilOperations();

      goesOn();
    }
  }

  @Test
  void whoeverOnlyCountsDecodesNothing() {
    try (Lease lease = kept.run(RUN, PLAN)) {
      assertThat(lease).isNotNull();
    }
    kept.repository().purging().erase(new Email("nobody@example.com"), "nobody");
    spoilOperations();

    assertThat(kept.journal().runs()).singleElement().matches(run -> run.planned());
    assertThat(kept.journal().plannedAt(RUN)).contains(PLAN.madeAt());
    assertThat(kept.journal().isOutdated(RUN)).isFalse();
    assertThat(kept.journal().results(RUN))
        .extracting(OperationResult::subject, OperationResult::state)
        .containsExactly(
            tuple("ana@example.com", OperationState.PENDING),
            tuple("ben@example.com", OperationState.PENDING));
    assertThatThrownBy(() -> kept.journal().operations(RUN)).isInstanceOf(RepositoryUnusable.class);
  }

  @Test
  void thePlanOfOneRunIsNeverTakenForThatOfAnother() {
    Plan other = plan().with(Stage.ADDITIONS, invite("cem")).build();
    try (Lease lease = kept.run(RUN, PLAN)) {
      assertThat(lease).isNotNull();
    }
    try (Lease lease = kept.run(LATER, other)) {
      assertThat(lease).isNotNull();
    }

    for (int i = 0; i < 2; i++) {
      assertThat(planned(RUN)).isEqualTo(PLAN.operations());
      assertThat(planned(LATER)).isEqualTo(other.operations());
    }
  }

  @Test
  void whatIsErasedIsNotToldFromMemory() {
    try (Lease lease = kept.run(RUN, PLAN)) {
      assertThat(lease).isNotNull();
      kept.repository().purging().erase(new Email("ana@example.com"), "purged-0001@invalid");

      assertThat(planned(RUN).toString()).doesNotContain("ana@example.com");
    }
  }

  private List<PlannedOperation> planned(RunId run) {
    return kept.journal().operations(run).stream().map(OperationRecord::planned).toList();
  }
}
