package dev.rollcall.batch;

import dev.rollcall.source.Row;

/**
 * A row on its way from a source to the desired side.
 *
 * @param source the position of its source in the job file
 */
record SourceRow(int source, Row row) {}
