package dev.rollcall.tenant.scim;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.SpellingVariants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The groups that a service provider lists, by what their names stand for. */
final class OfferedGroups {

  private static final int TOLD = 10;

  private final Map<Resource, List<ScimGroup>> byResource = new TreeMap<>();
  private final SortedMap<String, List<Resource>> unclear = new TreeMap<>();

  /**
   * These.
   *
   * @param meaning what they stand for
   */
  OfferedGroups(List<ScimGroup> all, GroupMeaning meaning) {
    all.stream()
        .filter(group -> !group.name().isBlank())
        .forEach(group -> take(group, meaning.readings(group)));
  }

  private void take(ScimGroup group, List<Resource> readings) {
    if (readings.size() > 1) {
      unclear.put(group.name(), readings);
      return;
    }
    Resource resource = readings.isEmpty() ? ScimVocabulary.group(group.name()) : readings.get(0);
    byResource.computeIfAbsent(resource, key -> new ArrayList<>(1)).add(group);
  }

  /** The names that can be read in several ways, which stand for nothing. */
  SortedMap<String, List<Resource>> unclear() {
    return unclear;
  }

  /** What there is to say of those, if there are any. */
  Optional<String> remark() {
    return unclear.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s can be read in several ways by target.group-names, so nothing is done about it: %s%s"
                .formatted(
                    unclear.size() == 1 ? "a group's name" : unclear.size() + " groups' names",
                    unclear.keySet().stream()
                        .limit(TOLD)
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(", ")),
                    unclear.size() > TOLD ? " and more" : ""));
  }

  /** Those that stand for something, or are just groups. */
  List<ScimGroup> of(Resource resource) {
    return byResource.getOrDefault(resource, List.of());
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
