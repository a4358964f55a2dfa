package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.source.Row;

/** Columns that say what somebody is to hold; one implementation for each way of saying it. */
interface ClaimColumns {

  /** Must pass on every claim of the row in cell order, and add a problem for what it cannot. */
  void read(Row row, Sink claims, RowProblems problems);

  /** The columns whose cells decide, and nothing else of a row does. */
  int[] columns();

  /** Takes claims. */
  interface Sink {
    /** Adds one. */
    void add(Entitlement entitlement, Attribution because, Validity validity);

    /** Adds one without dates. */
    default void add(Entitlement entitlement, Attribution because) {
      add(entitlement, because, Validity.ALWAYS);
    }
  }
}
