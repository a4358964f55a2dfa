package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Lane;
import java.util.List;
import java.util.Map;

/**
 * What an operation does to a list that others change as well, as far as it matters for the number
 * of requests.
 *
 * @param kind of the request that does it
 * @param list equal for all operations that change the same
 * @param lane where it is read and changed
 * @param size when it was read last
 * @param countable whether the number of its rows tells what became of a request
 * @param rows what each item does, in the order in which they are sent
 * @param risks what whoever the list is of may lose by it elsewhere
 */
public record ListChange(
    BatchKind kind,
    String list,
    Lane lane,
    ListSize size,
    boolean countable,
    List<Row> rows,
    List<Risk> risks) {

  /** Where nothing elsewhere is at risk. */
  public ListChange(
      BatchKind kind, String list, Lane lane, ListSize size, boolean countable, List<Row> rows) {
    this(kind, list, lane, size, countable, rows, List.of());
  }

  /**
   * Something that may be lost elsewhere.
   *
   * @param kind what it is remembered by whether it is kept
   * @param look the requests that show what is held, in each lane
   * @param held how many are held, each of which takes a request to give it back
   * @param isPossible whether any may be held, as far as was seen
   */
  public record Risk(
      BatchKind kind, Map<Lane, Integer> look, Map<Lane, Integer> held, boolean isPossible) {

    /** Copies. */
    public Risk {
      look = Map.copyOf(look);
      held = Map.copyOf(held);
    }
  }

  /** What one item does to the rows. */
  public enum Row {
    /** One more. */
    ADDED(1),
    /** One fewer. */
    REMOVED(-1),
    /** A row says something else: no number shows that. */
    ALTERED(0);

    private final int more;

    Row(int more) {
      this.more = more;
    }

    int more() {
      return more;
    }

    /** Whether some row stands beside the item's in a list of this size, before it is changed. */
    boolean hasOthersIn(ListSize size) {
      return size.rows() > (this == ADDED ? 0 : 1);
    }
  }

  /** Copies. */
  public ListChange {
    rows = List.copyOf(rows);
    risks = List.copyOf(risks);
  }

  /** What is done to the same list by the same kind of request. */
  String key() {
    return kind + " " + list;
  }

  /** Whether its items give something, rather than take. */
  boolean isGiving() {
    return !rows.contains(Row.REMOVED);
  }

  /** Whether a trial with its first item can show harm to others. */
  boolean hasOthers() {
    return !rows.isEmpty() && rows.get(0).hasOthersIn(size);
  }
}
