package dev.rollcall.sandbox.scim;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups. */
record ScimGroups(ScimState state) implements ScimType {

  private static final Duration HOLD = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "Groups";
  }

  @Override
  public ScimSchema schema() {
    return state.groupSchema();
  }

  @Override
  public ScimStore store() {
    return state.groups();
  }

  @Override
  public ScimSwitch changing() {
    return ScimSwitch.CHANGING_GROUPS;
  }

  /** Whether somebody is in a group. */
  static boolean has(ObjectNode group, String user) {
    return members(group).contains(user);
  }

  private static Set<String> members(JsonNode group) {
    Set<String> members = new HashSet<>();
    group.path("members").forEach(each -> members.add(each.path("value").asString("")));
    return members;
  }

  @Override
  public void checkRequest(ObjectNode body) {
    int named = body.path("members").size();
    for (JsonNode operation : body.path("Operations")) {
      boolean isRemoval = operation.path("path").asString("").startsWith("members[");
      named += isRemoval ? 1 : operation.path("value").size();
    }
    int most = state.behaviour().number(ScimSwitch.MOST_MEMBERS).orElse(Integer.MAX_VALUE);
    if (named > most) {
      throw new ScimRefusal(
          state.behaviour().number(ScimSwitch.TOO_MANY_MEMBERS).orElseThrow(),
          "tooMany",
          "at most " + most + " members in a request");
    }
  }

  @Override
  public ObjectNode accepted(ObjectNode wanted, Optional<ObjectNode> before) {
    if (before.isEmpty() && state.is(ScimSwitch.CREATE_GROUP, "refused")) {
      throw new ScimRefusal(403, "", "groups are not made here");
    }
    checkName(wanted, before);
    Set<String> joining = members(wanted);
    before.ifPresent(group -> joining.removeAll(members(group)));
    for (String member : joining) {
      if (state.users().get(member).isEmpty() && store().get(member).isEmpty()) {
        throw ScimRefusal.value("there is no user " + member);
      }
      before.ifPresent(group -> hold(group, member));
    }
    before.ifPresent(group -> cascade(group, wanted));
    return wanted;
  }

  private void checkName(ObjectNode wanted, Optional<ObjectNode> before) {
    String name = wanted.path("displayName").asString("");
    String own = before.map(row -> row.path("id").asString("")).orElse("");
    boolean isTaken =
        store()
            .any(
                row ->
                    row.path("displayName").asString("").equalsIgnoreCase(name)
                        && !row.path("id").asString("").equals(own));
    if (isTaken && state.is(ScimSwitch.GROUP_NAMES, "unique")) {
      throw new ScimRefusal(409, "uniqueness", "there is a group of that name");
    }
  }

  /** What lies in a workspace needs the membership of it. */
  private void hold(ObjectNode group, String member) {
    Optional<ObjectNode> workspace = workspace(group).flatMap(store()::get);
    if (workspace.isPresent() && !has(workspace.get(), member)) {
      state.pass(HOLD);
      throw new ScimRefusal(
          400, "", "make sure the user is a member of " + workspace.get().path("id").asString(""));
    }
  }

  private Optional<String> workspace(ObjectNode group) {
    String[] parts = group.path("id").asString("").split(":");
    boolean isWithin = parts.length > 2 && parts[0].equals("workspace");
    return isWithin && state.is(ScimSwitch.HOLD, "30s")
        ? Optional.of(parts[0] + ":" + parts[1])
        : Optional.empty();
  }

  /** Whoever loses a membership loses all that lies in the workspace. */
  private void cascade(ObjectNode before, ObjectNode after) {
    Set<String> leaving = members(before);
    leaving.removeAll(members(after));
    String id = before.path("id").asString("");
    if (leaving.isEmpty()) {
      return;
    }
    for (ObjectNode group : store().all()) {
      if (workspace(group).equals(Optional.of(id))) {
        ObjectNode left = group.deepCopy();
        ScimMemberRemoval.keep(
            left, "members", each -> !leaving.contains(each.path("value").asString("")));
        store().put(group.path("id").asString(""), left);
      }
    }
  }

  @Override
  public ObjectNode shown(ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    boolean isShown = state.is(ScimSwitch.MEMBERS, "shown");
    if (!isShown || row.path("members").isEmpty()) {
      switch (state.behaviour().of(ScimSwitch.NO_VALUES)) {
        case "absent" -> shown.remove("members");
        case "null" -> shown.putNull("members");
        default -> shown.putArray("members");
      }
    }
    return shown;
  }

  @Override
  public void checkFilter(ScimFilter filter) {
    if (filter.isAbout("members.value") && state.is(ScimSwitch.MEMBERS, "secret")) {
      throw new ScimRefusal(400, "invalidFilter", "cannot filter by members");
    }
  }

  @Override
  public void delete(String id) {
    store().remove(id);
  }
}
