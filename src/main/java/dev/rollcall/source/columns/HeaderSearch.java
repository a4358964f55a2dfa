package dev.rollcall.source.columns;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The search for the header of a table among titles, notes and blank lines that people put above
 * it: by the headers the job file names, else by the usual ones, else by what stands below.
 */
public final class HeaderSearch {

  /** Rows among which a header is looked for. */
  public static final int DEPTH = 50;

  private final Set<String> named;

  private HeaderSearch(Set<String> named) {
    this.named = Set.copyOf(named);
  }

  /** One that knows the usual headers only. */
  public static HeaderSearch usual() {
    return new HeaderSearch(Set.of());
  }

  /** One that knows the headers that {@code columns:} of a job file names; none: the usual ones. */
  public static HeaderSearch naming(Collection<ColumnSpec> columns) {
    Set<String> known = new HashSet<>();
    for (ColumnSpec column : columns) {
      column.headers().forEach(header -> known.add(CellText.fold(header)));
    }
    known.remove("");
    return new HeaderSearch(known);
  }

  /**
   * The first row that looks most like a header; where none has known headers, the one that stands
   * above addresses.
   *
   * @param rows the first rows of the source
   * @return empty where none does
   */
  public OptionalInt find(List<List<String>> rows) {
    int best = -1;
    int most = 0;
    for (int row = 0; row < Math.min(rows.size(), DEPTH); row++) {
      int likeness = likeness(rows.get(row));
      if (likeness > most) {
        most = likeness;
        best = row;
      }
    }
    return best < 0 && named.isEmpty() ? HeaderAboveAddresses.find(rows) : optional(best);
  }

  private static OptionalInt optional(int row) {
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Whether the row could be the header. */
  public boolean recognises(List<String> row) {
    return likeness(row) > 0;
  }

  /** Whether rows below such a header could say whom they are about. */
  public boolean findsAddresses(List<String> row) {
    return !named.isEmpty()
        || !new UsualHeaders(row).of(RosterField.EMAIL).isEmpty()
        || KnownLayouts.of(row).isPresent();
  }

  /** How many known headers the row has; 0 where it holds a value, which no header does. */
  private int likeness(List<String> row) {
    if (row.stream().anyMatch(cell -> cell.indexOf('@') > 0)) {
      return 0;
    }
    if (!named.isEmpty()) {
      return (int) row.stream().map(CellText::fold).distinct().filter(named::contains).count();
    }
    UsualHeaders usual = new UsualHeaders(row);
    boolean isAssignments =
        !usual.of(RosterField.KIND).isEmpty() && !usual.of(RosterField.TARGET).isEmpty();
    int fields =
        usual.of(RosterField.EMAIL).isEmpty() && !isAssignments
            ? 0
            : (int)
                Stream.of(RosterField.values()).filter(field -> !usual.of(field).isEmpty()).count();
    return Math.max(
        fields, KnownLayouts.of(row).map(known -> known.likeness(HeaderIndex.of(row))).orElse(0));
  }
}
