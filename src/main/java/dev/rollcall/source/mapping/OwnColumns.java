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
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.RightsText;
import java.util.List;
import java.util.stream.IntStream;

/** The columns of a way of stating rights that is a vendor's own. */
final class OwnColumns implements ClaimColumns {

  private final Place place;
  private final RightsColumn way;
  private final Kind kind;
  private final List<FieldReader> feeds;
  private final RightsText text;

  OwnColumns(RightsColumn way, List<FieldReader> feeds, Destination destination, Place place) {
    this.place = place;
    this.way = way;
    this.kind = destination.kind(way);
    this.feeds = List.copyOf(feeds);
    this.text = new RightsText(kind, destination.places());
  }

  @Override
  public int[] columns() {
    return feeds.stream().flatMapToInt(feed -> IntStream.of(feed.columns())).toArray();
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    for (FieldReader feed : feeds) {
      Attribution because = Attribution.cell(new Origin(place, row.line(), feed.column()));
      for (String item : CellText.items(feed.text(row))) {
        List<Entitlement> rights = rights(item);
        rights.forEach(right -> claims.add(right, because));
        if (rights.isEmpty() && !isNothing(item)) {
          problems.add(
              feed.column(), CellText.quoted(item) + " " + text.wrong(item), text.remedy());
        }
      }
    }
  }

  private boolean isNothing(String item) {
    return way.within().isPresent() && RightsText.isNo(item);
  }

  private List<Entitlement> rights(String item) {
    return way.within().map(container -> in(container, item)).orElseGet(() -> text.read(item));
  }

  private List<Entitlement> in(Resource container, String item) {
    if (RightsText.isNo(item)) {
      return List.of();
    }
    return RightsText.isYes(item) ? List.of(container.membership()) : text.in(container, item);
  }
}
