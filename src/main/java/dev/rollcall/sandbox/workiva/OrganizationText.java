package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.workiva.OrganizationState.Circle;
import dev.rollcall.sandbox.workiva.OrganizationState.Person;
import dev.rollcall.sandbox.workiva.OrganizationState.Seat;
import dev.rollcall.sandbox.workiva.OrganizationState.Sheet;
import dev.rollcall.sandbox.workiva.OrganizationState.Space;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an organization holds, as lines without ids. */
final class OrganizationText {

  private final OrganizationState state;
  private final Set<String> lines = new TreeSet<>();

  OrganizationText(OrganizationState state) {
    this.state = state;
  }

  /** Sorted. */
  String comparable() {
    state.people().values().forEach(this::person);
    state.spaces().values().forEach(this::space);
    state.files().values().forEach(this::file);
    return String.join("\n", lines) + "\n";
  }

  private void person(Person person) {
    if (state.elsewhere().contains(person.id())) {
      return;
    }
    lines.add(
        "user %s %s \"%s\" \"%s\" \"%s\""
            .formatted(
                person.username(),
                person.status(),
                person.givenName(),
                person.familyName(),
                person.displayName()));
    state
        .rolesOf(person.id())
        .forEach(role -> lines.add("organization: " + person.username() + " " + role(role)));
  }

  private String role(String id) {
    return state.roles().getOrDefault(id, id);
  }

  private void space(Space space) {
    String before = "workspace " + space.name() + ": ";
    for (Seat seat : space.seats().values()) {
      lines.add(before + name(seat.person()));
      seat.roles()
          .forEach(
              role ->
                  lines.add(
                      before + name(seat.person()) + " " + space.roles().getOrDefault(role, role)));
    }
    for (Circle circle : space.circles().values()) {
      lines.add(before + "group " + circle.name());
      circle.members().forEach(member -> lines.add(before + name(member) + " in " + circle.name()));
    }
  }

  private void file(Sheet file) {
    file.permissions()
        .forEach(
            (principal, permission) ->
                lines.add(
                    "file %s: %s %s"
                        .formatted(
                            file.name(),
                            name(principal),
                            OrganizationState.PERMISSIONS.getOrDefault(permission, permission))));
  }

  private String name(String principal) {
    return Optional.ofNullable(state.people().get(principal))
        .map(Person::username)
        .or(() -> group(principal))
        .orElse(principal);
  }

  private Optional<String> group(String id) {
    return state.spaces().values().stream()
        .flatMap(
            space ->
                Optional.ofNullable(space.circles().get(id)).stream()
                    .map(circle -> space.name() + " / " + circle.name()))
        .findFirst();
  }
}
