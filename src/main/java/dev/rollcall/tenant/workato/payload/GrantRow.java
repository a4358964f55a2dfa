package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * A project role given to a person or a group.
 *
 * @param project where it was given, by the server's word
 * @param userGroup set where a group holds it
 * @param user set where a person holds it directly
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GrantRow(
    Id id,
    ProjectRow project,
    NamedRow projectRole,
    Optional<NamedRow> userGroup,
    Optional<PersonRow> user) {

  /** Absent fields become empty. */
  public GrantRow {
    id = Id.orNone(id);
    project = project == null ? ProjectRow.NONE : project;
    projectRole = projectRole == null ? new NamedRow(Id.NONE, "") : projectRole;
    userGroup = userGroup == null ? Optional.empty() : userGroup;
    user = user == null ? Optional.empty() : user;
  }
}
