package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.Optional;

/**
 * A project role given to a person or a group.
 *
 * @param project where it was given, by the server's word
 * @param userGroup set where a group holds it
 * @param user set where a person holds it directly
 */
public record GrantRow(
    Id id,
    ProjectRow project,
    NamedRow projectRole,
    Optional<NamedRow> userGroup,
    Optional<PersonRow> user) {

  private static final NamedRow NO_ROLE = new NamedRow(Id.NONE, "");

  /** Reads one. */
  public static GrantRow read(JsonFields fields) {
    Id id = Id.NONE;
    ProjectRow project = ProjectRow.NONE;
    NamedRow projectRole = NO_ROLE;
    Optional<NamedRow> userGroup = Optional.empty();
    Optional<PersonRow> user = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "project" -> project = fields.object(ProjectRow::read).orElse(ProjectRow.NONE);
        case "project_role" -> projectRole = fields.object(NamedRow::read).orElse(NO_ROLE);
        case "user_group" -> userGroup = fields.object(NamedRow::read);
        case "user" -> user = fields.object(PersonRow::read);
        default -> fields.skip();
      }
    }
    return new GrantRow(id, project, projectRole, userGroup, user);
  }
}
