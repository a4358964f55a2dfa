package dev.rollcall.tenant.scim;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.SpellingVariants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The groups that a service provider lists, by what their names stand for. */
final class OfferedGroups {

  private final Map<Resource, List<ScimGroup>> byResource = new TreeMap<>();

  /**
   * These.
   *
   * @param meaning what one stands for
   */
  OfferedGroups(List<ScimGroup> all, Function<ScimGroup, Resource> meaning) {
    all.stream()
        .filter(group -> !group.name().isBlank())
        .forEach(
            group ->
                byResource
                    .computeIfAbsent(meaning.apply(group), key -> new ArrayList<>(1))
                    .add(group));
  }

  /** Those whose name stands for one group. */
  Map<Resource, ScimGroup> usable() {
    Map<Resource, ScimGroup> usable = new HashMap<>();
    byResource.forEach(
        (resource, groups) -> {
          if (groups.size() == 1) {
            usable.put(resource, groups.get(0));
          }
        });
    return usable;
  }

  /** What they stand for, in order. */
  Set<Resource> resources() {
    return byResource.keySet();
  }

  /** All of a kind. */
  Set<Resource> of(Kind kind) {
    return byResource.keySet().stream()
        .filter(resource -> resource.kind() == kind)
        .collect(Collectors.toSet());
  }

  /** Those of which there are several. */
  Set<Resource> ambiguous() {
    return byResource.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Names that are not as they are matched, or that several have. */
  List<SpellingVariants> spelled() {
    List<SpellingVariants> spelled = new ArrayList<>();
    byResource.forEach(
        (resource, groups) -> {
          List<String> names = groups.stream().map(ScimGroup::name).toList();
          boolean isPlain = resource.kind() == ScimVocabulary.GROUP;
          if (groups.size() > 1 || isPlain && !names.equals(List.of(resource.name()))) {
            spelled.add(
                new SpellingVariants(
                    SpellingVariants.kind(resource.kind(), resource.container()),
                    resource.name(),
                    names));
          }
        });
    return spelled;
  }
}
