package dev.rollcall.tenant;

import dev.rollcall.model.Email;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The requests that were sent to a workspace before, as far as they bind those to come. */
@FunctionalInterface
public interface FormerRequests {

  /**
   * When requests of a lane were sent during the last minute, by whatever run; they count against
   * its quota.
   */
  List<Instant> requests(Lane lane);

  /** When a person was invited last, but for what is on its way right now; empty where never. */
  default Optional<Instant> invited(Email email) {
    return Optional.empty();
  }
}
