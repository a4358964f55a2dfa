package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.NameSigns;
import dev.rollcall.source.columns.RightsText;
import dev.rollcall.source.columns.RosterField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The columns that list groups. */
final class GroupColumns implements ClaimColumns {

  private final Place place;
  private final Kind kind;
  private final RightsText text;
  private final List<FieldReader> feeds;
  private final CellMemory<List<Entitlement>> known = new CellMemory<>();

  GroupColumns(Columns columns, Destination destination, Place place) {
    this.kind = destination.kind(RightsColumn.GROUPS);
    this.place = place;
    this.text = new RightsText(kind, destination.places());
    this.feeds = columns.all(RosterField.GROUPS);
  }

  /** Empty where a group has to name what it lies in, and does not. */
  private List<Entitlement> rights(String item, String group) {
    List<Entitlement> before = known.of(item);
    return before != null ? before : known.keep(item, read(item, group));
  }

  private List<Entitlement> read(String item, String group) {
    return kind.container().isEmpty()
        ? List.of(Resource.of(kind, group).membership())
        : text.read(item);
  }

  @Override
  public int[] columns() {
    return feeds.stream().flatMapToInt(feed -> IntStream.of(feed.columns())).toArray();
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    List<String> seen = List.of();
    for (FieldReader feed : feeds) {
      List<String> groups = CellText.items(feed.text(row));
      if (!groups.isEmpty()) {
        Attribution because = Attribution.cell(new Origin(place, row.line(), feed.column()));
        seen = seen.isEmpty() ? new ArrayList<>() : seen;
        for (String item : groups) {
          String group = NameSigns.LIST.read(item);
          if (!seen.contains(group)) {
            seen.add(group);
            List<Entitlement> rights = rights(item, group);
            for (Entitlement right : rights) {
              claims.add(right, because);
            }
            if (rights.isEmpty()) {
              problems.add(
                  feed.column(), CellText.quoted(item) + " " + text.wrong(item), text.remedy());
            }
          }
        }
      }
    }
  }
}
