package dev.rollcall.plan;

import static dev.rollcall.testing.Rosters.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.testing.WorkatoTerms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDigestTest {

  private static final Operation PROMOTE = promote("Member");
  private static final Operation JOIN = WorkatoTerms.addToGroup(email("ana"), "Ops");

  @Test
  void doesNotDependOnOriginReasonRuleOrNumber() {
    PlannedOperation one =
        new PlannedOperation(1, Stage.ADDITIONS, JOIN, Reason.MOVER, "people.csv:7", "");
    PlannedOperation other =
        new PlannedOperation(9, Stage.ADDITIONS, JOIN, Reason.JOINER, "hr.csv:70", "Finance");

    assertThat(PlanDigest.of(List.of(one))).isEqualTo(PlanDigest.of(List.of(other)));
  }

  @Test
  void doesNotDependOnOrder() {
    assertThat(PlanDigest.of(List.of(planned(JOIN), planned(PROMOTE))))
        .isEqualTo(PlanDigest.of(List.of(planned(PROMOTE), planned(JOIN))));
  }

  @Test
  void dependsOnTheBeforeState() {
    assertThat(PlanDigest.of(List.of(planned(PROMOTE))))
        .isNotEqualTo(PlanDigest.of(List.of(planned(promote("Release captain")))));
  }

  private static Operation promote(String from) {
    return WorkatoTerms.setEnvironmentRole(
        email("ana"), new Environment("dev"), Optional.of(from), Optional.of("Environment admin"));
  }

  private static PlannedOperation planned(Operation operation) {
    return new PlannedOperation(1, Stage.ADDITIONS, operation, Reason.MOVER, "", "");
  }
}
