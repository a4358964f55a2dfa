package dev.rollcall.batch;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.RunId;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A repository in which something is to be purged, while nobody else works with it. */
public final class PurgePlace {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final RepositorySettings settings;
  private final Clock clock;
  private final Supplier<Optional<Repository>> existing;

  private PurgePlace(
      RepositorySettings settings, Clock clock, Supplier<Optional<Repository>> existing) {
    this.settings = settings;
    this.clock = clock;
    this.existing = existing;
  }

  /** That of a job, which may be missing as long as the job never ran: only reports are purged. */
  public static PurgePlace ofJob(RepositorySettings settings, Clock clock) {
    return new PurgePlace(settings, clock, () -> Repository.openExisting(settings, clock));
  }

  /** One that has to be there. */
  public static PurgePlace named(NamedRepository named, Clock clock) {
    return new PurgePlace(named.settings(), clock, () -> Optional.of(named.open(clock)));
  }

  /**
   * What there is to purge; changes nothing.
   *
   * @throws dev.rollcall.apply.TenantBusy where another process holds the repository's file
   * @throws WrongInput where it has to be there and is not
   */
  public Purge.PurgeList look(Purge purge) {
    try (Repository opened = existing.get().orElse(null)) {
      Purge.PurgeList found = purge.look(Optional.ofNullable(opened));
      return opened == null ? found.with(missing()) : found;
    }
  }

  private String missing() {
    return "There is no repository at " + settings + " yet: only reports were looked through.";
  }

  /**
   * Purges it, and rids the repository's file of the bytes.
   *
   * @return what could not be done, as sentences
   * @throws dev.rollcall.apply.TenantBusy where a run is going on
   */
  public List<String> carryOut(Purge purge) {
    if (!exists()) {
      return purge.carryOut(Optional.empty());
    }
    List<String> stuck = new ArrayList<>(leased(purge));
    if (!Repository.compact(settings)) {
      stuck.add(
          "The file of "
              + settings
              + " still has the bytes of what was deleted, for another process has opened it; purge"
              + " again.");
    }
    return stuck;
  }

  private boolean exists() {
    try (Repository opened = existing.get().orElse(null)) {
      return opened != null;
    }
  }

  private List<String> leased(Purge purge) {
    List<Lease> leases = new ArrayList<>();
    try (Repository repository = Repository.open(settings, clock)) {
      try {
        for (String workspace : repository.purging().workspaces()) {
          RunId self = RunId.starting(clock.instant(), RANDOM.nextInt());
          leases.add(repository.leases().acquire(workspace, self));
        }
        return purge.carryOut(Optional.of(repository));
      } finally {
        leases.forEach(Lease::close);
      }
    }
  }
}
