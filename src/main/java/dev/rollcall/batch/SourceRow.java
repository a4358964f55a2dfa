package dev.rollcall.batch;

import dev.rollcall.job.Reading;

/** A row on its way from a source to the desired side. */
record SourceRow(Reading.Found found) {}
