package dev.rollcall.tenant.careful;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What lists were seen to hold last that are tried or asked about one operation after the other:
 * what one left is what the next one finds. Not for long, because others change the workspace as
 * well. Thread-safe.
 */
final class RecentHoldings {

  /** A lane may have to wait for a minute between two requests. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private record Look(SharedList list, Holdings held, Instant at) {}

  private final Clock clock;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  RecentHoldings(Clock clock) {
    this.clock = clock;
  }

  Optional<Holdings> of(SharedList list) {
    return Optional.ofNullable(looks.get(key(list)))
        .filter(look -> clock.instant().isBefore(look.at().plus(FRESH)))
        .filter(look -> list.learn(look.list()))
        .map(Look::held);
  }

  void remember(SharedList list, Holdings held) {
    looks.put(key(list), new Look(list, held, clock.instant()));
  }

  /** What is held, as seen last or read now. */
  Holdings look(SharedList list) {
    Optional<Holdings> seen = of(list);
    if (seen.isPresent()) {
      return seen.get();
    }
    Holdings held = list.held();
    remember(list, held);
    return held;
  }

  /** From here on anything may have changed. */
  void forgetAll() {
    looks.clear();
  }

  /** It changes: what was seen of it by whatever kind of request tells nothing any more. */
  void forget(SharedList list) {
    looks.values().removeIf(look -> look.list().label().equals(list.label()));
  }

  private static String key(SharedList list) {
    return list.kind() + " " + list.label();
  }
}
