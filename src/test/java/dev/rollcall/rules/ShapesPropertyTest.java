package dev.rollcall.rules;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.gather.DeclaredSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.AssignmentJoin;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same people come to the same desired side, in whatever shape they are written down. */
class ShapesPropertyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  /** What one person is to hold; a blank role says nothing. */
  record Holding(String status, String dev, String prod, Set<String> groups, String project) {

    boolean isNothing() {
      return (dev + prod + project).isEmpty() && groups.isEmpty();
    }

    String asPerson(String name) {
      String projects = project.isEmpty() ? "" : project.replace("|", " = ");
      return row(name, status, dev, prod, String.join("; ", groups), projects);
    }

    /** Each on a row of its own. */
    List<String> asAssignments(String name) {
      List<String> rows = new ArrayList<>();
      if (!dev.isEmpty() && dev.equals(prod)) {
        rows.add(row(name, status, "role", "", "", dev));
      } else {
        if (!dev.isEmpty()) {
          rows.add(row(name, status, "role", "", "dev", dev));
        }
        if (!prod.isEmpty()) {
          rows.add(row(name, status, "role", "prod", "", prod));
        }
      }
      groups.forEach(group -> rows.add(row(name, status, "group", group, "", "")));
      if (!project.isEmpty()) {
        String[] parts = project.split("\\|");
        rows.add(row(name, status, "project", parts[0], "", parts[1]));
      }
      return rows;
    }

    private static String row(String... cells) {
      return String.join(",", cells);
    }
  }

  @Property(tries = 300)
  void whetherPeopleOrTheirAssignmentsAreListed(@ForAll("companies") List<Holding> holdings) {
    Map<String, Holding> people = named(holdings);
    people.values().removeIf(Holding::isNothing);

    Desired listed = desired(peopleRows(people), hr(Shape.PEOPLE));
    Desired assigned = desired(assignmentRows(people), hr(Shape.ASSIGNMENTS));

    assertSame(listed, assigned);
  }

  @Property(tries = 300)
  void whetherAssignmentsStandWithPeopleOrBesideThem(@ForAll("companies") List<Holding> holdings) {
    Map<String, Holding> people = named(holdings);

    Desired listed = desired(peopleRows(people), hr(Shape.PEOPLE));
    Desired joined = desired(joinedRows(people), hr(Shape.PEOPLE), hr(Shape.PEOPLE).joined());

    assertSame(listed, joined);
  }

  private static void assertSame(Desired one, Desired two) {
    assertThat(two.roster()).isEqualTo(one.roster());
    assertThat(two.managed()).isEqualTo(one.managed());
    assertThat(two.held()).isEqualTo(one.held()).isEmpty();
    assertThat(two.mentioned()).isEqualTo(one.mentioned());
    assertThat(two.declared()).isEqualTo(one.declared());
    assertThat(two.endings()).isEqualTo(one.endings());
  }

  @Provide
  Arbitrary<List<Holding>> companies() {
    Arbitrary<String> status = Arbitraries.of("Active", "Active", "Active", "Left");
    Arbitrary<String> role = Arbitraries.of("", "", "Member", "Admin", "No access");
    Arbitrary<Set<String>> groups = Arbitraries.of("Ops", "Finance", "Tax").set().ofMaxSize(3);
    Arbitrary<String> project = Arbitraries.of("", "", "Billing|Builder", "Close|No access");
    return Combinators.combine(status, role, role, groups, project)
        .as(Holding::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Map<String, Holding> named(List<Holding> holdings) {
    Map<String, Holding> people = new TreeMap<>();
    holdings.forEach(holding -> people.put("p" + people.size() + "@example.com", holding));
    return people;
  }

  /** Only with the list columns that anybody needs: a column speaks about everybody. */
  private static List<MappedRow> peopleRows(Map<String, Holding> people) {
    boolean groups = people.values().stream().anyMatch(each -> !each.groups().isEmpty());
    boolean projects = people.values().stream().anyMatch(each -> !each.project().isEmpty());
    String header =
        "Email,Status,Dev role,Prod role,"
            + (groups ? "Groups" : "Note")
            + ","
            + (projects ? "Projects" : "Remark");
    Place place = place("people.csv", header);
    RowMapper mapper = RowMapper.of(mapping("hr", Shape.PEOPLE), place);
    return mapped(people, (name, holding) -> List.of(holding.asPerson(name)), mapper::map);
  }

  private static List<MappedRow> assignmentRows(Map<String, Holding> people) {
    Place place = place("roles.csv", "Email,Status,Kind,Target,Environment,Role");
    RowMapper mapper = RowMapper.of(mapping("hr", Shape.ASSIGNMENTS), place);
    return mapped(people, (name, holding) -> holding.asAssignments(name), mapper::map);
  }

  private static List<MappedRow> joinedRows(Map<String, Holding> people) {
    AssignmentJoin join = new AssignmentJoin("hr", "email");
    RowMapper listing =
        join.people(
            mapping("hr", Shape.PEOPLE), SourceProfile.at(place("people.csv", "Email,Status")));
    List<MappedRow> rows =
        mapped(people, (name, holding) -> List.of(name + "," + holding.status()), listing::map);
    RowMapper assigning =
        join.assignments(
            mapping("hr.assignments", Shape.JOINED),
            SourceProfile.at(place("roles.csv", "Email,Note,Kind,Target,Environment,Role")));
    rows.addAll(mapped(people, (name, holding) -> holding.asAssignments(name), assigning::map));
    return rows;
  }

  private static List<MappedRow> mapped(
      Map<String, Holding> people,
      BiFunction<String, Holding, List<String>> lines,
      Function<Row, MappedRow> mapper) {
    List<MappedRow> rows = new ArrayList<>();
    people.forEach(
        (name, holding) ->
            lines
                .apply(name, holding)
                .forEach(
                    line ->
                        rows.add(
                            mapper.apply(
                                new Row(rows.size() + 2, Arrays.asList(line.split(",", -1)))))));
    return rows;
  }

  private static DeclaredSource hr(Shape shape) {
    return new DeclaredSource("hr", shape, OnConflict.PROBLEM);
  }

  private static MappingSettings mapping(String name, Shape shape) {
    return Given.mapping(
        name, Map.of(), StatusWords.USUAL, TODAY, WorkatoTerms.destination("dev", "prod"), shape);
  }

  private static Place place(String label, String header) {
    return new Place(label, Place.Style.LINE, List.of(header.split(",")));
  }

  private static Desired desired(List<MappedRow> rows, DeclaredSource... sources) {
    Gathering gathering = new Gathering(List.of(sources), key -> true);
    rows.forEach(gathering::add);
    Gathered gathered = gathering.gathered();
    assertThat(gathered.problems().stream().map(Object::toString).collect(joining("\n"))).isEmpty();
    return new DesiredSide(WorkatoVocabulary.VOCABULARY, Given.noRules(), List.of(), TODAY)
        .make(gathered)
        .desired();
  }
}
