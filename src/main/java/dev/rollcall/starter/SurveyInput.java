package dev.rollcall.starter;

import dev.rollcall.source.Row;
import java.util.List;

/**
 * The input of a survey: what was looked at.
 *
 * @param columns with what stands in all rows
 * @param rows the first of them
 */
record SurveyInput(List<RosterColumn> columns, List<Row> rows, Circumstances circumstances) {

  /** Copies. */
  SurveyInput {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
