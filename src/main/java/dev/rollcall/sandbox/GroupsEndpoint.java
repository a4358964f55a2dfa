package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code /api/user_groups}, {@code /api/user_groups/:id} and the grants of a group. */
final class GroupsEndpoint {
  private final SandboxTenant tenant;
  private final Store store;
  private final Shapes shapes;
  private final GrantLists grants;
  private final NameRules names;

  GroupsEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
    this.shapes = new Shapes(store);
    this.grants = new GrantLists(tenant);
    this.names = new NameRules(tenant);
  }

  Answer list(ApiCall call) {
    List<StoredRow.Group> rows =
        store.groups.rows().stream().filter(group -> names.wanted(call, group.name())).toList();
    return Paging.bracketed(call, rows, shapes::group);
  }

  Answer get(ApiCall call) {
    return Answer.data(shapes.group(store.group(call)));
  }

  Answer create(ApiCall call) {
    JsonNode body = call.wrapped("user_group");
    String name = names.free(body.path("name").asString(""), store.groupsByName, Optional.empty());
    Instant now = tenant.now();
    StoredRow.Group group =
        new StoredRow.Group(
            tenant.ids().group(), name, body.path("description").asString(""), false, now, now);
    store.put(store.groups, group.id(), group);
    tenant.log("user_group_created", resource(group));
    return Answer.data(shapes.group(group));
  }

  Answer update(ApiCall call) {
    StoredRow.Group group = store.customGroup(call);
    JsonNode body = call.wrapped("user_group");
    String name =
        names.free(
            body.path("name").asString(group.name()), store.groupsByName, Optional.of(group));
    boolean replaces = tenant.is(Switch.PUT_GROUP, "replaces");
    String description = body.path("description").asString(replaces ? "" : group.description());
    StoredRow.Group changed =
        new StoredRow.Group(group.id(), name, description, false, group.created(), tenant.now());
    if (!tenant.is(Switch.PUT_GROUP, "ignored")) {
      store.put(store.groups, changed.id(), changed);
      tenant.log("user_group_updated", resource(changed));
      dropped(changed);
    }
    return Answer.data(shapes.group(changed));
  }

  private void dropped(StoredRow.Group group) {
    if (tenant.is(Switch.PUT_GROUP, "drops-members")) {
      takeMembers(group);
    }
    if (tenant.is(Switch.PUT_GROUP, "drops-grants")) {
      takeGrants(group);
    }
  }

  /** Takes the group with its memberships and grants. */
  Answer delete(ApiCall call) {
    StoredRow.Group group = store.customGroup(call);
    int status = tenant.behaviour().status(Switch.DELETE_USED_GROUP);
    if (status >= 400 && isUsed(group)) {
      throw new Refusal(status, "Group is in use");
    }
    if (!tenant.is(Switch.DELETE_DEFINITION, "ignored")) {
      takeMembers(group);
      takePending(group);
      takeGrants(group);
      store.remove(store.groups, group.id());
      tenant.log("user_group_deleted", resource(group));
    }
    return Answer.undocumented(tenant.behaviour().of(Switch.DELETE_ANSWER));
  }

  private boolean isUsed(StoredRow.Group group) {
    return store.membersByGroup.count(group.id()) > 0
        || store.invitationsByGroup.count(group.id()) > 0
        || store.grantsByAssignee.count(StoredRow.Grant.ofGroup(group.id())) > 0;
  }

  private void takeMembers(StoredRow.Group group) {
    store
        .membersByGroup
        .all(group.id())
        .forEach(
            each -> store.put(each.withGroups(SandboxJson.without(each.groups(), group.id()))));
  }

  private void takePending(StoredRow.Group group) {
    store
        .invitationsByGroup
        .all(group.id())
        .forEach(
            each -> store.put(each.withGroups(SandboxJson.without(each.groups(), group.id()))));
  }

  private void takeGrants(StoredRow.Group group) {
    store
        .grantsByAssignee
        .all(StoredRow.Grant.ofGroup(group.id()))
        .forEach(grant -> store.remove(store.grants, grant.id()));
  }

  Answer projectGrants(ApiCall call) {
    return grants.ofAssignee(
        call, store.grantsByAssignee.all(StoredRow.Grant.ofGroup(store.group(call).id())).stream());
  }

  static Map<String, Object> resource(StoredRow.Group group) {
    return SandboxJson.object("id", group.id(), "name", group.name(), "type", "UserGroup");
  }
}
