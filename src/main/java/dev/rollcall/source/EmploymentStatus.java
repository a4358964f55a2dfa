package dev.rollcall.source;

import dev.rollcall.model.Status;

/**
 * Where a row says a person stands, and from when until when it is so.
 *
 * @param column the column that decided it; -1 where there is none
 * @param period the days that the row names
 */
record EmploymentStatus(Status status, int column, Validity terms, DateCells.Period period) {}
