package dev.rollcall.tenant.scim;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What groups stand for: by their ids, where these tell, else by the forms of their names. A name
 * that can be read in several ways is not guessed at.
 *
 * @param templates the forms of names
 * @param evidence what is known of the groups that there are
 */
record GroupMeaning(List<GroupNameTemplate> templates, Evidence evidence) {

  /** One that knows of no groups yet. */
  static GroupMeaning of(List<GroupNameTemplate> templates) {
    return new GroupMeaning(templates, new Evidence(Map.of(), Set.of(), Set.of()));
  }

  /**
   * What the groups that are there tell about each other.
   *
   * @param byId what can be nothing but a workspace, by its id
   * @param workspaces all those
   * @param containers workspaces that something could be in
   */
  record Evidence(Map<String, Resource> byId, Set<Resource> workspaces, Set<Resource> containers) {}

  /** The same, knowing that these are all groups there are. */
  GroupMeaning knowing(Collection<ScimGroup> all) {
    Map<String, Resource> byId =
        all.stream()
            .filter(group -> possible(group).size() == 1)
            .filter(group -> possible(group).get(0).kind() == ScimVocabulary.WORKSPACE)
            .collect(
                Collectors.toMap(
                    ScimGroup::id, group -> possible(group).get(0), (one, other) -> one));
    Set<Resource> containers =
        all.stream()
            .flatMap(group -> possible(group).stream())
            .flatMap(reading -> reading.container().stream())
            .collect(Collectors.toSet());
    return new GroupMeaning(templates, new Evidence(byId, Set.copyOf(byId.values()), containers));
  }

  /** What one stands for; just a group where nothing, or more than one thing, is to be read. */
  Resource of(ScimGroup group) {
    List<Resource> readings = readings(group);
    return readings.size() == 1 ? readings.get(0) : ScimVocabulary.group(group.name());
  }

  /** All that one can be taken for by target.group-names; nothing where it is just a group. */
  List<Resource> readings(ScimGroup group) {
    return readings(group, evidence.workspaces()::contains);
  }

  private List<Resource> readings(ScimGroup group, Predicate<Resource> isWorkspace) {
    List<Resource> possible = withinKnown(group, possible(group));
    List<Resource> within = possible.stream().filter(GroupMeaning::isWithin).toList();
    boolean isInner =
        within.size() == 1
            && isWorkspace.test(within.get(0).container().orElseThrow())
            && possible.stream()
                .filter(reading -> !isWithin(reading))
                .allMatch(this::isWorkspaceWithoutAnything);
    return isInner ? within : possible;
  }

  /** What lies in a workspace often looks like a workspace of a long name as well. */
  private boolean isWorkspaceWithoutAnything(Resource reading) {
    return reading.kind() == ScimVocabulary.WORKSPACE && !evidence.containers().contains(reading);
  }

  /** The id of a group may tell in which workspace it lies. */
  private List<Resource> withinKnown(ScimGroup group, List<Resource> possible) {
    Optional<Resource> outer = group.outer().map(evidence.byId()::get);
    return outer.isEmpty()
        ? possible
        : possible.stream().filter(reading -> reading.container().equals(outer)).toList();
  }

  private List<Resource> possible(ScimGroup group) {
    return templates.stream()
        .filter(template -> isPossible(template, group.id()))
        .flatMap(template -> template.readings(group.name()).stream())
        .distinct()
        .toList();
  }

  private static boolean isWithin(Resource reading) {
    return reading.container().isPresent();
  }

  /** Ids such as {@code workspace:1:group:2} tell what they are of. */
  private static boolean isPossible(GroupNameTemplate template, String id) {
    String[] parts = id.split(":");
    if (parts.length % 2 != 0 || !parts[0].equals("workspace")) {
      return true;
    }
    Optional<String> inner =
        parts.length > 2 ? Optional.of(parts[2].toLowerCase(Locale.ROOT)) : Optional.empty();
    return switch (template.what()) {
      case WORKSPACE -> inner.isEmpty();
      case WORKSPACE_ROLE -> inner.equals(Optional.of("role"));
      case WORKSPACE_GROUP -> inner.equals(Optional.of("group"));
      case ORGANIZATION_ROLE -> false;
    };
  }

  /**
   * The name of a group that would stand for something, and for nothing else once what it lies in
   * is there; empty where there is no such name.
   */
  Optional<String> name(Resource meaning) {
    Predicate<Resource> isWorkspace =
        each ->
            evidence.workspaces().contains(each) || meaning.container().equals(Optional.of(each));
    return form(meaning.kind())
        .flatMap(template -> template.name(meaning))
        .filter(
            name ->
                readings(new ScimGroup("", name, List.of()), isWorkspace).equals(List.of(meaning)));
  }

  private Optional<GroupNameTemplate> form(Kind kind) {
    return templates.stream().filter(template -> template.what().kind() == kind).findFirst();
  }
}
