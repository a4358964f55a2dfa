package dev.rollcall.source.mapping;

import dev.rollcall.source.Row;
import dev.rollcall.source.columns.ColumnProfile;
import dev.rollcall.source.columns.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in columns that nothing reads below the rows that were looked at first: each value
 * that is new adds to what is known of its column. A column of many values is no longer looked at,
 * so that this costs little.
 */
final class LaterValues {

  private final List<Column> columns = new ArrayList<>();

  /** One column. */
  private static final class Column {

    private final int index;
    private final ColumnProfile values;
    private final Set<String> seen;
    private String last = "";

    Column(int index, ColumnProfile values) {
      this.index = index;
      this.values = values;
      this.seen = new HashSet<>(values.counts().stream().map(Map.Entry::getKey).toList());
    }

    void add(Row row) {
      String cell = row.cell(index);
      if (cell.equals(last)) {
        return;
      }
      last = cell;
      if (seen.add(cell)) {
        values.add(cell);
      }
    }
  }

  /** Those below headers that feed no roster field. */
  LaterValues(Columns all) {
    Set<Integer> used = all.used();
    for (int column = 0; column < all.profile().headers().size(); column++) {
      int index = column;
      if (!used.contains(column)) {
        all.profile().values(column).ifPresent(values -> columns.add(new Column(index, values)));
      }
    }
    forgetLarge();
  }

  /** A row, of those at the beginning too. */
  void add(Row row) {
    boolean isLarge = false;
    for (Column column : columns) {
      column.add(row);
      isLarge |= column.values.hasMany();
    }
    if (isLarge) {
      forgetLarge();
    }
  }

  private void forgetLarge() {
    columns.removeIf(column -> column.values.hasMany());
  }
}
