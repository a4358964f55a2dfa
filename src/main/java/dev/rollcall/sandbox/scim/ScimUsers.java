package dev.rollcall.sandbox.scim;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Users. */
record ScimUsers(ScimState state) implements ScimType {

  @Override
  public String name() {
    return "Users";
  }

  @Override
  public ScimSchema schema() {
    return state.userSchema();
  }

  @Override
  public ScimStore store() {
    return state.users();
  }

  @Override
  public ScimSwitch changing() {
    return ScimSwitch.CHANGING_USERS;
  }

  @Override
  public void checkRequest(ObjectNode body) {
    // A user is never too much.
  }

  @Override
  public ObjectNode accepted(ObjectNode wanted, Optional<ObjectNode> before) {
    String name = wanted.path("userName").asString("");
    if (state.is(ScimSwitch.USER_NAMES, "lower")) {
      wanted.put("userName", name.toLowerCase(Locale.ROOT));
    }
    if (wanted.path("emails").size() > 1 && state.is(ScimSwitch.EMAILS, "one")) {
      throw ScimRefusal.value("only one e-mail address is supported");
    }
    String own = before.map(row -> row.path("id").asString("")).orElse("");
    if (store().any(row -> isTaken(row, name, own))) {
      throw new ScimRefusal(409, "uniqueness", "the userName is taken");
    }
    if (before.isEmpty() && !wanted.has("active")) {
      wanted.put("active", true);
    }
    return wanted;
  }

  private static boolean isTaken(ObjectNode row, String name, String own) {
    return row.path("userName").asString("").equalsIgnoreCase(name)
        && !row.path("id").asString("").equals(own);
  }

  @Override
  public ObjectNode shown(ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    if (!state.is(ScimSwitch.ACTIVE, "boolean")) {
      shown.put("active", row.path("active").asBoolean(true) ? "True" : "False");
    }
    if (state.is(ScimSwitch.USER_GROUPS, "shown")) {
      ArrayNode groups = shown.putArray("groups");
      String id = row.path("id").asString("");
      for (ObjectNode group : state.groups().all()) {
        if (ScimGroups.has(group, id)) {
          groups
              .addObject()
              .put("value", group.path("id").asString(""))
              .put("display", group.path("displayName").asString(""));
        }
      }
    }
    return shown;
  }

  @Override
  public void checkFilter(ScimFilter filter) {
    // Whatever a user has can be asked for.
  }

  @Override
  public void delete(String id) {
    switch (state.behaviour().of(ScimSwitch.DELETE_USER)) {
      case "refused" -> throw new ScimRefusal(501, "", "users are not deleted");
      case "suspends" -> {
        ObjectNode row = store().get(id).orElseThrow();
        store().put(id, row.deepCopy().put("active", false));
      }
      default -> {
        store().remove(id);
        state.groups().all().stream()
            .filter(group -> ScimGroups.has(group, id))
            .forEach(group -> takeOut(group, id));
      }
    }
  }

  private void takeOut(ObjectNode group, String id) {
    ObjectNode left = group.deepCopy();
    ScimMemberRemoval.keep(left, "members", each -> !each.path("value").asString("").equals(id));
    state.groups().put(group.path("id").asString(""), left);
  }
}
