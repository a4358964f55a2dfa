package dev.rollcall.source.columns;

import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of which the first can be looked at before they are handed on. For one caller at a time, as
 * all rows.
 */
public final class FirstRows implements Source.Rows {

  /** Enough to tell what a column holds. */
  private static final int MOST_ROWS = 1_000;

  private static final int MOST_LAST_LINES = 10;

  /** Rows may be large, and must not fill the memory. */
  private static final int MOST_LETTERS = 1 << 20;

  private final Source.Rows rows;
  private final Deque<Row> seen = new ArrayDeque<>();
  private boolean isOver;

  /** Of rows of which none was read; closes them when it is closed. */
  public FirstRows(Source.Rows rows) {
    this.rows = rows;
  }

  /**
   * A look at them; to be taken before the first row is asked for.
   *
   * @throws UnreadableSource where reading cannot go on
   */
  public SourceProfile profile(LocalDate today) {
    int letters = 0;
    while (!isOver && seen.size() < MOST_ROWS && letters < MOST_LETTERS) {
      Row row = rows.next();
      isOver = row == null;
      if (row != null) {
        seen.add(row);
        letters += row.cells().stream().mapToInt(String::length).sum();
      }
    }
    List<Row> table = new ArrayList<>(seen);
    if (isOver) {
      dropLastLines(table);
    }
    return SourceProfile.at(place(), table, today);
  }

  /** Lines that close a table say nothing of what its columns hold. */
  private void dropLastLines(List<Row> table) {
    int most = Math.min(MOST_LAST_LINES, table.size() - 1);
    for (int i = 0; i < most && isLone(table.get(table.size() - 1)); i++) {
      table.remove(table.size() - 1);
    }
  }

  private boolean isLone(Row row) {
    return place().columns().size() > 2
        && row.cells().stream().filter(cell -> !cell.isBlank()).count() < 2;
  }

  @Override
  public Place place() {
    return rows.place();
  }

  @Override
  public List<String> remarks() {
    return rows.remarks();
  }

  @Override
  public @Nullable Row next() {
    Row first = seen.poll();
    return first != null || isOver ? first : rows.next();
  }

  @Override
  public void close() {
    rows.close();
  }
}
