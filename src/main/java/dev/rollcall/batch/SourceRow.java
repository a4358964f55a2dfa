package dev.rollcall.batch;

import dev.rollcall.source.Row;

/** A row on its way from a source to the desired side. */
record SourceRow(Row row) {}
