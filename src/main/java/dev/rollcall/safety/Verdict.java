package dev.rollcall.safety;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What may be done of a plan, and what not.
 *
 * @param held the sequence numbers of operations that must not be sent, each with the name of the
 *     rule that holds it
 * @param violations all rules that tripped
 * @param deferred invitations for which there is no seat, each with a message for people; neither
 *     held nor sent
 * @param baselineMayMove whether the sizes of this run's sources may become the accepted ones
 * @param notes what else is worth saying, as sentences
 */
public record Verdict(
    SortedMap<Integer, String> held,
    List<Violation> violations,
    SortedMap<Integer, String> deferred,
    boolean baselineMayMove,
    List<String> notes) {

  /** Copies. */
  public Verdict {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    violations = List.copyOf(violations);
    deferred = Collections.unmodifiableSortedMap(new TreeMap<>(deferred));
    notes = List.copyOf(notes);
  }

  /** Whether the operation may be sent in this run. */
  public boolean lets(int sequence) {
    return !held.containsKey(sequence) && !deferred.containsKey(sequence);
  }
}
