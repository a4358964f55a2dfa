package dev.rollcall.tenant.scim;

import dev.rollcall.model.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a group stands for: by its id, where that tells, else by the form of its name. */
record GroupMeaning(List<GroupNameTemplate> templates) {

  /** What one stands for; just a group where nothing, or more than one thing, is to be read. */
  Resource of(ScimGroup group) {
    List<Resource> narrow = meant(group, true);
    List<Resource> all = narrow.isEmpty() ? meant(group, false) : narrow;
    return all.size() == 1 ? all.get(0) : ScimVocabulary.group(group.name());
  }

  /** Those within a workspace, or the others: what is within one often looks like one as well. */
  private List<Resource> meant(ScimGroup group, boolean isWithin) {
    return templates.stream()
        .filter(template -> template.what().isWithinWorkspace() == isWithin)
        .filter(template -> isPossible(template, group.id()))
        .flatMap(template -> template.read(group.name()).stream())
        .toList();
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
}
