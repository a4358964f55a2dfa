package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
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
import java.util.List;
import java.util.stream.IntStream;

/**
 * The role columns: a place's own column where it says something, else the one for every place. A
 * blank cell says nothing.
 */
final class RoleColumns implements ClaimColumns {

  private final Place place;
  private final Destination destination;
  private final List<Feed> feeds = new ArrayList<>();

  /** The columns that speak about one place, the first that says something counts. */
  private record Feed(Resource on, List<FieldReader> columns, CellMemory<Entitlement> known) {

    Entitlement right(String role) {
      Entitlement before = known.of(role);
      return before != null ? before : known.keep(role, on.at(NameSigns.LIST.read(role)));
    }
  }

  RoleColumns(Columns columns, Destination destination, Place place) {
    this.place = place;
    this.destination = destination;
    for (Resource each : destination.places()) {
      List<FieldReader> both = new ArrayList<>();
      columns.role(each).ifPresent(both::add);
      columns.one(RosterField.ROLE).ifPresent(both::add);
      if (!both.isEmpty()) {
        feeds.add(new Feed(each, both, new CellMemory<>()));
      }
    }
  }

  @Override
  public int[] columns() {
    return feeds.stream()
        .flatMap(feed -> feed.columns().stream())
        .flatMapToInt(column -> IntStream.of(column.columns()))
        .toArray();
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    for (Feed feed : feeds) {
      read(feed, row, claims, problems);
    }
  }

  private void read(Feed feed, Row row, Sink claims, RowProblems problems) {
    for (FieldReader column : feed.columns()) {
      String role = CellText.clean(column.text(row));
      if (!role.isEmpty()) {
        if (isOne(role, column, problems)) {
          Origin origin = new Origin(place, row.line(), column.column());
          claims.add(feed.right(role), Attribution.cell(origin));
        }
        return;
      }
    }
  }

  private boolean isOne(String role, FieldReader column, RowProblems problems) {
    if (CellText.isList(role)) {
      problems.add(
          column.column(),
          CellText.quoted(role) + " is more than one role",
          "write one role; a person has one in each " + destination.placeNoun());
      return false;
    }
    return true;
  }
}
