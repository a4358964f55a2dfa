package dev.rollcall.tenant.scim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of the members of a group, in the manner of a service provider. */
record MemberEdits(ScimProfile.GroupManners manners) {

  /** Where in a request members are named; a form that is not understood is followed by another. */
  static final String NAMED = "";

  /** All that are left are named, in place of those that go. */
  static final String REPLACED = "replaced";

  private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  private static final String MEMBERS = "members";
  private static final String NAME = "displayName";

  /** A group without members. */
  static ObjectNode created(String name) {
    ObjectNode group = ScimDocuments.object();
    group.putArray("schemas").add(GROUP);
    return group.put(NAME, name);
  }

  /** A group has another name. */
  static Edit renamed(String name) {
    return new Edit(
        List.of(Edit.operation("replace").put("path", NAME).put("value", name)),
        group -> group.put(ScimAttributes.spelled(group, NAME), name));
  }

  /** The group whose members are replaced, as it was read; none where those who go are named. */
  record Replacing(Optional<ObjectNode> group) {

    static final Replacing NOTHING = new Replacing(Optional.empty());
  }

  /**
   * Members come and go.
   *
   * @param held who is one now
   */
  Edit changed(
      Set<String> held, Collection<String> coming, Collection<String> going, Replacing how) {
    List<String> more = coming.stream().filter(id -> !held.contains(id)).distinct().toList();
    List<String> fewer = going.stream().filter(held::contains).distinct().toList();
    if (more.isEmpty() && fewer.isEmpty()) {
      return Edit.NONE;
    }
    Set<String> left = new LinkedHashSet<>(held);
    left.addAll(more);
    left.removeAll(fewer);
    List<ObjectNode> operations =
        how.group()
            .map(group -> List.of(replacing(whole(group, left, more))))
            .orElseGet(() -> named(more, fewer));
    return new Edit(operations, group -> whole(group, left, more));
  }

  private List<ObjectNode> named(List<String> more, List<String> fewer) {
    List<ObjectNode> operations = new ArrayList<>();
    if (!more.isEmpty()) {
      ObjectNode add = Edit.operation("add").put("path", MEMBERS);
      more.forEach(id -> add.withArrayProperty("value").addObject().put("value", id));
      operations.add(add);
    }
    if (!fewer.isEmpty()) {
      operations.addAll(removals(fewer));
    }
    return List.copyOf(operations);
  }

  private List<ObjectNode> removals(List<String> fewer) {
    return switch (manners.removal()) {
      case FILTER_PATH -> fewer.stream().map(MemberEdits::removal).toList();
      case VALUE_ARRAY -> {
        ObjectNode remove = Edit.operation("remove").put("path", MEMBERS);
        fewer.forEach(id -> remove.withArrayProperty("value").addObject().put("value", id));
        yield List.of(remove);
      }
      // A group that is changed as a whole only comes here where its provider refused that.
      case PUT_GROUP -> fewer.stream().map(MemberEdits::removal).toList();
    };
  }

  private static ObjectNode removal(String id) {
    String quoted = id.replace("\\", "\\\\").replace("\"", "\\\"");
    return Edit.operation("remove").put("path", "members[value eq \"" + quoted + "\"]");
  }

  private static ObjectNode replacing(ObjectNode group) {
    ObjectNode replace = Edit.operation("replace").put("path", MEMBERS);
    replace.set("value", group.path(ScimAttributes.spelled(group, MEMBERS)));
    return replace;
  }

  /** Those who stay are sent as they were read. */
  private static ObjectNode whole(ObjectNode group, Set<String> left, List<String> more) {
    String name = ScimAttributes.spelled(group, MEMBERS);
    ArrayNode members = ScimDocuments.array();
    Set<String> kept = new LinkedHashSet<>();
    group
        .path(name)
        .forEach(
            each -> {
              String id = ScimAttributes.text(each, "value");
              if (left.contains(id) && kept.add(id)) {
                members.add(each);
              }
            });
    more.forEach(id -> members.addObject().put("value", id));
    group.set(name, members);
    return group;
  }
}
