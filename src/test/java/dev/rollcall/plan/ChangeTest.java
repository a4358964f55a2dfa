package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Entitlement;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

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
    Change change = new Change(some(before), some(after));

    assertThat(change.isLoss()).isEqualTo(downward);
    assertThat(change.isDownward()).isEqualTo(known);
  }

  @Test
  void countsTakingAsALossAndGivingAsNone() {
    assertThat(new Change(some("Member"), Optional.empty()).isLoss()).isTrue();
    assertThat(new Change(Optional.empty(), some("Member")).isLoss()).isFalse();
  }

  private static Optional<Entitlement> some(String role) {
    return Optional.of(WorkatoVocabulary.environmentRole(new Environment("dev"), role));
  }
}
