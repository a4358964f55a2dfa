package dev.rollcall.batch;

import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import org.junit.jupiter.api.Test;

/** Nobody has agreed to what was not shown. */
class AgreedPlanTest {

  private static final Plan SHOWN =
      plan()
          .with(Stage.ADDITIONS, invite("ana"))
          .with(Stage.ADDITIONS, role("ben", "Member", "Analyst"))
          .build();

  @Test
  void whatCameUpSinceIsLeftOutAndTheRestKeepsItsOrder() {
    Plan fresh =
        plan()
            .with(Stage.ADDITIONS, invite("cem"))
            .with(Stage.ADDITIONS, role("ben", "Member", "Analyst"))
            .with(Stage.ADDITIONS, invite("ana"))
            .build();

    assertThat(AgreedPlan.still(fresh, SHOWN))
        .extracting(each -> each.sequence() + " " + each.operation().assignee().label())
        .containsExactly("1 ben@example.com", "2 ana@example.com");
  }

  @Test
  void whatIsNotAskedForAnyMoreIsNotBroughtBack() {
    Plan fresh = plan().with(Stage.ADDITIONS, invite("ana")).build();

    assertThat(AgreedPlan.still(fresh, SHOWN))
        .extracting(PlannedOperation::operation)
        .containsExactly(invite("ana"));
  }

  @Test
  void moreForTheSamePersonIsSomethingElse() {
    Plan fresh =
        plan()
            .with(Stage.ADDITIONS, invite("ana", "Finance"))
            .with(Stage.ADDITIONS, role("ben", "Member", "Environment admin"))
            .build();

    assertThat(AgreedPlan.still(fresh, SHOWN)).isEmpty();
  }

  @Test
  void ofTheSamePlanAllIsAgreedTo() {
    assertThat(AgreedPlan.still(SHOWN, SHOWN)).isEqualTo(SHOWN.operations());
  }
}
