package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.workiva.OrganizationState.Person;
import dev.rollcall.sandbox.workiva.OrganizationState.Seat;
import dev.rollcall.sandbox.workiva.OrganizationState.Space;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The workspaces of an organization, their roles and who is in them. */
final class OrganizationSpaces {

  private final OrganizationState state;
  private final AdminPages pages;

  OrganizationSpaces(OrganizationState state, AdminPages pages) {
    this.state = state;
    this.pages = pages;
  }

  Answer organization(AdminCall call) {
    call.only();
    return Answer.json(
        SandboxJson.object(
            "id",
            state.organization().id(),
            "name",
            state.organization().name(),
            "status",
            "active"));
  }

  Answer roles(AdminCall call) {
    call.only();
    return Answer.json(
        SandboxJson.object("data", RoleWork.rows(state.roles(), state.roles().keySet())));
  }

  Answer list(AdminCall call) {
    return pages.of(call, state.spaces().values().stream().map(this::row).toList());
  }

  private Map<String, Object> row(Space space) {
    return SandboxJson.object(
        "id",
        space.id(),
        "name",
        space.name(),
        "organization",
        SandboxJson.object("id", state.organization().id(), "name", state.organization().name()));
  }

  Answer rolesOf(AdminCall call) {
    call.only();
    Space space = known(state, call);
    return Answer.json(
        SandboxJson.object("data", RoleWork.rows(space.roles(), space.roles().keySet())));
  }

  static Space known(OrganizationState state, AdminCall call) {
    return Optional.ofNullable(state.spaces().get(call.id("workspace")))
        .orElseThrow(() -> AdminRefusal.notFound("workspace"));
  }

  Answer seats(AdminCall call) {
    Space space = known(state, call);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Seat seat : space.seats().values()) {
      Person person = state.person(seat.person()).orElseThrow();
      if (!person.mayNotSignIn() || state.is(OrganizationSwitch.SUSPENDED_MEMBERS, "listed")) {
        rows.add(row(space, seat, person));
      }
    }
    return pages.of(call, rows);
  }

  Answer seat(AdminCall call) {
    call.only();
    Space space = known(state, call);
    Seat seat =
        Optional.ofNullable(space.seats().get(call.id("membership")))
            .orElseThrow(() -> AdminRefusal.notFound("membership"));
    return Answer.json(row(space, seat, state.person(seat.person()).orElseThrow()));
  }

  private static Map<String, Object> row(Space space, Seat seat, Person person) {
    return SandboxJson.object(
        "id",
        seat.id(),
        "user",
        SandboxJson.object("id", person.id(), "displayName", person.displayName()),
        "workspace",
        SandboxJson.object("id", space.id(), "name", space.name()));
  }

  Answer join(AdminCall call) {
    Space space = known(state, call);
    JsonNode body = call.object("user", "options");
    JsonNode options = body.path("options");
    if (options.isObject()) {
      AdminCall.refuseOthers(options, List.of("notifyNewMember", "sendWelcomeEmail"), "options.");
    }
    Person person =
        state
            .person(body.path("user").asString(""))
            .orElseThrow(() -> AdminRefusal.bad("There is no such user.", "user"));
    Optional<Seat> there = space.seatOf(person.id());
    if (there.isPresent() && !state.is(OrganizationSwitch.MEMBERSHIP_TWICE, "201")) {
      throw new AdminRefusal(
          Integer.parseInt(state.of(OrganizationSwitch.MEMBERSHIP_TWICE)),
          "The user is a member of the workspace.");
    }
    if (options.path("sendWelcomeEmail").asBoolean(false)
        || options.path("notifyNewMember").asBoolean(false)) {
      state.mails().add(person.email());
    }
    return Answer.json(201, row(space, there.orElseGet(() -> added(space, person)), person));
  }

  private Seat added(Space space, Person person) {
    return addTo(state, space, person.id());
  }

  /** A member more, who is in the group of everybody as well. */
  static Seat addTo(OrganizationState state, Space space, String person) {
    Seat seat = new Seat(new OrganizationIds(state).membership(), person, new LinkedHashSet<>());
    space.seats().put(seat.id(), seat);
    space.circles().values().stream()
        .filter(circle -> circle.holdsEverybody())
        .forEach(circle -> circle.members().add(person));
    return seat;
  }

  Answer leave(AdminCall call) {
    Space space = known(state, call);
    Seat seat = space.seats().remove(call.id("membership"));
    if (seat == null) {
      throw AdminRefusal.notFound("membership");
    }
    space.circles().values().forEach(circle -> circle.members().remove(seat.person()));
    return Answer.empty(204);
  }
}
