package dev.rollcall.tenant;

import dev.rollcall.plan.PlannedOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace that can be changed. Needs a snapshot first: names become ids by it. */
public interface WritableTenant extends Tenant {

  /**
   * Sends one request and says what became of each of its operations. Must answer for all of them;
   * retries what may be repeated, never what may not; never throws for what one operation did
   * wrong. {@link Outcome.NotSent} where nothing of an operation is left to be looked up: it can be
   * sent as if it never had been. Lanes call it side by side, each for one request at a time.
   *
   * @param operations those that the request names, in its order
   * @throws TenantUnavailable where nothing more can be sent at all
   */
  Map<Integer, Outcome> send(Request request, List<PlannedOperation> operations);

  /**
   * How it can be moved to another permission model; empty where it has the newest, or its vendor
   * only one. Asks which it has where that is not known yet.
   */
  default Optional<PermissionMigration> migration() {
    return Optional.empty();
  }

  /**
   * Gives back what an earlier run took from people by the way, and was killed before it could do
   * so itself. Asks nothing where there was none.
   *
   * @return what was done, for people
   */
  default List<String> makeGood() {
    return List.of();
  }

  /** Looks whether an operation that was sent then has happened. Never writes. */
  Settled settle(PlannedOperation operation, Instant sent);
}
