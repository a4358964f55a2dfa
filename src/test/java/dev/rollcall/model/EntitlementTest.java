package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntitlementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"No access", "NoAccess", "no-access", " NO_ACCESS ", "n o\tacc\u000Bess\r\n"})
  void takesEverySpellingOfNoAccess(String role) {
    Entitlement right = WorkatoVocabulary.environmentRole(new Environment("dev"), role);

    assertThat(right.isNoAccess()).isTrue();
    assertThat(right.role()).isEqualTo("No access");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "No", "No acces", "No access!", "No accesss", "Noaccess role"})
  void takesNothingElseForIt(String role) {
    assertThat(WorkatoVocabulary.environmentRole(new Environment("dev"), role).isNoAccess())
        .isFalse();
  }
}
