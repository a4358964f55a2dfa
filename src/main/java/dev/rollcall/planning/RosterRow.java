package dev.rollcall.planning;

import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import dev.rollcall.source.mapping.RowMapper;

/**
 * A row of a source, on its way to the desired side.
 *
 * @param mapper of the source it came from
 * @param place of that source
 */
public record RosterRow(Row row, RowMapper mapper, Place place) {}
