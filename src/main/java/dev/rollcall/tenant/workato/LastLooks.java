package dev.rollcall.tenant.workato;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was seen last on targets that are tried or asked about one operation after the other: what
 * one left is what the next one finds. Not for long, because others change the workspace as well.
 * Thread-safe.
 */
final class LastLooks {

  /** A lane may have to wait for a minute between two requests. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private record Look(SharedTarget target, Held held, Instant at) {}

  private final Clock clock;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  LastLooks(Clock clock) {
    this.clock = clock;
  }

  Optional<Held> of(SharedTarget target) {
    return Optional.ofNullable(looks.get(key(target)))
        .filter(look -> clock.instant().isBefore(look.at().plus(FRESH)))
        .filter(look -> target.learn(look.target()))
        .map(Look::held);
  }

  void remember(SharedTarget target, Held held) {
    looks.put(key(target), new Look(target, held, clock.instant()));
  }

  /** What is held, as seen last or read now. */
  Held look(SharedTarget target) {
    Optional<Held> seen = of(target);
    if (seen.isPresent()) {
      return seen.get();
    }
    Held held = target.held();
    remember(target, held);
    return held;
  }

  /** From here on anything may have changed. */
  void forgetAll() {
    looks.clear();
  }

  void forget(SharedTarget target) {
    looks.remove(key(target));
  }

  private static String key(SharedTarget target) {
    return target.kind() + " " + target.label();
  }
}
