package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Nearest;
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
import dev.rollcall.source.columns.RosterField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns that list project roles: {@code Billing@prod = Builder; Close = Project operator}. An
 * item with an environment goes before one without, which speaks about all of them.
 */
final class ProjectColumns implements ClaimColumns {

  private static final String REMEDY = "write Project@environment = Role, or Project = Role";

  private static final NameSigns PAIRS = NameSigns.LIST_OF_PAIRS;

  private static final Pattern WRONG_SEPARATOR = Pattern.compile("\\s*[,|]\\s*");

  private final Place place;
  private final List<FieldReader> feeds;
  private final Kind kind;
  private final Destination destination;

  /** Items that are about a project in one environment. */
  private final CellMemory<Entitlement> known = new CellMemory<>();

  ProjectColumns(Columns columns, Destination destination, Place place) {
    this.place = place;
    this.feeds = columns.all(RosterField.PROJECTS);
    this.kind = destination.kind(RightsColumn.PROJECTS);
    this.destination = destination;
  }

  @Override
  public int[] columns() {
    return feeds.stream().flatMapToInt(feed -> IntStream.of(feed.columns())).toArray();
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    Found found = new Found(problems);
    for (FieldReader feed : feeds) {
      List<String> items = CellText.items(feed.text(row));
      if (!items.isEmpty()) {
        Attribution because = Attribution.cell(new Origin(place, row.line(), feed.column()));
        items.forEach(item -> read(item, because, found));
      }
    }
    found.pass(claims);
  }

  private void read(String item, Attribution because, Found found) {
    Entitlement before = known.of(item);
    if (before == null) {
      readAnew(item, because, found);
    } else {
      found.specific(before, because);
    }
  }

  private void readAnew(String item, Attribution because, Found found) {
    List<String> several = grants(item);
    if (several.size() > 1) {
      String list = String.join("; ", several);
      found.problem(
          because,
          CellText.quoted(item) + " is more than one project",
          "lists are separated by \";\": did you mean " + CellText.quoted(list) + "?");
      return;
    }
    int equals = NameSigns.last(item, '=');
    String target = equals < 0 ? item : item.substring(0, equals).strip();
    String role = equals < 0 ? "" : PAIRS.read(item.substring(equals + 1).strip());
    int at = target.lastIndexOf('@');
    String project = PAIRS.read(at < 0 ? target : target.substring(0, at).strip());
    if (project.isEmpty() || role.isEmpty()) {
      String missing = project.isEmpty() ? " names no project" : " names no role";
      found.problem(because, CellText.quoted(item) + missing, REMEDY);
    } else if (at < 0) {
      destination.places().forEach(each -> found.general(right(project, each, role), because));
    } else {
      String name = target.substring(at + 1).strip();
      destination
          .place(name)
          .ifPresentOrElse(
              one -> found.specific(known.keep(item, right(project, one, role)), because),
              () -> found.problem(because, unknown(item, name), remedy(name)));
    }
  }

  /** Projects with their roles that commas or bars separate; names may hold these as well. */
  private static List<String> grants(String item) {
    int first = NameSigns.first(item, '=', 0);
    if (first < 0 || NameSigns.first(item, '=', first + 1) < 0) {
      return List.of(item);
    }
    List<String> grants = new ArrayList<>();
    int from = 0;
    Matcher separator = WRONG_SEPARATOR.matcher(item);
    while (separator.find()) {
      boolean isBetween =
          NameSigns.first(item.substring(from, separator.start()), '=', 0) >= 0
              && NameSigns.first(item, '=', separator.end()) >= 0;
      if (isBetween) {
        grants.add(item.substring(from, separator.start()));
        from = separator.end();
      }
    }
    grants.add(item.substring(from));
    return grants;
  }

  private Entitlement right(String project, Resource within, String role) {
    return Resource.of(kind, within, project).at(role);
  }

  private String unknown(String item, String name) {
    return "%s names the %s %s, for which there is no token"
        .formatted(CellText.quoted(item), destination.placeNoun(), CellText.quoted(name));
  }

  private String remedy(String name) {
    return Nearest.remedy(CellText.shortened(name), destination.placeNames());
  }

  /** What one row says, by target. */
  private static final class Found {

    private record Said(Entitlement right, Attribution because) {}

    private final RowProblems problems;
    private Map<Resource, Said> specific = Map.of();
    private Map<Resource, Said> general = Map.of();

    Found(RowProblems problems) {
      this.problems = problems;
    }

    void problem(Attribution because, String what, String remedy) {
      problems.add(because.origin().column(), what, remedy);
    }

    void specific(Entitlement right, Attribution because) {
      specific = specific.isEmpty() ? new LinkedHashMap<>() : specific;
      put(specific, right, because);
    }

    void general(Entitlement right, Attribution because) {
      general = general.isEmpty() ? new LinkedHashMap<>() : general;
      put(general, right, because);
    }

    private void put(Map<Resource, Said> said, Entitlement right, Attribution because) {
      Said before = said.putIfAbsent(right.on(), new Said(right, because));
      if (before != null && !before.right().equals(right)) {
        problem(
            because,
            "%s %s has two roles: %s and %s"
                .formatted(
                    right.kind().noun(),
                    CellText.quoted(right.on().name()),
                    CellText.quoted(before.right().role()),
                    CellText.quoted(right.role())),
            "keep one of them");
      }
    }

    void pass(Sink claims) {
      general.forEach(
          (resource, said) -> {
            if (!specific.containsKey(resource)) {
              claims.add(said.right(), said.because());
            }
          });
      specific.values().forEach(said -> claims.add(said.right(), said.because()));
    }
  }
}
