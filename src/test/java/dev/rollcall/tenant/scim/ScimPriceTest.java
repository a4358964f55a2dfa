package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.Plan;
import dev.rollcall.sandbox.scim.ScimSwitch;
import dev.rollcall.tenant.Price;
import dev.rollcall.tenant.RequestQuota;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan is said to cost is what applying it takes. */
class ScimPriceTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AWS")
  void aPlanTakesAsManyRequestsAsItSays(KnownProfile profile) {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed()).with(profile.profile())) {
      world.settings(
          old ->
              new ScimSettings(
                  old.base(),
                  old.profile(),
                  old.roles(),
                  old.levels(),
                  old.names(),
                  true,
                  RequestQuota.perMinute(6000),
                  100));
      if (profile == KnownProfile.ENTRA_LIKE) {
        world.with(ScimSwitch.REMOVAL_BY_VALUES, "named").with(ScimSwitch.ACTIVE, "text");
      }
      ScimTenant tenant = world.tenant();
      ScimRun run = new ScimRun(tenant, world.clock);
      Plan plan = run.plan(ScimCompany.ROSTER, "Audit");
      int price = Price.of(plan, tenant.batching()).requests();
      int before = world.sandbox.requests().size();

      run.apply(plan);

      assertThat(world.sandbox.requests().size() - before).isEqualTo(price);
    }
  }
}
