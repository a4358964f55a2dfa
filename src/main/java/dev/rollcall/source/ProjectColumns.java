package dev.rollcall.source;

import dev.rollcall.model.Because;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns that list project roles: {@code Billing@prod = Builder; Close = Project operator}. An
 * item with an environment goes before one without, which speaks about all of them.
 */
final class ProjectColumns implements ClaimColumns {

  private static final String REMEDY = "write Project@environment = Role, or Project = Role";

  private static final Pattern WRONG_SEPARATOR = Pattern.compile("\\s*[,|]\\s*");

  private final Place place;
  private final List<FieldReader> feeds;
  private final List<Environment> environments;

  ProjectColumns(Columns columns, List<Environment> environments, Place place) {
    this.place = place;
    this.feeds = columns.all(RosterField.PROJECTS);
    this.environments = environments;
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
        Because because = Because.cell(new Origin(place, row.line(), feed.column()));
        items.forEach(item -> read(item, because, found));
      }
    }
    found.pass(claims);
  }

  private void read(String item, Because because, Found found) {
    List<String> several = grants(item);
    if (several.size() > 1) {
      String list = String.join("; ", several);
      found.problem(
          because,
          CellText.quoted(item) + " is more than one project",
          "lists are separated by \";\": did you mean " + CellText.quoted(list) + "?");
      return;
    }
    int equals = item.lastIndexOf('=');
    String target = equals < 0 ? item : item.substring(0, equals).strip();
    String role = equals < 0 ? "" : item.substring(equals + 1).strip();
    int at = target.lastIndexOf('@');
    String project = at < 0 ? target : target.substring(0, at).strip();
    if (project.isEmpty() || role.isEmpty()) {
      String missing = project.isEmpty() ? " names no project" : " names no role";
      found.problem(because, CellText.quoted(item) + missing, REMEDY);
    } else if (at < 0) {
      environments.forEach(each -> found.general(new ProjectRole(project, each, role), because));
    } else {
      String name = target.substring(at + 1).strip();
      environment(name)
          .ifPresentOrElse(
              one -> found.specific(new ProjectRole(project, one, role), because),
              () -> found.problem(because, unknown(item, name), remedy(name)));
    }
  }

  /** Projects with their roles that commas or bars separate; names may hold these as well. */
  private static List<String> grants(String item) {
    int first = item.indexOf('=');
    if (first < 0 || item.indexOf('=', first + 1) < 0) {
      return List.of(item);
    }
    List<String> grants = new ArrayList<>();
    int from = 0;
    Matcher separator = WRONG_SEPARATOR.matcher(item);
    while (separator.find()) {
      boolean isBetween =
          item.substring(from, separator.start()).indexOf('=') >= 0
              && item.indexOf('=', separator.end()) >= 0;
      if (isBetween) {
        grants.add(item.substring(from, separator.start()));
        from = separator.end();
      }
    }
    grants.add(item.substring(from));
    return grants;
  }

  private Optional<Environment> environment(String name) {
    return environments.stream().filter(known -> known.name().equalsIgnoreCase(name)).findFirst();
  }

  private static String unknown(String item, String name) {
    return CellText.quoted(item)
        + " names the environment "
        + CellText.quoted(name)
        + ", for which there is no token";
  }

  private String remedy(String name) {
    return Nearest.remedy(
        CellText.shortened(name), environments.stream().map(Environment::name).toList());
  }

  /** What one row says, by target. */
  private static final class Found {

    private record Said(ProjectRole role, Because because) {}

    private final RowProblems problems;
    private final Map<String, Said> specific = new LinkedHashMap<>();
    private final Map<String, Said> general = new LinkedHashMap<>();

    Found(RowProblems problems) {
      this.problems = problems;
    }

    void problem(Because because, String what, String remedy) {
      problems.add(because.origin().column(), what, remedy);
    }

    void specific(ProjectRole role, Because because) {
      put(specific, role, because);
    }

    void general(ProjectRole role, Because because) {
      put(general, role, because);
    }

    private void put(Map<String, Said> roles, ProjectRole role, Because because) {
      Said before = roles.putIfAbsent(role.target(), new Said(role, because));
      if (before != null && !before.role().equals(role)) {
        problem(
            because,
            "project "
                + CellText.quoted(role.project())
                + " has two roles: "
                + CellText.quoted(before.role().role())
                + " and "
                + CellText.quoted(role.role()),
            "keep one of them");
      }
    }

    void pass(Sink claims) {
      general.forEach(
          (target, said) -> {
            if (!specific.containsKey(target)) {
              claims.add(said.role(), said.because());
            }
          });
      specific.values().forEach(said -> claims.add(said.role(), said.because()));
    }
  }
}
