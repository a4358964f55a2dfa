package dev.rollcall.tenant.scim;

import dev.rollcall.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why something is not made: because there is a group already that could be it and could be
 * something else, or because no name says it and nothing else.
 *
 * @param unclear the names that can be read in several ways
 * @param makes whether anything is made at all
 */
record ImpossibleNames(
    GroupMeaning meaning, SortedMap<String, List<Resource>> unclear, boolean makes)
    implements Function<Resource, Optional<String>> {

  @Override
  public Optional<String> apply(Resource missing) {
    return unclear(missing)
        .or(
            () ->
                missing.kind() == ScimVocabulary.GROUP ? standsForMore(missing) : unnamed(missing));
  }

  private Optional<String> unclear(Resource missing) {
    return unclear.entrySet().stream()
        .filter(
            each ->
                each.getValue().contains(missing)
                    || missing.equals(ScimVocabulary.group(each.getKey())))
        .findFirst()
        .map(
            each ->
                "the group \"%s\" could be it, and %s"
                    .formatted(each.getKey(), several(each.getValue())));
  }

  /** A group called so would not be just a group. */
  private Optional<String> standsForMore(Resource group) {
    List<Resource> readings = meaning.readings(new ScimGroup("", group.name(), List.of()));
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of("a group called \"%s\" %s".formatted(group, taken(readings)));
  }

  private static String taken(List<Resource> readings) {
    return readings.size() == 1
        ? "stands for the " + worded(readings.get(0)) + " by target.group-names"
        : several(readings);
  }

  private static String several(List<Resource> readings) {
    return "can be read in several ways by target.group-names: as "
        + readings.stream().map(ImpossibleNames::worded).collect(Collectors.joining(", or as "));
  }

  private static String worded(Resource reading) {
    return reading.kind().noun()
        + " \""
        + reading.name()
        + "\""
        + reading.container().map(outer -> " in \"" + outer + "\"").orElse("");
  }

  private Optional<String> unnamed(Resource missing) {
    return !makes || meaning.name(missing).isPresent()
        ? Optional.empty()
        : Optional.of(
            "none is made, because target.group-names has no name that says this and nothing else");
  }
}
