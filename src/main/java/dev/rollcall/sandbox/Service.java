package dev.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a stand-in plays: one tenant of a vendor's service, with its state, its time, its switches
 * and its rules. {@link StandIn} brings it to the wire, spoils answers and keeps the log. Every
 * other method is called within {@link #alone}.
 */
public interface Service {

  /** Runs an action while nothing else does; what it changed is kept when this returns. */
  <T> T alone(Supplier<T> action);

  /** Lets a request take its effect; never throws. */
  Answer answer(IncomingRequest request);

  /**
   * The pattern of the path of a request, with its ids replaced, e.g. {@code /Users/:id}; the path
   * itself where there is no such endpoint. Faults and counts go by it.
   */
  String pattern(IncomingRequest request);

  /** The patterns of all paths that there are, from the table by which requests are routed. */
  Set<String> patterns();

  /** Whose credential a request shows, for the log; blank where it is not known. */
  String caller(IncomingRequest request);

  /** The tenant's own time. */
  Instant now();

  /** Moves its time on. */
  void advance(Duration duration);

  /**
   * Turns switches, by key, and leaves the others where they are.
   *
   * @throws SandboxException where there is no such switch or position
   */
  void behave(Map<String, String> switches);

  /** The whole state as JSON, with ids and times. */
  String stateJson();

  /** Who holds what, by names, sorted, one line each, without ids and times. */
  String comparableState();
}
