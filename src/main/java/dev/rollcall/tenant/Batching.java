package dev.rollcall.tenant;

import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How operations are grouped into requests: pure and deterministic. A plan's price comes from it,
 * and applying sends exactly those.
 */
public interface Batching {

  /**
   * The requests of one stage, in the order in which a lane must send them.
   *
   * @param operations all of the stage that are still to be sent, in plan order
   */
  List<Request> requests(Stage stage, Collection<PlannedOperation> operations);

  /**
   * All that applying these sends, in a workspace that keeps what it is told: requests that are
   * tried small, and what is read to judge them and to verify the whole, included.
   */
  RequestForecast course(Collection<PlannedOperation> operations);

  /** How long ago requests of a lane were made that count against its quota still. */
  List<Duration> recent(Lane lane);

  /** How many requests the workspace was asked so far, to read it. */
  int readBefore();

  /** The fewest requests that could do the same, were nothing tried small first. */
  int fewestRequests(Collection<PlannedOperation> operations);

  /** How fast a lane may send requests. */
  RequestQuota quota(Lane lane);
}
