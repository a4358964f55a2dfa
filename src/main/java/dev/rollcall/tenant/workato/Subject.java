package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Lane;
import java.util.List;

/**
 * What an operation changes together with others, as far as it matters for the number of requests.
 *
 * @param key equal for all operations that change the same
 * @param lane where it is read and changed
 * @param extent how long its list was when it was read last
 * @param countable whether the number of its rows tells what became of a request
 */
record Subject(
    BatchKind kind, String key, Lane lane, Extent extent, boolean countable, List<Change> changes) {

  /** What one item does to the number of rows. */
  enum Change {
    MORE(1),
    FEWER(-1),
    /** A row says something else: no number shows that. */
    OTHERWISE(0);

    private final int rows;

    Change(int rows) {
      this.rows = rows;
    }

    int rows() {
      return rows;
    }

    /** Whether somebody stands beside the item in a list of so many rows, before it is changed. */
    boolean hasOthersIn(Extent extent) {
      return extent.rows() > (this == MORE ? 0 : 1);
    }
  }
}
