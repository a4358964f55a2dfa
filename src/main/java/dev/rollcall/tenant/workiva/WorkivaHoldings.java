package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.workiva.payload.IdName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who held which roles when they were read last: each list of roles costs a request of its own, so
 * that it is read again only where this process has changed it. Thread-safe.
 */
final class WorkivaHoldings {

  private final Map<String, List<IdName>> byUser = new ConcurrentHashMap<>();
  private final Map<SeatId, List<IdName>> bySeat = new ConcurrentHashMap<>();

  Optional<List<IdName>> ofUser(String user) {
    return Optional.ofNullable(byUser.get(user));
  }

  void ofUser(String user, List<IdName> roles) {
    byUser.put(user, roles);
  }

  Optional<List<IdName>> ofSeat(SeatId seat) {
    return Optional.ofNullable(bySeat.get(seat));
  }

  void ofSeat(SeatId seat, List<IdName> roles) {
    bySeat.put(seat, roles);
  }

  /** The roles of a user are about to change. */
  void changing(String user) {
    byUser.remove(user);
  }

  /** The roles of a membership are about to change. */
  void changing(SeatId seat) {
    bySeat.remove(seat);
  }

  /** All is to be read again. */
  void forget() {
    byUser.clear();
    bySeat.clear();
  }
}
