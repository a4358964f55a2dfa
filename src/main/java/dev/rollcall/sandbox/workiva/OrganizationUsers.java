package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.workiva.OrganizationState.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The people of an organization. */
final class OrganizationUsers {

  private static final List<String> FIELDS =
      List.of("username", "givenName", "familyName", "displayName", "email");

  private final OrganizationState state;
  private final AdminPages pages;

  OrganizationUsers(OrganizationState state, AdminPages pages) {
    this.state = state;
    this.pages = pages;
  }

  Answer list(AdminCall call) {
    return pages.of(
        call,
        state.people().values().stream()
            .filter(person -> !state.elsewhere().contains(person.id()))
            .map(OrganizationUsers::row)
            .toList());
  }

  Answer get(AdminCall call) {
    String asked = call.id("user");
    boolean aliases = state.is(OrganizationSwitch.GROUP_MEMBER_IDS, "aliases");
    return state.people().values().stream()
        .filter(person -> !state.elsewhere().contains(person.id()))
        .filter(person -> aliases && OrganizationIds.inGroup(person.id()).equals(asked))
        .findFirst()
        .map(person -> Answer.json(row(person)))
        .orElseGet(() -> Answer.json(row(known(call))));
  }

  private Person known(AdminCall call) {
    return state.person(call.id("user")).orElseThrow(() -> AdminRefusal.notFound("user"));
  }

  Answer create(AdminCall call) {
    JsonNode body =
        call.object("username", "givenName", "familyName", "displayName", "email", "status");
    for (String field : required()) {
      if (body.path(field).asString("").isBlank()) {
        throw AdminRefusal.bad("This field is required.", field);
      }
    }
    String username = body.path("username").asString();
    if (!username.matches("[^\\sA-Z]+")) {
      throw AdminRefusal.bad("A user name has no spaces and no capital letters.", "username");
    }
    refuseTaken(username);
    Person person =
        new Person(
            new OrganizationIds(state).user(),
            username,
            body.path("givenName").asString(""),
            body.path("familyName").asString(""),
            body.path("displayName").asString(username),
            body.path("email").asString(""),
            "active",
            false);
    state.people().put(person.id(), person);
    if (state.is(OrganizationSwitch.NEW_USER_MAILS, "yes")) {
      state.mails().add(person.email());
    }
    return Answer.json(201, row(person));
  }

  private List<String> required() {
    return state.is(OrganizationSwitch.NEW_USER_FIELDS, "all")
        ? FIELDS
        : List.of("username", "email");
  }

  private void refuseTaken(String username) {
    Optional<Person> there =
        state.people().values().stream()
            .filter(person -> person.username().equals(username))
            .findFirst();
    there.ifPresent(
        person -> {
          boolean elsewhere = state.elsewhere().contains(person.id());
          if (elsewhere) {
            boolean tells = state.is(OrganizationSwitch.NEW_USER_ELSEWHERE, "409-with-id");
            throw new AdminRefusal(
                409, "The user exists in another organization.", tells ? person.id() : "username");
          }
          throw new AdminRefusal(
              Integer.parseInt(state.of(OrganizationSwitch.NEW_USER_TWICE)),
              "The user name is taken.",
              "username");
        });
  }

  /** Brings in somebody whom another organization has. */
  Answer assign(AdminCall call) {
    String id = call.object("user").path("user").asString("");
    if (!state.people().containsKey(id)) {
      throw AdminRefusal.notFound("user");
    }
    state.elsewhere().remove(id);
    return Answer.json(row(state.person(id).orElseThrow()));
  }

  Answer update(AdminCall call) {
    Person person = known(call);
    Map<String, String> replaced =
        call.replacements(
            Stream.concat(
                    FIELDS.stream(),
                    Stream.of("status")
                        .filter(s -> state.is(OrganizationSwitch.STATUS_PATCH, "accepted")))
                .map(field -> "/" + field)
                .toList());
    refuseForeign(person);
    Person changed =
        new Person(
            person.id(),
            replaced.getOrDefault("/username", person.username()),
            replaced.getOrDefault("/givenName", person.givenName()),
            replaced.getOrDefault("/familyName", person.familyName()),
            replaced.getOrDefault("/displayName", person.displayName()),
            replaced.getOrDefault("/email", person.email()),
            replaced.getOrDefault("/status", person.status()),
            false);
    state.people().put(person.id(), changed);
    return Answer.json(row(changed));
  }

  private void refuseForeign(Person person) {
    if (person.foreign()) {
      throw new AdminRefusal(
          Integer.parseInt(state.of(OrganizationSwitch.FOREIGN_USER)),
          "The user is owned by another organization.");
    }
  }

  Answer delete(AdminCall call) {
    Person person = known(call);
    state.held().remove(person.id());
    state
        .spaces()
        .values()
        .forEach(
            space -> {
              space.seats().values().removeIf(seat -> seat.person().equals(person.id()));
              space.circles().values().forEach(circle -> circle.members().remove(person.id()));
            });
    state.files().values().forEach(file -> file.permissions().remove(person.id()));
    if (person.foreign()) {
      state.elsewhere().add(person.id());
    } else {
      state.people().remove(person.id());
    }
    return Answer.empty(204);
  }

  static Map<String, Object> row(Person person) {
    return SandboxJson.object(
        "id",
        person.id(),
        "username",
        person.username(),
        "givenName",
        person.givenName(),
        "familyName",
        person.familyName(),
        "displayName",
        person.displayName(),
        "email",
        person.email(),
        "status",
        person.status());
  }
}
