package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reads who is in which group, in the manner of a provider: with the group, by asking for each
 * person, or not at all. Used by one thread.
 */
final class MemberReading {

  /** How many groups are looked at for whom they show, where each person is asked about. */
  private static final int LOOKED_AT = 3;

  private final ScimContext context;
  private final Predicate<Email> ours;
  private final SortedSet<Resource> unread = new TreeSet<>();
  private final List<String> remarks = new ArrayList<>();
  private Optional<Map<String, Set<String>>> byPerson = Optional.empty();
  private Optional<Map<String, Set<String>>> claimed = Optional.empty();

  /** For these people, where each has to be asked about. */
  MemberReading(ScimContext context, Predicate<Email> ours) {
    this.context = context;
    this.ours = ours;
  }

  /** Those that could not be read whole. */
  SortedSet<Resource> unread() {
    return unread;
  }

  /** What there is to say of it. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Reads these groups, into the index. */
  void read(Map<Resource, ScimGroup> groups) {
    switch (context.profile().groups().members()) {
      case GET -> groups.forEach(this::withGroup);
      case FILTER_INVERSE -> byPerson(groups);
      case NOT -> {
        unread.addAll(groups.keySet());
        remark(
            "members of groups cannot be read here, as target.manners says: nothing is changed in any");
      }
    }
  }

  private void withGroup(Resource resource, ScimGroup group) {
    Optional<ScimGroup> read = context.lookups().group(group.id());
    read.ifPresentOrElse(each -> withMembers(resource, each), () -> unread.add(resource));
  }

  private void withMembers(Resource resource, ScimGroup group) {
    context.index().members(group.id(), group.members());
    Set<String> claimed = claimed().getOrDefault(group.id(), Set.of());
    if (!Set.copyOf(group.members()).containsAll(claimed)) {
      unread.add(resource);
      remark(
          "a user is in a group that does not show them: members are not shown here; try members:"
              + " filter-inverse under target.manners");
    }
  }

  /** Whom each group has by the word of the users themselves, where they tell. */
  private Map<String, Set<String>> claimed() {
    if (claimed.isEmpty()) {
      Map<String, Set<String>> all = new HashMap<>();
      for (ScimUser user : context.index().users()) {
        user.groups()
            .forEach(
                group -> all.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(user.id()));
      }
      claimed = Optional.of(all);
    }
    return claimed.get();
  }

  private void byPerson(Map<Resource, ScimGroup> groups) {
    if (byPerson.isEmpty() && !context.lookups().filtersByMember()) {
      unread.addAll(groups.keySet());
      remark("groups cannot be asked for by a member: that filter is refused, or ignored");
      return;
    }
    Optional<ScimGroup> denied = byPerson.isPresent() ? Optional.empty() : denied(groups.values());
    if (denied.isPresent()) {
      unread.addAll(groups.keySet());
      remark(
          "groups cannot be asked for by a member: that filter finds nothing where \"%s\" shows whom it has; try members: get under target.manners"
              .formatted(denied.get().name()));
      return;
    }
    Map<String, Set<String>> all = byPerson.orElseGet(this::asked);
    byPerson = Optional.of(all);
    groups
        .values()
        .forEach(
            group -> context.index().members(group.id(), all.getOrDefault(group.id(), Set.of())));
  }

  /** A group that shows somebody whom it is not found by; most that are asked so show nobody. */
  private Optional<ScimGroup> denied(Collection<ScimGroup> groups) {
    return groups.stream()
        .limit(LOOKED_AT)
        .flatMap(group -> context.lookups().group(group.id()).stream())
        .filter(group -> !group.members().isEmpty())
        .findFirst()
        .filter(
            group -> !context.lookups().groupsWith(group.members().get(0)).contains(group.id()));
  }

  private Map<String, Set<String>> asked() {
    Map<String, Set<String>> members = new HashMap<>();
    for (ScimUser user : context.index().users()) {
      if (user.email().filter(ours).isPresent()) {
        context
            .lookups()
            .groupsWith(user.id())
            .forEach(
                group ->
                    members.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(user.id()));
      }
    }
    return members;
  }

  private void remark(String text) {
    if (!remarks.contains(text)) {
      remarks.add(text);
    }
  }
}
