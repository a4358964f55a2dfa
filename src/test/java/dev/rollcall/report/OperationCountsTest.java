package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.apply.OperationState;
import dev.rollcall.testing.Reports;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationCountsTest {

  @Test
  void everyPlannedOperationIsCountedOnce() {
    OperationCounts counts = Reports.troubled().counts();

    assertThat(counts.planned()).isEqualTo(9);
    assertThat(counts.byState().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(9);
    assertThat(counts.applied()).isEqualTo(4);
    assertThat(counts.in(OperationState.HELD)).isEqualTo(1);
  }

  @Test
  void countsThatLoseAnOperationAreRefused() {
    assertThatThrownBy(
            () -> new OperationCounts(2, Map.of(OperationState.APPLIED, 1), 1, 1, 0, 0, 0, 0, 0))
        .hasMessage("2 operations were planned, 1 are accounted for");
  }

  @Test
  void whatNobodyCanSeeIsNotCountedAsUnverified() {
    OperationCounts counts = Reports.applied().counts();

    assertThat(counts.visible()).isEqualTo(7);
    assertThat(counts.verified()).isEqualTo(7);
    assertThat(counts.invitationsSent()).isEqualTo(2);
  }

  @Test
  void whatDiffersIsLeftOverAndWhatIsHeldIsNot() {
    // in doubt, refused, failed, stale, and one that was accepted but differs
    assertThat(Reports.troubled().counts().leftOver()).isEqualTo(5);
    assertThat(Reports.applied().counts().leftOver()).isZero();
  }

  @Test
  void aReportThatMissesOperationsOfItsPlanIsRefused() {
    RunReport whole = Reports.applied();

    assertThatThrownBy(
            () ->
                new RunReport(
                    whole.head(),
                    whole.plan(),
                    whole.operations().subList(0, 8),
                    whole.facts(),
                    whole.course()))
        .hasMessage("a report of 8 operations on a plan of 9");
  }
}
