package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Plan;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.sandbox.InjectedFault.Effect;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.scim.ScimSwitch;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.ClientLogin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider of which a client has to ask for tokens. */
class ScimTokensTest {

  private static final String DESK = "/oauth2/token";
  private static final String SECRET = "stand-in-secret";
  private static final String ROSTER = ScimCompany.ROSTER.replace("; Audit", "");

  private final ScimWorld world = new ScimWorld(ScimCompany.seed());

  @AfterEach
  void close() {
    world.close();
  }

  private static ClientLogin login(String secret, String scope, ClientLogin.Place place) {
    return new ClientLogin(
        URI.create("http://127.0.0.1" + DESK), "rollcall", secret, List.of(scope), place, Map.of());
  }

  private ScimTenant tenant() {
    return world.client(login(SECRET, "scim", ClientLogin.Place.FORM));
  }

  private ScimRun run() {
    return new ScimRun(tenant(), world.clock);
  }

  private List<RecordedRequest> asked() {
    return world.sandbox.requests().stream()
        .filter(request -> request.path().equals(DESK))
        .toList();
  }

  private void fail(String path, Effect effect, int status, int times) {
    world.sandbox.fail(
        new InjectedFault(
            "*",
            path,
            "",
            1,
            times,
            effect,
            status,
            status == 429 ? Map.of("Retry-After", "7") : Map.of(),
            Optional.empty(),
            Duration.ZERO));
  }

  private void reachesTheRoster(ScimRun run) {
    assertThat(run.sync(ROSTER).records())
        .extracting(OperationRecord::verification)
        .containsOnly(Verification.VERIFIED);
  }

  @ParameterizedTest
  @EnumSource(ClientLogin.Place.class)
  void oneTokenIsAskedForWherewithEverythingIsDone(ClientLogin.Place place) {
    reachesTheRoster(new ScimRun(world.client(login(SECRET, "scim", place)), world.clock));

    assertThat(asked()).singleElement().extracting(RecordedRequest::status).isEqualTo(200);
    assertThat(world.sandbox.requests()).noneMatch(request -> request.status() == 401);
  }

  @Test
  void aTokenIsRenewedBeforeItsEndWhileAPlanIsApplied() {
    world.with(ScimSwitch.TOKEN_LIFE, "60");
    ScimRun run = run();
    Plan plan = run.plan(ROSTER);
    world.clock.sleep(Duration.ofSeconds(31));

    assertThat(run.apply(plan).records()).allMatch(record -> record.state().isDone());

    assertThat(asked()).hasSize(2);
    assertThat(world.sandbox.requests()).noneMatch(request -> request.status() == 401);
  }

  @Test
  void aTokenOfWhichNobodySaysHowLongItLivesIsRenewedOnceItIsRefused() {
    world.with(ScimSwitch.TOKEN_LIFE, "untold");
    ScimRun run = run();
    Plan plan = run.plan(ROSTER);
    world.clock.sleep(Duration.ofSeconds(121));

    assertThat(run.apply(plan).records()).allMatch(record -> record.state().isDone());

    assertThat(asked()).hasSize(2);
    assertThat(world.sandbox.requests()).filteredOn(each -> each.status() == 401).hasSize(1);
  }

  @Test
  void aTokenThatDiesInTheMiddleOfApplyingCostsNothing() {
    ScimRun run = run();
    Plan plan = run.plan(ROSTER);
    fail("/scim/v2/Groups/:id", Effect.STATUS, 401, 1);

    assertThat(run.apply(plan).records())
        .extracting(OperationRecord::verification)
        .containsOnly(Verification.VERIFIED);
    assertThat(asked()).hasSize(2);
  }

  @Test
  void aClientThatIsShutOutInTheMiddleStopsAndTheRestIsLeftForLater() {
    ScimRun run = run();
    Plan plan = run.plan(ROSTER);
    world.clock.sleep(Duration.ofSeconds(600));
    fail(DESK, Effect.STATUS, 401, InjectedFault.ALWAYS);

    assertThatThrownBy(() -> run.apply(plan))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("the token is refused")
        .hasMessageContaining("check target.oauth");
    assertThat(world.changes()).noneMatch(request -> request.path().startsWith("/scim"));
    world.sandbox.clearFaults();
    reachesTheRoster(run());
  }

  @ParameterizedTest
  @CsvSource({
    "not-the-one, scim, FORM, 'the client is unknown, or its secret is wrong'",
    "not-the-one, scim, HEADER, 'the client is unknown, or its secret is wrong'",
    "stand-in-secret, scim:admin, FORM, there is no scope scim:admin"
  })
  void aClientThatIsRefusedIsToldWhyAndWhereToLook(
      String secret, String scope, ClientLogin.Place place, String why) {
    ScimTenant tenant = world.client(login(secret, scope, place));

    assertThatThrownBy(() -> tenant.snapshot(ScimRun.scope()))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining(why)
        .hasMessageEndingWith("check target.oauth");
    assertThat(asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"HTML, 200", "STATUS, 500", "EMPTY, 200", "GARBAGE, 200", "RESET_BEFORE, 0"})
  void aTokenEndpointThatGivesNoTokenIsToldForAndNothingIsSent(Effect effect, int status) {
    fail(DESK, effect, status, InjectedFault.ALWAYS);

    assertThatThrownBy(() -> tenant().snapshot(ScimRun.scope()))
        .isInstanceOf(TenantUnavailable.class)
        .hasMessageContaining("no access token was given out");
    assertThat(world.sandbox.requests()).noneMatch(each -> each.path().startsWith("/scim"));
  }

  @ParameterizedTest
  @CsvSource({"STATUS, 429", "STATUS, 503", "HTML, 200", "RESET_BEFORE, 0"})
  void aTokenEndpointThatIsAwayForAWhileIsWaitedFor(Effect effect, int status) {
    fail(DESK, effect, status, 2);

    reachesTheRoster(run());
  }

  @Test
  void aWebPageAtAWrongAddressIsNoTokenEndpoint() {
    fail(DESK, Effect.HTML, 404, InjectedFault.ALWAYS);

    assertThatThrownBy(() -> tenant().snapshot(ScimRun.scope()))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("no access token was given out: status 404")
        .hasMessageEndingWith("check target.oauth");
  }
}
