package dev.rollcall.source;

import dev.rollcall.model.Because;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The role columns: an environment's own column where it says something, else the one for every
 * environment. A blank cell says nothing.
 */
final class RoleColumns implements ClaimColumns {

  private final Place place;
  private final Map<Environment, List<Feed>> feeds = new LinkedHashMap<>();

  RoleColumns(Columns columns, List<Environment> environments, Place place) {
    this.place = place;
    for (Environment environment : environments) {
      List<Feed> both = new ArrayList<>();
      columns.role(environment).ifPresent(both::add);
      columns.one(RosterField.ROLE).ifPresent(both::add);
      if (!both.isEmpty()) {
        feeds.put(environment, both);
      }
    }
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    feeds.forEach((environment, both) -> read(environment, both, row, claims, problems));
  }

  private void read(
      Environment environment, List<Feed> both, Row row, Sink claims, RowProblems problems) {
    for (Feed feed : both) {
      String role = Cells.clean(feed.text(row));
      if (Cells.isList(role)) {
        problems.add(
            feed.column(),
            Cells.quoted(role) + " is more than one role",
            "write one role; a person has one in each environment");
        return;
      }
      if (!role.isEmpty()) {
        Origin origin = new Origin(place, row.line(), feed.column());
        claims.add(new EnvironmentRole(environment, role), Because.cell(origin));
        return;
      }
    }
  }
}
