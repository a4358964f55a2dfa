package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleRankTest {

  @ParameterizedTest
  @CsvSource({
    "Member,              Environment admin,   false, false",
    "Environment admin,   Member,              true,  true",
    "EnvironmentManager,  environment admin,   false, false",
    "Builder,             Project operator,    true,  true",
    "Analyst,             Admin,               false, false",
    "Member,              Release captain,     true,  false",
    "Release captain,     Environment admin,   true,  false",
    "Admin,               Environment admin,   true,  false",
    "Release captain,     No access,           true,  true",
    "NoAccess,            Release captain,     false, false",
    "Member,              Member,              false, false",
  })
  void knowsWhichReplacementsTake(String before, String after, boolean downward, boolean known) {
    assertThat(RoleRank.isDownward(before, after)).isEqualTo(downward);
    assertThat(RoleRank.isKnownDownward(before, after)).isEqualTo(known);
  }

  @Test
  void countsTakingAsALossAndGivingAsNone() {
    assertThat(RoleRank.isLoss(Optional.of("Member"), Optional.empty())).isTrue();
    assertThat(RoleRank.isLoss(Optional.empty(), Optional.of("Member"))).isFalse();
  }
}
