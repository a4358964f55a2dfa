package dev.rollcall.job.starter;

import dev.rollcall.source.Row;
import java.util.List;

/**
 * What was looked at.
 *
 * @param columns with what stands in all rows
 * @param rows the first of them
 */
record Looked(List<Column> columns, List<Row> rows) {

  /** Copies. */
  Looked {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
