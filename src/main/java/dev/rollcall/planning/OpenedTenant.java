package dev.rollcall.planning;

import dev.rollcall.sandbox.StandIn;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.LaneThreads;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.http.Sleeper;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A workspace that was opened for a job. Ask {@link #identify} before anything else: what is
 * remembered of the workspace is found by its key.
 *
 * @param destination what rosters need to know of it: all rights of the vendor can be stated, and
 *     whether the workspace has them is judged later
 * @param clock the time the workspace lives in
 * @param sleeper how that time is waited for
 * @param standIn the stand-in that runs in this process, if it is one
 * @param known is told which workspace it is
 */
public record OpenedTenant(
    WritableTenant workspace,
    Destination destination,
    Clock clock,
    Sleeper sleeper,
    Optional<StandIn> standIn,
    Consumer<Identity> known)
    implements AutoCloseable {

  /** Threads for its lanes, to be closed. */
  public LaneThreads laneThreads() {
    return new LaneThreads(sleeper::beside);
  }

  /** Which workspace it is. */
  public Identity identify() {
    Identity identity = workspace.identify();
    known.accept(identity);
    return identity;
  }

  /** The same in a stand-in that ends with it. */
  OpenedTenant in(StandIn other) {
    return new OpenedTenant(workspace, destination, clock, sleeper, Optional.of(other), known);
  }

  @Override
  public void close() {
    workspace.close();
    standIn.ifPresent(StandIn::close);
  }
}
