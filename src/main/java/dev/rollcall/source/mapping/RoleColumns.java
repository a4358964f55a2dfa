package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Resource;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.NameSigns;
import dev.rollcall.source.columns.RosterField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The role columns: a place's own column where it says something, else the one for every place. A
 * blank cell says nothing.
 */
final class RoleColumns implements ClaimColumns {

  private final Place place;
  private final Destination destination;
  private final Map<Resource, List<FieldReader>> feeds = new LinkedHashMap<>();

  RoleColumns(Columns columns, Destination destination, Place place) {
    this.place = place;
    this.destination = destination;
    for (Resource each : destination.places()) {
      List<FieldReader> both = new ArrayList<>();
      columns.role(each).ifPresent(both::add);
      columns.one(RosterField.ROLE).ifPresent(both::add);
      if (!both.isEmpty()) {
        feeds.put(each, both);
      }
    }
  }

  @Override
  public int[] columns() {
    return feeds.values().stream()
        .flatMap(List::stream)
        .flatMapToInt(feed -> IntStream.of(feed.columns()))
        .toArray();
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    feeds.forEach(
        (each, both) ->
            speaking(both, row)
                .ifPresent(
                    feed -> {
                      String role = CellText.clean(feed.text(row));
                      if (isOne(role, feed, problems)) {
                        Origin origin = new Origin(place, row.line(), feed.column());
                        claims.add(each.at(NameSigns.LIST.read(role)), Attribution.cell(origin));
                      }
                    }));
  }

  /** The first column that says something. */
  private static Optional<FieldReader> speaking(List<FieldReader> both, Row row) {
    return both.stream().filter(feed -> !CellText.clean(feed.text(row)).isEmpty()).findFirst();
  }

  private boolean isOne(String role, FieldReader feed, RowProblems problems) {
    if (CellText.isList(role)) {
      problems.add(
          feed.column(),
          CellText.quoted(role) + " is more than one role",
          "write one role; a person has one in each " + destination.placeNoun());
      return false;
    }
    return true;
  }
}
