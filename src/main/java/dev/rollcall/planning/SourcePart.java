package dev.rollcall.planning;

import dev.rollcall.source.Source;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.mapping.RowMapper;
import java.util.function.Function;

/**
 * One thing to be opened of a source of a job file: a file of several, or the assignments that
 * belong to its people.
 *
 * @param mapping gives the way its rows are mapped, once its header and first rows are known
 */
record SourcePart(Source source, Function<SourceProfile, RowMapper> mapping) {}
