package dev.rollcall.rules;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.Rosters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Builders of person records and rules. */
final class People {

  private static final Place CSV =
      new Place("people.csv", Place.Style.LINE, List.of("Email", "Status", "Role"));
  private static final Place JOB = Place.ofLines("nightly.yaml");

  private People() {}

  static Origin at(int line, int column) {
    return new Origin(JOB, line, column);
  }

  static Rule rule(String name, String when, Entitlement... grants) {
    List<Grant> all =
        Arrays.stream(grants).map(entitlement -> new Grant(entitlement, at(22, -1))).toList();
    return Given.rule(name, when, at(20, 10), all);
  }

  static PersonRecord active(String name, Map<String, String> attributes, Entitlement... cells) {
    return person(name, Status.ACTIVE, attributes, Set.of(), cells);
  }

  static PersonRecord person(String name, Status status, Entitlement... cells) {
    return person(name, status, Map.of(), Set.of(), cells);
  }

  static PersonRecord listing(String name, Set<RightsColumn> columns, Entitlement... cells) {
    return person(name, Status.ACTIVE, Map.of(), columns, cells);
  }

  private static PersonRecord person(
      String name,
      Status status,
      Map<String, String> attributes,
      Set<RightsColumn> columns,
      Entitlement... cells) {
    List<Claim> claims =
        Arrays.stream(cells)
            .map(entitlement -> new Claim(entitlement, Attribution.cell(new Origin(CSV, 7, 2))))
            .toList();
    String fullName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Given.person(
        "hr",
        Rosters.email(name),
        fullName,
        status,
        attributes,
        columns,
        claims,
        new Origin(CSV, 7, -1),
        new Origin(CSV, 7, 1));
  }
}
