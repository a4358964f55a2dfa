package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Profile;
import dev.rollcall.plan.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is told of users, in the manner of a service provider. */
record UserEdits(ScimProfile.UserManners manners) {

  private static final String NAME = "name";
  private static final String GIVEN = "givenName";
  private static final String FAMILY = "familyName";
  private static final String DISPLAY = "displayName";
  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

  /** Somebody who comes. */
  ObjectNode created(Operation.Join joining, Map<RoleAttribute, String> roles) {
    Email email = joining.email();
    String name = joining.name();
    ObjectNode user = ScimDocuments.object();
    user.putArray("schemas").add(USER);
    user.put("userName", email.address());
    String known = name.isBlank() ? local(email) : name.strip();
    Profile profile =
        Profile.of(known)
            .called(
                joining.details().getOrDefault(Profile.GIVEN, ""),
                joining.details().getOrDefault(Profile.FAMILY, ""));
    user.putObject("name").put(GIVEN, profile.given()).put(FAMILY, profile.family());
    if (manners.displayNames()) {
      user.put("displayName", known);
    }
    if (manners.mostEmails() > 0) {
      user.putArray("emails")
          .addObject()
          .put("value", email.address())
          .put("type", "work")
          .put("primary", true);
    }
    user.set("active", truth(true));
    roles.forEach((attribute, role) -> put(user, attribute, Optional.of(role)));
    return user;
  }

  private static String local(Email email) {
    return email.address().substring(0, email.address().indexOf('@'));
  }

  /** Somebody is called otherwise: only what differs is told. */
  Edit called(Profile now, Profile after) {
    Map<String, String> names = new LinkedHashMap<>();
    put(names, GIVEN, now.given(), after.given());
    put(names, FAMILY, now.family(), after.family());
    Optional<String> display =
        after.display().filter(text -> !now.display().equals(after.display()));
    if (names.isEmpty() && display.isEmpty()) {
      return Edit.NONE;
    }
    return new Edit(
        isPathless() ? List.of(pathless(after, names, display)) : named(now, names, display),
        user -> {
          ObjectNode name = user.withObjectProperty(ScimAttributes.spelled(user, NAME));
          names.forEach((field, text) -> name.put(ScimAttributes.spelled(name, field), text));
          // It said the old name, and is made of the new one where it is kept.
          name.remove(ScimAttributes.spelled(name, "formatted"));
          display.ifPresent(text -> user.put(ScimAttributes.spelled(user, DISPLAY), text));
          return user;
        });
  }

  private static void put(Map<String, String> names, String field, String old, String name) {
    if (!old.equals(name)) {
      names.put(field, name);
    }
  }

  private static List<ObjectNode> named(
      Profile now, Map<String, String> names, Optional<String> display) {
    // Not every provider replaces a part of what is not there.
    boolean isNew = now.given().isEmpty() && now.family().isEmpty();
    List<ObjectNode> operations = new ArrayList<>();
    names.forEach(
        (field, text) ->
            operations.add(
                Edit.operation(isNew ? "add" : "replace")
                    .put("path", NAME + "." + field)
                    .put("value", text)));
    display.ifPresent(
        text -> operations.add(Edit.operation("replace").put("path", DISPLAY).put("value", text)));
    return List.copyOf(operations);
  }

  private static ObjectNode pathless(
      Profile after, Map<String, String> names, Optional<String> display) {
    ObjectNode operation = Edit.operation("replace");
    ObjectNode value = operation.putObject("value");
    if (!names.isEmpty()) {
      // Some take the parts that are told for all there are.
      Map<String, String> whole = new LinkedHashMap<>(names);
      put(whole, GIVEN, "", after.given());
      put(whole, FAMILY, "", after.family());
      whole.forEach(value.putObject(NAME)::put);
    }
    display.ifPresent(text -> value.put(DISPLAY, text));
    return operation;
  }

  /** Somebody is suspended, or comes back. */
  Edit active(boolean isActive) {
    JsonNode value = truth(isActive);
    ObjectNode operation = Edit.operation("replace");
    if (isPathless()) {
      operation.putObject("value").set("active", value);
    } else {
      operation.put("path", "active").set("value", value);
    }
    return new Edit(
        List.of(operation),
        user -> {
          user.set(ScimAttributes.spelled(user, "active"), value);
          return user;
        });
  }

  /**
   * Somebody has other roles.
   *
   * @param wanted what each attribute is to say; empty for nothing
   */
  Edit roles(Map<RoleAttribute, Optional<String>> wanted) {
    List<ObjectNode> operations = new ArrayList<>();
    wanted.forEach((attribute, role) -> operations.add(role(attribute, role)));
    return new Edit(
        List.copyOf(operations),
        user -> {
          wanted.forEach((attribute, role) -> put(user, attribute, role));
          return user;
        });
  }

  private ObjectNode role(RoleAttribute attribute, Optional<String> role) {
    if (isPathless()) {
      ObjectNode operation = Edit.operation("replace");
      operation.putObject("value").putObject(attribute.schema()).set(attribute.name(), text(role));
      return operation;
    }
    return role.map(
            text -> Edit.operation("replace").put("path", attribute.path()).put("value", text))
        .orElseGet(() -> Edit.operation("remove").put("path", attribute.path()));
  }

  private static JsonNode text(Optional<String> role) {
    return role.<JsonNode>map(JsonNodeFactory.instance::stringNode)
        .orElseGet(JsonNodeFactory.instance::nullNode);
  }

  private static void put(ObjectNode user, RoleAttribute attribute, Optional<String> role) {
    String schema = ScimAttributes.spelled(user, attribute.schema());
    ObjectNode extension = user.withObjectProperty(schema);
    String name = ScimAttributes.spelled(extension, attribute.name());
    role.ifPresentOrElse(text -> extension.put(name, text), () -> extension.remove(name));
    JsonNode schemas = user.withArrayProperty(ScimAttributes.spelled(user, "schemas"));
    boolean isSaid =
        schemas.valueStream().anyMatch(each -> each.asString("").equals(attribute.schema()));
    if (!isSaid) {
      user.withArrayProperty(ScimAttributes.spelled(user, "schemas")).add(attribute.schema());
    }
  }

  private JsonNode truth(boolean value) {
    return manners.activeAsText()
        ? JsonNodeFactory.instance.stringNode(value ? "True" : "False")
        : JsonNodeFactory.instance.booleanNode(value);
  }

  private boolean isPathless() {
    return manners.changing() == ScimProfile.Changing.PATCH_WITHOUT_PATH;
  }
}
