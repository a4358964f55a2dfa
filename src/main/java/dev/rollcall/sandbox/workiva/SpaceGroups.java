package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.workiva.OrganizationState.Circle;
import dev.rollcall.sandbox.workiva.OrganizationState.Seat;
import dev.rollcall.sandbox.workiva.OrganizationState.Space;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The groups of a workspace. */
final class SpaceGroups {

  private final OrganizationState state;
  private final AdminPages pages;

  SpaceGroups(OrganizationState state, AdminPages pages) {
    this.state = state;
    this.pages = pages;
  }

  Answer list(AdminCall call) {
    return pages.of(
        call,
        OrganizationSpaces.known(state, call).circles().values().stream()
            .map(SpaceGroups::row)
            .toList());
  }

  private static Map<String, Object> row(Circle circle) {
    return SandboxJson.object(
        "id", circle.id(), "name", circle.name(), "memberCount", circle.members().size());
  }

  Answer create(AdminCall call) {
    Space space = OrganizationSpaces.known(state, call);
    String name = call.object("name").path("name").asString("").strip();
    if (name.isEmpty()) {
      throw AdminRefusal.bad("This field is required.", "name");
    }
    refuseTaken(space, name);
    Circle circle = new Circle(new OrganizationIds(state).group(), name, new LinkedHashSet<>());
    space.circles().put(circle.id(), circle);
    return Answer.json(201, row(circle));
  }

  private static void refuseTaken(Space space, String name) {
    if (space.circles().values().stream().anyMatch(circle -> circle.name().equals(name))) {
      throw new AdminRefusal(409, "There is a group of that name.", "name");
    }
  }

  Answer get(AdminCall call) {
    return Answer.json(row(known(call)));
  }

  Answer rename(AdminCall call) {
    Circle circle = changeable(call);
    String name = call.replacements(List.of("/name")).getOrDefault("/name", "").strip();
    if (name.isEmpty()) {
      throw AdminRefusal.bad("This field is required.", "/name");
    }
    Space space = OrganizationSpaces.known(state, call);
    if (!name.equals(circle.name())) {
      refuseTaken(space, name);
    }
    Circle renamed = new Circle(circle.id(), name, circle.members());
    space.circles().put(renamed.id(), renamed);
    return Answer.json(row(renamed));
  }

  /** Its permissions go with it. */
  Answer delete(AdminCall call) {
    Circle circle = changeable(call);
    OrganizationSpaces.known(state, call).circles().remove(circle.id());
    state.files().values().forEach(file -> file.permissions().remove(circle.id()));
    return Answer.empty(204);
  }

  private Circle changeable(AdminCall call) {
    Circle circle = known(call);
    if (circle.holdsEverybody()) {
      throw new AdminRefusal(
          Integer.parseInt(state.of(OrganizationSwitch.ALL_USERS)),
          "The group of all users cannot be modified.");
    }
    return circle;
  }

  Answer members(AdminCall call) {
    Space space = OrganizationSpaces.known(state, call);
    return pages.of(
        call,
        known(call).members().stream()
            .map(id -> SandboxJson.object("id", shown(space, id)))
            .toList());
  }

  /** What a list calls a member. */
  private String shown(Space space, String person) {
    return switch (state.of(OrganizationSwitch.GROUP_MEMBER_IDS)) {
      case "memberships" -> space.seatOf(person).map(Seat::id).orElse(person);
      case "aliases", "others" -> OrganizationIds.inGroup(person);
      default -> person;
    };
  }

  /** Who is meant by a change; the id itself where it is nobody's. */
  private String meant(Space space, String id) {
    return state.is(OrganizationSwitch.GROUP_CHANGE_IDS, "users")
        ? id
        : state.people().keySet().stream()
            .filter(person -> shown(space, person).equals(id))
            .findFirst()
            .orElse("nobody");
  }

  private Circle known(AdminCall call) {
    return Optional.ofNullable(
            OrganizationSpaces.known(state, call).circles().get(call.id("group")))
        .orElseThrow(() -> AdminRefusal.notFound("group"));
  }

  Answer modify(AdminCall call) {
    Space space = OrganizationSpaces.known(state, call);
    Circle circle = changeable(call);
    JsonNode body = call.object("toAdd", "toRemove");
    List<String> more = meant(space, ids(body, "toAdd"));
    List<String> fewer = meant(space, ids(body, "toRemove"));
    refuse(space, circle, more, fewer);
    more.forEach(id -> add(space, circle, id));
    fewer.forEach(circle.members()::remove);
    return Answer.empty(204);
  }

  private List<String> meant(Space space, List<String> ids) {
    return ids.stream().map(id -> meant(space, id)).toList();
  }

  private static List<String> ids(JsonNode body, String field) {
    JsonNode ids = body.path(field);
    return ids.isMissingNode() || ids.isNull() ? List.of() : AdminCall.texts(ids, field);
  }

  /** What is wrong with one of them is wrong with all. */
  private void refuse(Space space, Circle circle, List<String> more, List<String> fewer) {
    String stranger = state.of(OrganizationSwitch.ADD_STRANGER);
    for (String id : more) {
      boolean joins = stranger.equals("joins") && state.person(id).isPresent();
      if (space.seatOf(id).isEmpty() && !joins) {
        int status = stranger.equals("404") ? 404 : 400;
        throw new AdminRefusal(status, "The user is no member of the workspace.", "toAdd")
            .with("No member of the workspace.", id);
      }
      if (circle.members().contains(id) && state.is(OrganizationSwitch.ADD_PRESENT, "409")) {
        throw new AdminRefusal(409, "The user is in the group.", "toAdd").with("In the group.", id);
      }
    }
    for (String id : fewer) {
      if (!circle.members().contains(id) && state.is(OrganizationSwitch.REMOVE_ABSENT, "404")) {
        throw new AdminRefusal(404, "The user is not in the group.", "toRemove")
            .with("Not in the group.", id);
      }
    }
  }

  private void add(Space space, Circle circle, String person) {
    if (space.seatOf(person).isEmpty()) {
      OrganizationSpaces.addTo(state, space, person);
    }
    circle.members().add(person);
  }
}
