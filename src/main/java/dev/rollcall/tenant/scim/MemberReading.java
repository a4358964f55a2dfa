package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reads who is in which group, in the manner of a provider: with the group, by asking for each
 * person, or not at all. Used by one thread.
 */
final class MemberReading {

  /** How many groups are looked at for whom they show, where each person is asked about. */
  private static final int LOOKED_AT = 3;

  /** So many groups that are none of ours are looked at, to see whether any shows its members. */
  private static final int OTHERS = 5;

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
    switch (context.traits().members()) {
      case GET -> withGroups(groups);
      case FILTER_INVERSE -> byPerson(groups);
      case NOT -> {
        unread.addAll(groups.keySet());
        remark(
            "members of groups cannot be read here, as target.manners says: nothing is changed in any");
      }
    }
  }

  private void withGroups(Map<Resource, ScimGroup> groups) {
    Shown shown = shown(groups);
    if (shown.isTrusted()) {
      take(shown);
    } else if (!isToldWhereNamed(groups)) {
      doubted(groups, shown);
    }
  }

  /**
   * What groups show.
   *
   * @param members by group
   * @param missing those that lack somebody who says to be in them
   */
  private record Shown(
      Map<Resource, ScimGroup> members, SortedSet<Resource> missing, boolean isSilenceTrusted) {

    boolean isSilent() {
      return members.values().stream().allMatch(group -> group.members().isEmpty());
    }

    /** Silence may mean that there is nobody, or that nobody is shown. */
    boolean isTrusted() {
      return isSilent() ? missing.isEmpty() && isSilenceTrusted : !isAnyMissingSilent();
    }

    private boolean isAnyMissingSilent() {
      return missing.stream()
          .anyMatch(
              each ->
                  Optional.ofNullable(members.get(each)).stream()
                      .anyMatch(group -> group.members().isEmpty()));
    }
  }

  private Shown shown(Map<Resource, ScimGroup> groups) {
    Map<Resource, ScimGroup> members = new TreeMap<>();
    SortedSet<Resource> missing = new TreeSet<>();
    groups.forEach(
        (resource, group) ->
            context
                .lookups()
                .group(group.id())
                .ifPresentOrElse(
                    read -> {
                      members.put(resource, read);
                      if (lacks(read)) {
                        missing.add(resource);
                      }
                    },
                    () -> unread.add(resource)));
    if (members.values().stream().anyMatch(group -> !group.members().isEmpty())) {
      context.traits().showsMembers();
    }
    boolean isSilenceTrusted =
        members.isEmpty() || !context.index().hasUsers() || isShownElsewhere(groups);
    return new Shown(members, missing, isSilenceTrusted);
  }

  private boolean lacks(ScimGroup group) {
    return !Set.copyOf(group.members()).containsAll(claimed().getOrDefault(group.id(), Set.of()));
  }

  /** Whether any other group shows anybody: a few are looked at. */
  private boolean isShownElsewhere(Map<Resource, ScimGroup> groups) {
    if (!context.traits().hasShownMembers()) {
      boolean isShown =
          context.index().groups().entrySet().stream()
              .filter(each -> !groups.containsKey(each.getKey()))
              .sorted(Map.Entry.comparingByKey())
              .limit(OTHERS)
              .flatMap(each -> context.lookups().group(each.getValue().id()).stream())
              .anyMatch(group -> !group.members().isEmpty());
      if (isShown) {
        context.traits().showsMembers();
      }
    }
    return context.traits().hasShownMembers();
  }

  private void take(Shown shown) {
    shown
        .members()
        .forEach((resource, group) -> context.index().members(group.id(), group.members()));
    if (!shown.missing().isEmpty()) {
      unread.addAll(shown.missing());
      remark(
          "a user says to be in a group that does not show them, so nothing is changed in "
              + (shown.missing().size() == 1 ? "it" : "such groups"));
    }
  }

  /** Some tell members only where a request names them. */
  private boolean isToldWhereNamed(Map<Resource, ScimGroup> groups) {
    if (context.traits().asksForMembers()) {
      return false;
    }
    context.traits().asksForMembers(true);
    Shown named = named(groups);
    boolean isTold = !named.isSilent() && named.isTrusted();
    if (isTold) {
      remark("groups tell their members only where they are asked for, so they are");
      take(named);
    } else {
      context.traits().asksForMembers(false);
    }
    return isTold;
  }

  /** Whoever does not know such a question may refuse it. */
  private Shown named(Map<Resource, ScimGroup> groups) {
    try {
      return shown(groups);
    } catch (TenantUnavailable | AccessRefused e) {
      return new Shown(Map.of(), new TreeSet<>(), false);
    }
  }

  private void doubted(Map<Resource, ScimGroup> groups, Shown shown) {
    boolean isAskable = context.lookups().filtersByMember();
    if (isAskable && !asked().isEmpty()) {
      context.traits().hidesMembers();
      remark(
          "groups do not show their members here, so each person is asked about; write members:"
              + " filter-inverse under target.manners, and that is known beforehand");
      byPerson(groups);
    } else if (isAskable && shown.missing().isEmpty()) {
      // Nobody is in any, by the answers to another question as well.
      take(shown);
    } else {
      unread.addAll(shown.members().keySet());
      remark(
          "no group shows a member, though there are users: whether nobody is in any, or members are"
              + " not shown here, cannot be told, so nothing is changed in any; put somebody into a"
              + " group there, or write under target.manners how members are read");
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
    if (!context.lookups().filtersByMember()) {
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
    Map<String, Set<String>> all = asked();
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

  /** Each is asked about once. */
  private Map<String, Set<String>> asked() {
    Map<String, Set<String>> members = byPerson.orElseGet(this::asking);
    byPerson = Optional.of(members);
    return members;
  }

  private Map<String, Set<String>> asking() {
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
