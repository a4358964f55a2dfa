package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code /api/user_groups/:id/members}. */
final class GroupMembersEndpoint {
  private static final String USERS = "user_ids";
  private static final String INVITATIONS = "member_invitation_ids";

  private final SandboxTenant tenant;
  private final Store store;

  GroupMembersEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
  }

  Answer list(ApiCall call) {
    StoredRow.Group group = store.group(call);
    String text = Store.lower(call.parameter("text").orElse(""));
    List<Map<String, Object>> rows =
        Stream.concat(members(group).map(this::row), pending(group).map(this::row))
            .filter(row -> contains(row, "name", text) || contains(row, "email", text))
            .toList();
    return Paging.bracketed(call, rows, row -> row);
  }

  Answer add(ApiCall call) {
    StoredRow.Group group = store.customGroup(call);
    List<StoredRow.Member> added = users(call);
    if (added.isEmpty()) {
      throw Refusal.invalid("user_ids is required");
    }
    refuse(Switch.ADD_PRESENT, added, isIn(group));
    if (tenant.is(Switch.GROUP_ADD, "ignored")) {
      return Answer.undocumented(tenant.behaviour().of(Switch.ADD_ANSWER));
    }
    if (tenant.is(Switch.GROUP_ADD, "replaces")) {
      store.membersByGroup.all(group.id()).forEach(member -> leave(member, group));
    }
    added.forEach(member -> join(member, group));
    log("user_group_members_added", group, added);
    return Answer.undocumented(tenant.behaviour().of(Switch.ADD_ANSWER));
  }

  Answer remove(ApiCall call) {
    StoredRow.Group group = store.customGroup(call);
    List<StoredRow.Member> users = users(call);
    List<StoredRow.Invitation> invitations = invitations(call);
    if (users.isEmpty() && invitations.isEmpty()) {
      throw Refusal.invalid("user_ids or member_invitation_ids is required");
    }
    refuse(Switch.REMOVE_ABSENT, users, isIn(group).negate());
    if (tenant.is(Switch.GROUP_REMOVE, "nobody")) {
      return Answer.undocumented(tenant.behaviour().of(Switch.DELETE_ANSWER));
    }
    List<StoredRow.Member> leaving =
        tenant.is(Switch.GROUP_REMOVE, "named") ? users : store.membersByGroup.all(group.id());
    leaving.forEach(member -> leave(member, group));
    invitations.forEach(
        each -> store.put(each.withGroups(SandboxJson.without(each.groups(), group.id()))));
    log("user_group_members_removed", group, leaving);
    return Answer.undocumented(tenant.behaviour().of(Switch.DELETE_ANSWER));
  }

  private Stream<StoredRow.Member> members(StoredRow.Group group) {
    return group.system()
        ? store.members.rows().stream()
        : store.membersByGroup.all(group.id()).stream();
  }

  private Stream<StoredRow.Invitation> pending(StoredRow.Group group) {
    return tenant.is(Switch.PENDING_IN_GROUPS, "hidden")
        ? Stream.empty()
        : store.invitationsByGroup.all(group.id()).stream();
  }

  private Map<String, Object> row(StoredRow.Member member) {
    return SandboxJson.object("id", member.id(), "name", member.name(), "email", member.email());
  }

  /** A pending invitee has no user id. */
  private Map<String, Object> row(StoredRow.Invitation pending) {
    Map<String, Object> row = SandboxJson.object("name", pending.name(), "email", pending.email());
    if (tenant.is(Switch.PENDING_IN_GROUPS, "with-invitation-id")) {
      row.put("member_invitation_id", pending.id());
    }
    return row;
  }

  private static boolean contains(Map<String, Object> row, String key, String text) {
    return Store.lower((String) row.getOrDefault(key, "")).contains(text);
  }

  private List<StoredRow.Member> users(ApiCall call) {
    return ids(call, USERS).stream()
        .map(id -> store.members.find(id).orElseThrow(Refusal::notFound))
        .toList();
  }

  private List<StoredRow.Invitation> invitations(ApiCall call) {
    return ids(call, INVITATIONS).stream()
        .map(id -> store.invitations.find(id).orElseThrow(Refusal::notFound))
        .toList();
  }

  /** The ids given in the query or the body, of which the switch may honour only one. */
  private List<String> ids(ApiCall call, String name) {
    String place = tenant.behaviour().of(Switch.GROUP_PARAMETERS);
    List<String> ids = new ArrayList<>();
    if (place.equals("any") || place.equals("query")) {
      ids.addAll(call.query().getOrDefault(name, List.of()));
    }
    if (place.equals("any") || place.equals("brackets")) {
      ids.addAll(call.query().getOrDefault(name + "[]", List.of()));
    }
    if ((place.equals("any") || place.equals("json")) && !call.body().isBlank()) {
      for (JsonNode id : call.json().path(name)) {
        ids.add(id.asString(""));
      }
    }
    List<String> distinct = ids.stream().distinct().toList();
    if (distinct.isEmpty() || tenant.is(Switch.GROUP_IDS, "all")) {
      return distinct;
    }
    return List.of(distinct.get(tenant.is(Switch.GROUP_IDS, "first") ? 0 : distinct.size() - 1));
  }

  private void refuse(
      Switch which, List<StoredRow.Member> members, Predicate<StoredRow.Member> wrong) {
    int status = tenant.behaviour().status(which);
    if (status != 200 && members.stream().anyMatch(wrong)) {
      throw new Refusal(
          status,
          which == Switch.ADD_PRESENT
              ? "User is already in the group"
              : "User is not in the group");
    }
  }

  private static Predicate<StoredRow.Member> isIn(StoredRow.Group group) {
    return member -> member.groups().contains(group.id());
  }

  private void join(StoredRow.Member member, StoredRow.Group group) {
    StoredRow.Member now = store.members.find(member.key()).orElseThrow();
    store.put(now.withGroups(SandboxJson.with(now.groups(), group.id())));
  }

  private void leave(StoredRow.Member member, StoredRow.Group group) {
    store.put(member.withGroups(SandboxJson.without(member.groups(), group.id())));
  }

  private void log(String event, StoredRow.Group group, List<StoredRow.Member> members) {
    Map<String, Object> resource = GroupsEndpoint.resource(group);
    resource.put("emails", members.stream().map(StoredRow.Member::email).toList());
    tenant.log(event, resource);
  }
}
