package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Environment;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The target as far as it is known offline: what rosters need to know of it without anything being
 * asked of it, not even over a local connection.
 *
 * @param environments those a role or a project without environment speaks about
 * @param now the time the workspace lives in
 */
public record OfflineTarget(List<Environment> environments, Instant now) {

  /** Checks and copies. */
  public OfflineTarget {
    environments = List.copyOf(environments);
    requireNonNull(now, "now");
  }

  /** What the job file, and the files it names, say. Tokens are not needed. */
  public static OfflineTarget of(JobFile job, Clock clock) {
    return job.target()
        .accept(
            new TargetSpec.Visitor<OfflineTarget>() {
              @Override
              public OfflineTarget workato(TargetSpec.WorkatoSpec spec) {
                return new OfflineTarget(List.copyOf(spec.tokens().keySet()), clock.instant());
              }

              @Override
              public OfflineTarget sandbox(TargetSpec.SandboxSpec spec) {
                return glimpse(spec, clock);
              }
            });
  }

  private static OfflineTarget glimpse(TargetSpec.SandboxSpec spec, Clock clock) {
    SandboxOptions options = SandboxOptions.of().withClock(clock);
    options = spec.seed().isPresent() ? options.withSeed(spec.seed().get().path()) : options;
    options = spec.state().isPresent() ? options.withState(spec.state().get().path()) : options;
    Sandbox.Glimpse glimpse = Sandbox.glimpse(options);
    return new OfflineTarget(
        glimpse.environments().stream().map(Environment::new).toList(), glimpse.now());
  }
}
