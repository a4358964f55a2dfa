package dev.rollcall.source;

import dev.rollcall.model.Because;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that list groups. */
final class GroupColumns implements ClaimColumns {

  private final Place place;
  private final List<Feed> feeds;

  GroupColumns(Columns columns, Place place) {
    this.place = place;
    this.feeds = columns.all(RosterField.GROUPS);
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    Set<String> seen = new LinkedHashSet<>();
    for (Feed feed : feeds) {
      List<String> groups = Cells.items(feed.text(row));
      if (!groups.isEmpty()) {
        Because because = Because.cell(new Origin(place, row.line(), feed.column()));
        groups.stream()
            .filter(seen::add)
            .forEach(group -> claims.add(new GroupMembership(group), because));
      }
    }
  }
}
