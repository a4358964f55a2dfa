package dev.rollcall.tenant.workato;

import static dev.rollcall.tenant.workato.WorkatoVocabulary.project;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.Catalogue.Section;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.SpellingVariants;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The roles, groups and projects of the workspace: read once a snapshot, kept for reading back. */
record WorkatoCatalogue(
    Vocabulary vocabulary,
    List<NamedRow> environmentRoles,
    List<NamedRow> projectRoles,
    List<GroupRow> groups,
    Map<Environment, List<ProjectRow>> projects) {

  private static final Set<String> OTHERS_ROLES = Set.of("system", "inherited");

  /** Those whose name no other one has: of several nobody can tell which is meant. */
  static List<ProjectRow> unambiguous(List<ProjectRow> rows) {
    Set<String> ambiguous = twice(projectNames(rows));
    return rows.stream().filter(row -> !ambiguous.contains(Naming.tidy(row.name()))).toList();
  }

  /**
   * What there is by name.
   *
   * @param tokens the environments that there are tokens of
   */
  Catalogue catalogue(Collection<ActualMember> members, Collection<Environment> tokens) {
    Set<Resource> reachable = tokens.stream().map(WorkatoVocabulary::resource).collect(toSet());
    Set<Resource> environments = new HashSet<>(reachable);
    for (ActualMember member : members) {
      for (Entitlement role : member.roles()) {
        environments.add(role.on());
      }
    }
    Set<Resource> all = new HashSet<>();
    Set<Resource> ambiguous = new HashSet<>();
    projects.forEach(
        (environment, rows) -> {
          projectNames(rows).forEach(name -> all.add(project(name, environment)));
          twice(projectNames(rows)).forEach(name -> ambiguous.add(project(name, environment)));
        });
    SortedMap<Kind, Section> sections =
        new TreeMap<>(
            Map.of(
                WorkatoVocabulary.ENVIRONMENT,
                new Section(environments, Set.copyOf(names(environmentRoles))),
                WorkatoVocabulary.GROUP,
                new Section(groups(false), groups(true), Set.of(), Set.of(), Set.of()),
                WorkatoVocabulary.PROJECT,
                new Section(all, Set.of(), ambiguous, Set.copyOf(names(projectRoles)), reachable),
                WorkatoVocabulary.ENVIRONMENT_ROLE,
                roles(WorkatoVocabulary.ENVIRONMENT_ROLE, environmentRoles),
                WorkatoVocabulary.PROJECT_ROLE,
                roles(WorkatoVocabulary.PROJECT_ROLE, projectRoles)));
    sections.keySet().removeIf(kind -> !vocabulary.has(kind) && !vocabulary.roles().contains(kind));
    return new Catalogue(vocabulary, sections, spelled());
  }

  private static Section roles(Kind kind, List<NamedRow> rows) {
    Map<Boolean, Set<Resource>> byVendor =
        rows.stream()
            .collect(
                partitioningBy(
                    WorkatoCatalogue::isOfTheVendor,
                    mapping(row -> Resource.of(kind, row.name()), toSet())));
    return new Section(
        byVendor.getOrDefault(false, Set.of()),
        byVendor.getOrDefault(true, Set.of()),
        Set.of(),
        Set.of(),
        Set.of());
  }

  /** Whether a role is not this workspace's to change: the vendor's own, or of a parent. */
  static boolean isOfTheVendor(NamedRow role) {
    return !role.id().exists()
        || OTHERS_ROLES.contains(role.type())
        || role.type().isEmpty() && WorkatoVocabulary.isKnown(role.name());
  }

  private Set<Resource> groups(boolean system) {
    return groups.stream()
        .filter(row -> row.system() == system)
        .map(row -> WorkatoVocabulary.group(row.name()))
        .collect(toSet());
  }

  private List<SpellingVariants> spelled() {
    List<SpellingVariants> spelled = new ArrayList<>();
    spelled.addAll(spelled(WorkatoVocabulary.ENVIRONMENT.right().one(), names(environmentRoles)));
    spelled.addAll(spelled(WorkatoVocabulary.PROJECT.right().one(), names(projectRoles)));
    spelled.addAll(
        spelled(SpellingVariants.kind(WorkatoVocabulary.GROUP, Optional.empty()), groupNames()));
    projects.forEach(
        (environment, rows) ->
            spelled.addAll(
                spelled(
                    SpellingVariants.kind(
                        WorkatoVocabulary.PROJECT,
                        Optional.of(WorkatoVocabulary.resource(environment))),
                    projectNames(rows))));
    return spelled;
  }

  /** Hardly any name is: those that are not as they are matched, or occur twice. */
  private static List<SpellingVariants> spelled(String kind, List<String> names) {
    Map<String, List<String>> byName = new TreeMap<>();
    names.forEach(
        name -> byName.computeIfAbsent(Naming.tidy(name), key -> new ArrayList<>(1)).add(name));
    return byName.entrySet().stream()
        .filter(each -> !each.getValue().equals(List.of(each.getKey())))
        .map(each -> new SpellingVariants(kind, each.getKey(), each.getValue()))
        .toList();
  }

  /** Groups among these whose name another one has as well: nobody can tell which is meant. */
  Set<String> ambiguousGroups(NamePatterns among) {
    return twice(groupNames().stream().filter(among::contains).toList());
  }

  private List<String> groupNames() {
    return groups.stream().map(GroupRow::name).toList();
  }

  private static List<String> names(List<NamedRow> rows) {
    return rows.stream().map(NamedRow::name).toList();
  }

  private static List<String> projectNames(List<ProjectRow> rows) {
    return rows.stream().map(ProjectRow::name).toList();
  }

  private static Set<String> twice(List<String> names) {
    Set<String> once = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    names.stream().map(Naming::tidy).filter(name -> !once.add(name)).forEach(twice::add);
    return twice;
  }
}
