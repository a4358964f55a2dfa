package dev.rollcall.tenant.workato;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.Inventory.Counting;
import dev.rollcall.tenant.Inventory.Entry;
import dev.rollcall.tenant.Inventory.Gap;
import dev.rollcall.tenant.Inventory.Holders;
import dev.rollcall.tenant.Inventory.Section;
import dev.rollcall.tenant.Inventory.Sort;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The reading of all names with their ids, list by list: one that may not be read leaves a gap, and
 * the others go on.
 */
final class InventoryReading {

  private final WorkatoContext context;
  private final Collection<Environment> tokens;
  private final int perMinute;
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<String, Integer> roleHolders = new HashMap<>();
  private final Map<Environment, Integer> environmentHolders = new HashMap<>();
  private boolean membersKnown;
  private boolean anythingRead;

  InventoryReading(WorkatoContext context, WorkatoSettings settings) {
    this.context = context;
    this.tokens = settings.tokens().keySet();
    this.perMinute = settings.quota(WorkatoLanes.PROJECT_GRANTS).perMinute();
  }

  Inventory read(Counting counting) {
    ModelDetection model = context.model();
    NameLists names = new NameLists(context.lists(), new WorkatoIndex(), model);
    gap("members", this::readMembers);
    gap("permission model", model::look);
    boolean isLegacy = model.model() == PermissionModel.LEGACY;
    boolean roles =
        gap("environment roles", isLegacy ? names::readLegacyRoles : names::readEnvironmentRoles);
    // The older model knows nothing else.
    boolean groups = !isLegacy && gap("groups", names::readGroups);
    boolean projectRoles = !isLegacy && gap("project roles", names::readProjectRoles);
    for (Environment environment : isLegacy ? List.<Environment>of() : tokens) {
      gap("projects of " + environment, () -> names.readProjects(environment));
    }
    WorkatoCatalogue all = names.catalogue();
    ProjectHolders holders = new ProjectHolders(context.lists(), this::gap);
    if (counting == Counting.ALWAYS || isQuick(all.projects())) {
      all.projects().forEach(holders::count);
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(WorkatoVocabulary.ENVIRONMENT, Sort.RESOURCES, environments()));
    if (roles) {
      sections.add(
          roles(WorkatoVocabulary.ENVIRONMENT, all.environmentRoles(), this::holdersOfRole));
    }
    if (groups) {
      sections.add(groups(all.groups()));
    }
    if (projectRoles) {
      sections.add(roles(WorkatoVocabulary.PROJECT, all.projectRoles(), holders::ofRole));
    }
    if (!all.projects().isEmpty()) {
      sections.add(projects(all.projects(), holders));
    }
    return new Inventory(sections, gaps);
  }

  /** Quotas are of a minute, and every project has a list of its own. */
  private boolean isQuick(Map<Environment, List<ProjectRow>> projects) {
    return projects.values().stream().mapToInt(List::size).sum() <= perMinute;
  }

  /**
   * Reads a list, or notes why that cannot be done. Where nothing at all could be read, whatever
   * the reason is would be met again and again.
   *
   * @return whether it was read
   */
  private boolean gap(String what, Runnable reading) {
    try {
      reading.run();
      anythingRead = true;
      return true;
    } catch (ReadingStopped e) {
      throw e;
    } catch (AccessRefused e) {
      context.access().check();
      gaps.add(new Gap(what, String.valueOf(e.getMessage())));
    } catch (TenantUnavailable e) {
      if (!anythingRead) {
        throw e;
      }
      gaps.add(new Gap(what, String.valueOf(e.getMessage())));
    }
    return false;
  }

  private void readMembers() {
    for (ActualMember member : context.lists().members()) {
      Set<String> roles = new HashSet<>();
      for (Entitlement role : member.roles()) {
        roles.add(role.level().orElseThrow());
        environmentHolders.merge(WorkatoVocabulary.environment(role.on()), 1, Integer::sum);
      }
      roles.forEach(role -> roleHolders.merge(role, 1, Integer::sum));
    }
    membersKnown = true;
  }

  private List<Entry> environments() {
    TreeSet<Environment> all = new TreeSet<>(tokens);
    all.addAll(environmentHolders.keySet());
    return all.stream()
        .map(
            each ->
                new Entry(
                    each.name(),
                    "",
                    "",
                    Optional.empty(),
                    people(environmentHolders.getOrDefault(each, 0)),
                    tokens.contains(each)))
        .toList();
  }

  private Holders holdersOfRole(String name) {
    return people(roleHolders.getOrDefault(Naming.tidy(name), 0));
  }

  private Holders people(int number) {
    return membersKnown ? Holders.people(number) : Holders.UNKNOWN;
  }

  private static Section roles(Kind kind, List<NamedRow> rows, Function<String, Holders> holders) {
    return new Section(
        kind,
        Sort.LEVELS,
        rows.stream()
            .map(
                row ->
                    new Entry(
                        row.name(),
                        row.id().text(),
                        row.type(),
                        Optional.empty(),
                        holders.apply(row.name()),
                        true))
            .toList());
  }

  private static Section groups(List<GroupRow> rows) {
    return new Section(
        WorkatoVocabulary.GROUP,
        Sort.RESOURCES,
        rows.stream()
            .map(
                row ->
                    new Entry(
                        row.name(),
                        row.id().text(),
                        row.system() ? "system" : "custom",
                        Optional.empty(),
                        new Holders(row.members(), OptionalInt.empty()),
                        true))
            .toList());
  }

  private Section projects(Map<Environment, List<ProjectRow>> projects, ProjectHolders holders) {
    List<Entry> entries = new ArrayList<>();
    for (Environment environment : tokens) {
      for (ProjectRow row : projects.getOrDefault(environment, List.of())) {
        entries.add(
            new Entry(
                row.name(),
                row.id().text(),
                "",
                Optional.of(WorkatoVocabulary.resource(environment)),
                holders.ofProject(environment, row.id()),
                true));
      }
    }
    return new Section(WorkatoVocabulary.PROJECT, Sort.RESOURCES, entries);
  }
}
