package dev.rollcall.planning;

import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.job.spec.ResolvedPath;
import dev.rollcall.job.spec.SandboxSpec;
import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.source.columns.Destination;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The target as far as it is known offline: what rosters need to know of it without anything being
 * asked of it, not even over a local connection.
 *
 * @param destination the tenant in which they state rights
 * @param now the time the workspace lives in
 */
public record OfflineTenant(Destination destination, Instant now) {

  /** A vendor's stand-in as it is where nothing is said of it. */
  public static Destination standIn(StandInVendor vendor) {
    boolean hasPlaces = vendor.vocabulary().fedBy(RightsColumn.ROLES).isPresent();
    return destination(
        vendor.vocabulary(),
        hasPlaces ? Stream.of("dev", "test", "prod").map(PlaceName::new).toList() : List.of());
  }

  /** What the job file, and the files it names, say. Tokens are not needed. */
  public static OfflineTenant of(JobFile job, Clock clock) {
    TargetSpec target = job.target();
    return target
        .standIn()
        .map(standIn -> glimpse(standIn, clock))
        .orElseGet(
            () ->
                new OfflineTenant(
                    new Destination(target.vocabulary(), target.places()), clock.instant()));
  }

  private static OfflineTenant glimpse(SandboxSpec spec, Clock clock) {
    StandIns.Glimpse glimpse = StandIns.glimpse(spec.vendor(), options(spec, clock));
    Destination roles = destination(spec.vocabulary(), glimpse.places());
    return new OfflineTenant(
        spec.places().isEmpty() ? roles : new Destination(spec.vocabulary(), spec.places()),
        glimpse.now());
  }

  /** How a stand-in is started, and looked at without being started. */
  static SandboxOptions options(SandboxSpec spec, Clock clock) {
    return new SandboxOptions(
        0, spec.seed().map(ResolvedPath::path), spec.state().map(ResolvedPath::path), clock);
  }

  private static Destination destination(Vocabulary vocabulary, Collection<PlaceName> places) {
    return new Destination(vocabulary, places.stream().map(each -> each.in(vocabulary)).toList());
  }
}
