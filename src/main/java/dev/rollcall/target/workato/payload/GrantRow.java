package dev.rollcall.target.workato.payload;

import java.util.Optional;

/**
 * A project role given to a person or a group.
 *
 * @param userGroup set where a group holds it
 * @param user set where a person holds it directly
 */
public record GrantRow(
    Id id, NamedRow projectRole, Optional<NamedRow> userGroup, Optional<PersonRow> user) {

  /** Absent fields become empty. */
  public GrantRow {
    id = Id.orNone(id);
    projectRole = projectRole == null ? new NamedRow(Id.NONE, "") : projectRole;
    userGroup = userGroup == null ? Optional.empty() : userGroup;
    user = user == null ? Optional.empty() : user;
  }
}
