package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.tenant.TenantUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers well at an address and is no service provider has no users to tell of. */
class ScimAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <html>Sign in</html>     | a web page, and no JSON: is target.url right?
          {}                       | the answer is no list of SCIM: is target.url right?
          {"users":[],"count":0}   | the answer is no list of SCIM: is target.url right?
          []                       | no JSON object
          """)
  void nobodyIsThereBecauseOfWhatIsNoList(String body, String why) {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed())) {
      world.sandbox.fail(
          new InjectedFault(
              "GET",
              "/scim/v2/Users",
              "",
              1,
              InjectedFault.ALWAYS,
              InjectedFault.Effect.STATUS,
              200,
              Map.of(),
              Optional.of(body),
              Duration.ZERO));

      assertThatThrownBy(() -> world.tenant().snapshot(ScimRun.scope()))
          .isInstanceOf(TenantUnavailable.class)
          .hasMessageContaining(why);
    }
  }
}
