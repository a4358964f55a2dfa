package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.careful.Turns;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.Waiting;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What other lanes than the groups' own do to the lists of groups: whoever is invited into a group
 * is a row of it at once, and whoever is removed from the workspace is none any more. Neither goes
 * on while it is tried whether requests to groups can be trusted. Thread-safe.
 */
final class GroupTraffic {

  /**
   * How much there was at some time.
   *
   * @param joined into the group, for certain
   * @param other that may have changed it
   */
  record Seen(int joined, int other) {}

  private final Turns turns;
  private final Map<String, AtomicInteger> joined = new ConcurrentHashMap<>();
  private final AtomicInteger other = new AtomicInteger();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();

  GroupTraffic(Waiting waiting) {
    turns = new Turns(waiting);
  }

  /** Tries something while there is no traffic; empty where a stop came first. */
  <T> Optional<T> stopped(Supplier<T> trial) {
    return turns.alone(trial);
  }

  /** Invites or removes somebody when nothing is tried. */
  <T> FinishedCall<T> let(Supplier<FinishedCall<T>> through) {
    return turns
        .together(through)
        .orElseGet(
            () ->
                new FinishedCall<>(
                    new CallOutcome.Stopped<>("stopped while waiting for its turn"), 0));
  }

  /** Somebody was invited into these groups. */
  void invited(Collection<Id> groups) {
    groups.forEach(group -> into(group).incrementAndGet());
  }

  /** Nobody knows whether somebody was. */
  void perhapsInvited() {
    other.incrementAndGet();
  }

  /** Somebody may be no member of the workspace any more from now on. */
  void removing(Id member) {
    removed.add(member.text());
    other.incrementAndGet();
  }

  /** Whether somebody with this id was removed. */
  boolean hasLeft(String member) {
    return removed.contains(member);
  }

  /** What there was so far. */
  Seen seen(Id group) {
    return new Seen(into(group).get(), other.get());
  }

  private AtomicInteger into(Id group) {
    return joined.computeIfAbsent(group.text(), id -> new AtomicInteger());
  }
}
