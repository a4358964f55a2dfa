package dev.rollcall.source;

import java.util.List;

/**
 * One row as found.
 *
 * @param line the physical line or row, from 1
 * @param cells as texts, unchanged; as many as the row has, which may differ from the header
 */
public record Row(int line, List<String> cells) {

  /** Copies. */
  public Row {
    cells = List.copyOf(cells);
  }
}
