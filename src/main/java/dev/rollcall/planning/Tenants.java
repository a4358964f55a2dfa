package dev.rollcall.planning;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Ledger;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.SandboxSpec;
import dev.rollcall.job.spec.ScimSpec;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.job.spec.WorkatoSpec;
import dev.rollcall.job.spec.WorkivaSpec;
import dev.rollcall.model.Email;
import dev.rollcall.sandbox.StandIn;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.scim.ScimSettings;
import dev.rollcall.tenant.workato.WorkatoSettings;
import dev.rollcall.tenant.workiva.WorkivaSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Turns {@code target:} of a job file into a workspace that can be talked to. */
public final class Tenants {

  /**
   * What former runs know of workspaces; a dry run without a repository knows nothing.
   *
   * @param experience what was found out about batched requests, by workspace
   * @param requestTimes when requests of a lane were sent
   * @param invited when a person was invited last, but for what is on its way right now
   */
  public record Memory(
      Function<String, Experience> experience,
      RequestTimes requestTimes,
      BiFunction<String, Email, Optional<Instant>> invited) {

    /** When requests of a lane were sent since a time that used these quotas. */
    public interface RequestTimes {
      List<Instant> of(String quotas, Lane lane, Instant since);
    }

    /** What a repository remembers. */
    public static Memory of(Ledger ledger, Journal journal) {
      return new Memory(ledger::experience, journal::requestTimes, ledger::invited);
    }

    /** Nothing is known, and nothing is kept beyond the process. */
    public static Memory none() {
      Experience fresh = new MemoryExperience();
      return new Memory(
          workspace -> fresh,
          (workspace, lane, since) -> List.of(),
          (workspace, email) -> Optional.empty());
    }
  }

  private Tenants() {}

  /** What the key of every workspace begins with that this target can be; nothing is asked. */
  public static String workspaceKeysBegin(JobFile job) {
    return job.target()
        .accept(
            new TargetSpec.Cases<>() {
              @Override
              public String workato(WorkatoSpec spec) {
                return WorkatoSettings.keysBegin(spec.baseUrl());
              }

              @Override
              public String workiva(WorkivaSpec spec) {
                return WorkivaSettings.keysBegin(spec.baseUrl());
              }

              @Override
              public String scim(ScimSpec spec) {
                return ScimSettings.keysBegin(spec.url());
              }

              @Override
              public String sandbox(SandboxSpec spec) {
                return WorkatoSettings.keysBegin(URI.create(StandIn.ADDRESS));
              }
            });
  }

  /** Opens it; nothing is asked of it yet. A stand-in starts, and brings a clock of its own. */
  public static OpenedTenant open(LoadedJob job, Memory memory, Clock clock, BooleanSupplier stop) {
    return opened(job, new TenantOpening(job.secrets(), memory, clock, stop), spec -> spec);
  }

  /**
   * Opens it for reading. A stand-in that was never used is not written to a file by being looked
   * at.
   */
  public static OpenedTenant openToRead(
      LoadedJob job, Memory memory, Clock clock, BooleanSupplier stop) {
    return opened(job, new TenantOpening(job.secrets(), memory, clock, stop), SandboxSpec::asItIs);
  }

  private static OpenedTenant opened(
      LoadedJob job, TenantOpening around, UnaryOperator<SandboxSpec> standIn) {
    return job.file()
        .target()
        .accept(
            new TargetSpec.Cases<>() {
              @Override
              public OpenedTenant workato(WorkatoSpec spec) {
                return WorkatoOpening.remote(spec, around);
              }

              @Override
              public OpenedTenant workiva(WorkivaSpec spec) {
                return WorkivaOpening.remote(spec, around);
              }

              @Override
              public OpenedTenant scim(ScimSpec spec) {
                return ScimOpening.remote(spec, around);
              }

              @Override
              public OpenedTenant sandbox(SandboxSpec spec) {
                return StandIns.open(standIn.apply(spec), around);
              }
            });
  }
}
