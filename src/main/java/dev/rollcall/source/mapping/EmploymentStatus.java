package dev.rollcall.source.mapping;

import dev.rollcall.model.Status;

/**
 * An employment status: here, gone or to come, as a row says it, and from when until when.
 *
 * @param column the column that decided it; -1 where there is none
 * @param period the days that the row names
 */
record EmploymentStatus(Status status, int column, Validity validity, DateCells.Period period) {}
