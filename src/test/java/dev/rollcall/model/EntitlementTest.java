package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntitlementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"No access", "NoAccess", "no-access", " NO_ACCESS ", "n o\tacc\u000Bess\r\n"})
  void takesEverySpellingOfNoAccess(String role) {
    assertThat(Entitlement.meansNoAccess(role)).isTrue();
    assertThat(new Entitlement.EnvironmentRole(new Environment("dev"), role).role())
        .isEqualTo(Entitlement.NO_ACCESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "No", "No acces", "No access!", "No accesss", "Noaccess role"})
  void takesNothingElseForIt(String role) {
    assertThat(Entitlement.meansNoAccess(role)).isFalse();
  }
}
