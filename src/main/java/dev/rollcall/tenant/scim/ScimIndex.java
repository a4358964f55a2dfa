package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names and the ids that stand for them; ids never leave the package. Thread-safe. */
final class ScimIndex {

  private final Map<Email, ScimUser> users = new ConcurrentHashMap<>();
  private final Map<String, Email> emails = new ConcurrentHashMap<>();
  private final Map<Resource, ScimGroup> groups = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> members = new ConcurrentHashMap<>();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private volatile GroupMeaning meaning;

  /** One of nobody and nothing yet. */
  ScimIndex(GroupMeaning meaning) {
    this.meaning = meaning;
  }

  /** What groups stand for, by those that were there last. */
  GroupMeaning meaning() {
    return meaning;
  }

  /** These are all groups there are. */
  GroupMeaning listed(Collection<ScimGroup> all) {
    GroupMeaning now = meaning.knowing(all);
    meaning = now;
    return now;
  }

  /** These are all users there are. */
  void users(Collection<ScimUser> all) {
    users.clear();
    emails.clear();
    ids.clear();
    all.forEach(user -> ids.add(user.id()));
    // Whose user name is an address comes before whom an address only is written down for.
    all.stream().filter(ScimIndex::isNamedSo).forEach(this::user);
    all.stream().filter(user -> !isNamedSo(user)).forEach(this::user);
  }

  private static boolean isNamedSo(ScimUser user) {
    return user.email()
        .filter(email -> email.address().equalsIgnoreCase(user.userName().strip()))
        .isPresent();
  }

  /** There is such a user; of several with one address the first counts. */
  void user(ScimUser user) {
    user.email()
        .filter(email -> users.putIfAbsent(email, user) == null)
        .ifPresent(email -> emails.put(user.id(), email));
  }

  /** In the place of whom was known under that address. */
  void found(Email email, ScimUser user) {
    users.put(email, user);
    emails.put(user.id(), email);
  }

  Optional<ScimUser> user(Email email) {
    return Optional.ofNullable(users.get(email));
  }

  Optional<Email> email(String user) {
    return Optional.ofNullable(emails.get(user));
  }

  /** Whether there is anybody at all. */
  boolean hasUsers() {
    return !ids.isEmpty();
  }

  /** Whether there is a user with this id, whoever it is. */
  boolean isThere(String user) {
    return ids.contains(user);
  }

  Collection<ScimUser> users() {
    return List.copyOf(users.values());
  }

  /** Somebody was deleted: whoever reads a list afterwards does not find them on it. */
  void left(Email email) {
    Optional.ofNullable(users.remove(email)).ifPresent(user -> gone.add(user.id()));
  }

  /** Whether somebody with this id was deleted. */
  boolean hasLeft(String user) {
    return gone.contains(user);
  }

  /** These are all groups there are, by what they stand for; those of one name are left out. */
  void groups(Map<Resource, ScimGroup> all) {
    groups.clear();
    groups.putAll(all);
  }

  void group(Resource resource, ScimGroup group) {
    groups.put(resource, group);
  }

  Optional<ScimGroup> group(Resource resource) {
    return Optional.ofNullable(groups.get(resource));
  }

  Map<Resource, ScimGroup> groups() {
    return Map.copyOf(groups);
  }

  /** A group with this id, if there is one. */
  Optional<Resource> called(String group) {
    return groups.entrySet().stream()
        .filter(each -> each.getValue().id().equals(group))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whom a group has, as it was read just now. */
  void members(String group, Collection<String> users) {
    members.put(group, new LinkedHashSet<>(users));
  }

  /** Whom a group had when it was read last; nobody where it was not. */
  Set<String> members(String group) {
    return Set.copyOf(members.getOrDefault(group, Set.of()));
  }

  /** Whether a group was read. */
  boolean isRead(String group) {
    return members.containsKey(group);
  }

  /** Members were added, or taken out. */
  void changed(String group, Map<String, Boolean> wanted) {
    members.computeIfPresent(
        group,
        (id, before) -> {
          Set<String> now = new LinkedHashSet<>(before);
          wanted.forEach((user, isMember) -> change(now, user, isMember));
          return now;
        });
  }

  private static void change(Set<String> now, String user, boolean isMember) {
    if (isMember) {
      now.add(user);
    } else {
      now.remove(user);
    }
  }

  /** Who is in each group, by their ids. */
  Map<String, Set<String>> memberships() {
    return new HashMap<>(members);
  }
}
