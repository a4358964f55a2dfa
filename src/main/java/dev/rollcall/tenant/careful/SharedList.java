package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A list of which one request changes several rows, and where what it does not name may be at risk:
 * a group's members, a project's grants, a person's environment roles.
 */
public interface SharedList {

  /** What it holds, read whole; ends the run where it cannot be. */
  Holdings held();

  /**
   * How many rows it would have by now without what this process did to it by other means, by one
   * request; empty where that cannot be told.
   */
  OptionalInt total();

  /** The same as {@link #held}, by key. */
  default Map<String, String> read() {
    return held().by();
  }

  /** The kind of request, which is trusted or not as a whole. */
  BatchKind kind();

  /** What it can be found again by in another process; names nobody. */
  String reference();

  /** Which of these keys, of another process, are of somebody who is still there. */
  Set<String> recall(Set<String> keys);

  /** For people, e.g. {@code group Finance builders}. */
  String label();

  /**
   * Where in a request these items can stand, the usual place first; at least one. Others are tried
   * in turn where that is not understood.
   */
  List<String> forms(List<BatchItem> items);

  /** Asks for all of these in one request. */
  FinishedCall<String> write(List<BatchItem> items, String form);

  /** How many rows fit into one request. */
  int most();

  /** Whether a request that names all rows keeps them where one replaces the list. */
  boolean canBeNamedWhole();

  /**
   * Another list of this kind that has others on it, and no more than can be given back by one
   * request; empty where none is to be found.
   */
  default Optional<SharedList> smaller() {
    return Optional.empty();
  }

  /**
   * Asks for this alone, in a way that can touch no other row, where a list is too long to be named
   * whole; empty where there is no such way.
   */
  default Optional<FinishedCall<String>> writeApart(BatchItem item) {
    return Optional.empty();
  }

  /**
   * What gives back to others what a request has taken from them, where they cannot be named by it.
   */
  Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost);

  /** What whoever the list is of holds elsewhere, and may lose by a request that changes it. */
  default List<Companion> companions() {
    return List.of();
  }

  /** What it comes to that the token was turned away, which {@link #write} went out with. */
  Outcome turnedAway(FinishedCall<?> finished);

  /** Whether this process itself has taken somebody off it, by other means than this list's. */
  default boolean hasLeft(String key) {
    return false;
  }

  /** An item's key for people. */
  String label(String key);

  /** What the last reading showed that is of something else, whatever was asked about. */
  default Optional<String> astray() {
    return Optional.empty();
  }

  /**
   * Takes over whom and what another look at the same knew, so that it can be given back; false
   * where that look tells nothing of something that this one is asked about.
   */
  boolean learn(SharedList former);
}
