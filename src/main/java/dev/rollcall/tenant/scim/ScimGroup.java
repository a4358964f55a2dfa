package dev.rollcall.tenant.scim;

import java.util.List;
import java.util.Optional;

/**
 * A group as it was read.
 *
 * @param members the ids of its members, each once, in the provider's order; empty where they were
 *     not read
 */
record ScimGroup(String id, String name, List<String> members) {

  static ScimGroup read(ScimAttributes attributes) {
    return new ScimGroup(
        attributes.text("id"),
        attributes.text("displayName"),
        attributes.all("members").stream()
            .map(member -> member.text("value"))
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList());
  }

  /** The id of the group that whoever is in this one has to be in; empty where there is none. */
  Optional<String> outer() {
    String[] parts = id.split(":");
    return parts.length > 2 ? Optional.of(parts[0] + ":" + parts[1]) : Optional.empty();
  }
}
