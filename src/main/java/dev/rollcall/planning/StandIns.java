package dev.rollcall.planning;

import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.job.spec.SandboxSpec;
import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.StandIn;
import dev.rollcall.sandbox.scim.ScimSandbox;
import dev.rollcall.sandbox.workiva.OrganizationSandbox;
import java.time.Instant;
import java.util.List;

/** The stand-in of each vendor: how it is started, looked at and talked to. */
public final class StandIns {

  private StandIns() {}

  /** Starts one that listens until it is closed. */
  public static StandIn start(StandInVendor vendor, SandboxOptions options) {
    return switch (vendor) {
      case WORKATO -> Sandbox.start(options);
      case WORKIVA -> OrganizationSandbox.start(options);
      case SCIM -> ScimSandbox.start(options);
    };
  }

  /** One in this process, with a client that talks to it. */
  static OpenedTenant open(SandboxSpec spec, TenantOpening around) {
    return switch (spec.vendor()) {
      case WORKATO -> WorkatoOpening.standIn(spec, around);
      case WORKIVA -> WorkivaOpening.standIn(spec, around);
      case SCIM -> ScimOpening.standIn(spec, around);
    };
  }

  /**
   * What one would begin with.
   *
   * @param places those that rights can be held in each of
   * @param now what its clock would say
   */
  record Glimpse(List<PlaceName> places, Instant now) {
    /** Copies. */
    public Glimpse {
      places = List.copyOf(places);
    }
  }

  /** Looks without starting anything. */
  static Glimpse glimpse(StandInVendor vendor, SandboxOptions options) {
    return switch (vendor) {
      case WORKATO -> {
        Sandbox.Glimpse glimpse = Sandbox.glimpse(options);
        yield new Glimpse(
            glimpse.environments().stream().map(PlaceName::new).toList(), glimpse.now());
      }
      case WORKIVA -> new Glimpse(List.of(), OrganizationSandbox.glimpse(options));
      case SCIM -> {
        ScimSandbox.Glimpse glimpse = ScimSandbox.glimpse(options);
        yield new Glimpse(
            glimpse.environments().stream().map(PlaceName::new).toList(), glimpse.now());
      }
    };
  }
}
