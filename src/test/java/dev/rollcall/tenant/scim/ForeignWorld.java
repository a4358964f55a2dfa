package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.HttpTransport;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.Sleeper;
import dev.rollcall.tenant.http.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A service provider that others have made, looked at by a client that others have made, and
 * changed by ours, which is overheard.
 */
final class ForeignWorld implements AutoCloseable {

  private static final String[] OURS = {"Crowd", "Few"};

  final ForeignProvider provider;
  final IndependentClient look;
  final Overhearing wire;
  final ScimTenant tenant;

  ForeignWorld(ForeignServer server, boolean filters) {
    this(server, filters, KnownProfile.RFC.profile());
  }

  ForeignWorld(ForeignServer server, boolean filters, ScimProfile profile) {
    provider = server.start(filters);
    look = new IndependentClient(provider);
    Waiting waiting = new Waiting(Clock.systemUTC(), Sleeper.REAL, () -> false);
    wire =
        new Overhearing(
            new HttpTransport(Network.direct(), Duration.ofSeconds(20), waiting, Secrets.none()));
    tenant =
        new ScimTenant(
            settings(profile),
            new RunContext(new MemoryExperience(), waiting, lane -> List.of(), Secrets.none()),
            wire,
            BearerToken.of(provider.token()));
  }

  private ScimSettings settings(ScimProfile profile) {
    ScimSettings usual = ScimSettings.of(provider.url(), profile);
    return new ScimSettings(
        usual.base(),
        usual.profile(),
        usual.roles(),
        usual.levels(),
        usual.names(),
        true,
        RequestQuota.perMinute(60_000),
        100);
  }

  private ScimRun run() {
    Policy policy = Usual.policy().with(Policy.Names.KEEP_UP);
    return new ScimRun(tenant, Clock.systemUTC(), policy, List.of());
  }

  Plan plan(String roster) {
    return run().plan(roster);
  }

  List<OperationRecord> apply(Plan plan) {
    return run().apply(plan).records();
  }

  /** What becomes of one operation alone. */
  Outcome sent(Operation operation) {
    PlannedOperation planned =
        new PlannedOperation(1, Stage.GROUPS, operation, Reason.DRIFT, "", "");
    Request request = new Request(ScimApi.LANE, true, List.of(1));
    return tenant.send(request, List.of(planned)).values().iterator().next();
  }

  /** All that a roster asks for is done and verified, and nothing is left to do. */
  void reaches(String roster) {
    reaches(roster, OURS);
  }

  /** The same where the groups that the roster does not name are nobody's concern. */
  void reachesAlone(String roster) {
    reaches(roster, new String[0]);
  }

  private void reaches(String roster, String[] owned) {
    assertThat(run().sync(roster, owned).records())
        .allSatisfy(record -> assertThat(record.state().isDone()).as(record.message()).isTrue())
        .extracting(OperationRecord::verification)
        .containsOnly(Verification.VERIFIED);
    assertThat(run().plan(roster, owned).operations()).isEmpty();
  }

  @Override
  public void close() {
    tenant.close();
    look.close();
    provider.close();
  }
}
