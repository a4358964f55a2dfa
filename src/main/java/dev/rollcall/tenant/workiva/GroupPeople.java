package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.IdName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of a workspace's group, by the ids of users. */
final class GroupPeople extends WorkivaList {

  private static final String AS_LISTED = "";
  private static final String BY_USER = "by user";
  private static final String BY_MEMBERSHIP = "by membership";

  private final String name;
  private final GroupId group;
  private final boolean adding;

  /** Those who are added, or taken out. */
  GroupPeople(WorkivaContext context, String name, GroupId group, boolean adding) {
    super(
        context,
        adding ? WorkivaBatchKinds.ADD_GROUP_MEMBERS : WorkivaBatchKinds.REMOVE_GROUP_MEMBERS,
        WorkivaCallKind.CHANGE_GROUP_MEMBERS,
        "group \"" + name + "\"");
    this.name = name;
    this.group = group;
    this.adding = adding;
  }

  BatchItem item(int sequence, String user) {
    return new BatchItem(sequence, user, adding ? Optional.of("") : Optional.empty());
  }

  @Override
  public String reference() {
    return NotedOrganizationLists.group(group);
  }

  @Override
  public Set<String> recall(Set<String> keys) {
    Set<String> there = new HashSet<>(keys);
    there.removeIf(key -> !context().index().isUser(key));
    return there;
  }

  @Override
  public Holdings held() {
    List<IdName> rows = context().lists().groupMembers(group);
    Map<String, String> held = new HashMap<>();
    // Somebody of whom nobody can tell who it is must stay there all the same.
    rows.forEach(row -> held.put(user(row.id()).orElse(row.id()), ""));
    return new Holdings(held, rows.size());
  }

  private Optional<String> user(String listed) {
    return context().memberIds().user(group.workspace(), listed);
  }

  /** Where ids of users are understood, nothing else is tried. */
  @Override
  public List<String> forms(List<BatchItem> items) {
    return context().memberIds().areOfUsers()
        ? List.of(AS_LISTED)
        : List.of(AS_LISTED, BY_USER, BY_MEMBERSHIP);
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items, String form) {
    List<String> users = items.stream().map(item -> id(item.key(), form)).toList();
    return context()
        .api()
        .changeGroupMembers(group, adding ? users : List.of(), adding ? List.of() : users);
  }

  private String id(String user, String form) {
    return switch (form) {
      case BY_USER -> user;
      case BY_MEMBERSHIP -> context().memberIds().membership(group.workspace(), user);
      default -> context().memberIds().listed(group.workspace(), user);
    };
  }

  /** Those who were taken out are added again. */
  @Override
  public Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost) {
    GroupPeople additions = new GroupPeople(context(), name, group, true);
    return Map.of(additions, lost.keySet().stream().map(user -> additions.item(0, user)).toList());
  }

  @Override
  public String label(String key) {
    return context().index().address(key).map(Email::address).orElse(key);
  }
}
