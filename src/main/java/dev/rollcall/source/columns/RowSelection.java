package dev.rollcall.source.columns;

import java.util.Optional;

/**
 * The selection of rows: which of a source are about people of ours, as its part of the job file
 * says.
 *
 * @param where the condition that a row must meet; empty where every row counts
 * @param withoutAddress what a row without an address is
 */
public record RowSelection(Optional<RowFilter> where, WithoutAddress withoutAddress) {

  /** Every row is about somebody of ours. */
  public static final RowSelection ALL = new RowSelection(Optional.empty(), WithoutAddress.PROBLEM);

  /** What a row without an address is. */
  public enum WithoutAddress {
    /** Somebody who cannot be found: they may be anybody. */
    PROBLEM,
    /** Nobody of ours. */
    IGNORE
  }

  boolean comparesAsDate(String key) {
    return where.filter(filter -> filter.comparesAsDate(key)).isPresent();
  }
}
