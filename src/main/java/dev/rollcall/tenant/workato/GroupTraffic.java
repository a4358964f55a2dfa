package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.workato.payload.Id;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What other lanes than the groups' own do to the lists of groups: whoever is invited into a group
 * is a row of it at once, and whoever is removed from the workspace is none any more. Thread-safe.
 */
final class GroupTraffic {

  /**
   * How much there was at some time.
   *
   * @param joined into the group, for certain
   * @param other that may have changed it
   */
  record Seen(int joined, int other) {}

  private final Map<String, AtomicInteger> joined = new ConcurrentHashMap<>();
  private final AtomicInteger other = new AtomicInteger();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();

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
