package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.Behaviour;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Taking members out of a group, in which providers differ most. */
record ScimMemberRemoval(Behaviour<ScimSwitch> behaviour) {

  void apply(ObjectNode group, ScimPath path, JsonNode value) {
    if (path.within().isPresent()) {
      throw ScimRefusal.path("a member is removed as a whole");
    }
    if (path.filter().isPresent()) {
      byFilter(group, path.filter().get());
    } else if (value.isMissingNode()) {
      everybody(group);
    } else {
      byValues(group, value);
    }
  }

  private void byFilter(ObjectNode group, ScimFilter filter) {
    if (behaviour.is(ScimSwitch.REMOVAL_BY_FILTER, "refused")) {
      throw ScimRefusal.path("a path with a filter is not supported");
    }
    boolean isThere = group.path("members").valueStream().anyMatch(filter::fits);
    if (!isThere && behaviour.is(ScimSwitch.REMOVE_ABSENT, "no-target")) {
      throw new ScimRefusal(400, "noTarget", "there is no such member");
    }
    keep(group, "members", each -> !filter.fits(each));
  }

  private void byValues(ObjectNode group, JsonNode value) {
    switch (behaviour.of(ScimSwitch.REMOVAL_BY_VALUES)) {
      case "refused" -> throw ScimRefusal.value("a removal has no value");
      case "everybody" -> everybody(group);
      default -> {
        Set<String> gone =
            value
                .valueStream()
                .map(each -> each.path("value").asString(""))
                .collect(Collectors.toSet());
        keep(group, "members", each -> !gone.contains(each.path("value").asString("")));
      }
    }
  }

  private void everybody(ObjectNode group) {
    if (behaviour.is(ScimSwitch.MEMBERS_REPLACED, "refused")) {
      throw ScimRefusal.value("not all members can be removed at once");
    }
    group.remove("members");
  }

  static void keep(ObjectNode resource, String name, Predicate<JsonNode> kept) {
    ArrayNode left = ScimJson.array();
    resource.path(name).valueStream().filter(kept).forEach(left::add);
    resource.set(name, left);
  }
}
