package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationSwitchesTest {

  private static final String EVERYTHING =
      """
      desired  group  Newcomers
      desired  ana   active  dev: Member  groups: Newcomers
      desired  ben   active  dev: Member  test: Environment admin  prod: Release captain  groups: Ops
      desired  cleo  left
      desired  dan   active  dev: Member
      actual   ben   active  dev: Environment admin  test: Member  prod: Member  groups: Sales
      actual   cleo  active  dev: Member
      actual   dan   suspended
      """;

  @Test
  void doEverythingWhenOn() {
    assertThat(lines(OperationSwitches.ALL_ON))
        .containsExactly(
            "+ create  Newcomers",
            "+ invite  ana  dev: Member  groups: Newcomers",
            "~ role  ben  prod: Member -> Release captain",
            "~ role  ben  test: Member -> Environment admin",
            "+ group  ben  Ops",
            "+ reinstate  dan  dev: Member",
            "~ role  ben  dev: Environment admin -> Member",
            "- group  ben  Sales",
            "- suspend  cleo  dev: Member");
  }

  @Test
  void inviteNobodyWithoutInvites() {
    assertThat(lines(new OperationSwitches(false, true, true)))
        .noneMatch(line -> line.startsWith("+ invite"))
        .hasSize(8);
  }

  @Test
  void leaveInvitesAndLeaversWithoutChanges() {
    assertThat(lines(new OperationSwitches(true, false, true)))
        .containsExactly("+ invite  ana  dev: Member", "- suspend  cleo  dev: Member");
  }

  @Test
  void takeNothingWithoutRemovalsNotEvenByAReplacementOfUnknownRank() {
    assertThat(lines(new OperationSwitches(true, true, false)))
        .containsExactly(
            "+ create  Newcomers",
            "+ invite  ana  dev: Member  groups: Newcomers",
            "~ role  ben  test: Member -> Environment admin",
            "+ group  ben  Ops",
            "+ reinstate  dan  dev: Member");
  }

  private static List<String> lines(OperationSwitches switches) {
    PlanInput situation = Scenario.of(EVERYTHING).world().situation();
    return Scenario.lines(
        new Reconciler(Usual.everything(), Usual.policy(), switches).reconcile(situation));
  }
}
