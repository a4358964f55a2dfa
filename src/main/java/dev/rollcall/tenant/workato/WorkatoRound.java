package dev.rollcall.tenant.workato;

import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Scope;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.http.LaneReadings;
import dev.rollcall.tenant.http.LaneReadings.Step;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.PersonRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is read of a workspace in one go, each list in the lane of its quota. Lists are added in the
 * order in which one lane alone would read them: of several failures the first is told.
 */
final class WorkatoRound {

  private final WorkatoLanes lanes;
  private final CompleteLists lists;
  private final WorkatoIndex index;
  private final ModelDetection model;
  private final Collection<Environment> environments;
  private final LaneReadings.Round round;
  private final List<Step> people = new ArrayList<>();
  private final Map<Environment, Step> projects = new LinkedHashMap<>();
  private volatile List<ActualMember> members = List.of();

  WorkatoRound(
      WorkatoContext context, Collection<Environment> environments, LaneReadings.Round round) {
    this.lanes = context.lanes();
    this.lists = context.lists().sideBySide();
    this.index = context.index();
    this.model = context.model();
    this.environments = environments;
    this.round = round;
  }

  /** Adds the member list, by which rows of other lists are understood. */
  WorkatoRound withMembers() {
    people.add(round.add(WorkatoLanes.MEMBERS, this::readMembers));
    return this;
  }

  private void readMembers() {
    members = lists.members();
    index.members(members);
  }

  /** The members, once they were read. */
  List<ActualMember> members() {
    return members;
  }

  /** Adds all names that the workspace's model has; what was known of them is forgotten. */
  NameLists withNames() {
    NameLists names = new NameLists(lists, index, model);
    switch (model.model()) {
      case LEGACY -> round.add(WorkatoLanes.LEGACY_ROLES, names::readLegacyRoles);
      case RBAC -> addAll(names);
    }
    return names;
  }

  /** Adds what the roles let people do that the job declares, once their names are read. */
  void withDefinitions(Scope scope, NameLists names, GatheredHoldings holdings) {
    for (RoleKind kind : RoleKind.values()) {
      if (scope.declaresAny(kind.kind())) {
        switch (model.model()) {
          case LEGACY -> withLegacyDefinitions(kind, scope, names, holdings);
          case RBAC ->
              round.add(
                  kind.lane(), () -> names.readDefinitions(kind, scope, holdings.actual()::role));
        }
      }
    }
  }

  private void withLegacyDefinitions(
      RoleKind kind, Scope scope, NameLists names, GatheredHoldings holdings) {
    if (kind == RoleKind.ENVIRONMENT) {
      round.add(
          WorkatoLanes.LEGACY_ROLES,
          () -> names.readLegacyDefinitions(scope, holdings.actual()::role));
    }
  }

  private void addAll(NameLists names) {
    round.add(WorkatoLanes.ENVIRONMENT_ROLES, names::readEnvironmentRoles);
    round.add(WorkatoLanes.PROJECT_ROLES, names::readProjectRoles);
    people.add(round.add(WorkatoLanes.GROUPS, names::readGroups));
    for (Environment environment : environments) {
      Lane lane = lanes.of(WorkatoLanes.PROJECTS, environment);
      projects.put(environment, round.add(lane, () -> names.readProjects(environment)));
    }
  }

  /**
   * Adds the members of groups and the grants of projects.
   *
   * @param names as they are once all names of this round are read
   */
  void withHoldings(
      Predicate<Resource> which, Supplier<WorkatoCatalogue> names, GatheredHoldings holdings) {
    List<Step> known = List.copyOf(people);
    add(
        WorkatoLanes.GROUPS,
        new LaneRows<GroupRow, PersonRow>(
            () -> groups(which, names.get()),
            group -> lists.groupMembers(group.id()),
            holdings::group),
        List.of(),
        known);
    grantLanes()
        .forEach(
            (lane, its) ->
                add(
                    lane,
                    new LaneRows<GrantLocation, GrantRow>(
                        () -> projects(which, names.get(), its),
                        place -> lists.grants(place.environment(), place.id()),
                        holdings::grants),
                    its.stream().flatMap(each -> listed(each).stream()).toList(),
                    known));
  }

  private <P, R> void add(Lane lane, LaneRows<P, R> rows, List<Step> places, List<Step> known) {
    round.add(lane, rows.meanwhile(() -> known.stream().allMatch(Step::isDone)), places);
    round.add(lane, rows.rest(), known);
  }

  private List<Step> listed(Environment environment) {
    return projects.containsKey(environment) ? List.of(projects.get(environment)) : List.of();
  }

  private Map<Lane, List<Environment>> grantLanes() {
    Map<Lane, List<Environment>> byLane = new LinkedHashMap<>();
    for (Environment environment : environments) {
      byLane
          .computeIfAbsent(
              lanes.of(WorkatoLanes.PROJECT_GRANTS, environment), lane -> new ArrayList<>())
          .add(environment);
    }
    return byLane;
  }

  /** Groups that this run created are in the index, but not among the names read before. */
  private Iterator<GroupRow> groups(Predicate<Resource> which, WorkatoCatalogue names) {
    List<String> known = names.groups().stream().map(row -> Naming.tidy(row.name())).toList();
    Stream<GroupRow> created =
        index.created().entrySet().stream()
            .filter(group -> !known.contains(group.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(
                group ->
                    new GroupRow(
                        index.group(group.getKey()).orElseThrow(),
                        group.getKey(),
                        group.getValue(),
                        false));
    return Stream.concat(names.groups().stream().filter(group -> !group.system()), created)
        .filter(group -> which.test(WorkatoVocabulary.group(Naming.tidy(group.name()))))
        .iterator();
  }

  private Iterator<GrantLocation> projects(
      Predicate<Resource> which, WorkatoCatalogue names, List<Environment> among) {
    return names.projects().entrySet().stream()
        .filter(each -> among.contains(each.getKey()))
        .flatMap(
            each ->
                each.getValue().stream()
                    .flatMap(project -> index.location(project.name(), each.getKey()).stream()))
        .filter(place -> which.test(place.resource()))
        .iterator();
  }

  /** Reads all that was added. */
  void make() {
    round.make();
  }
}
