package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A collaborator.
 *
 * @param grantType {@code team} for collaborators; anything else is not ours
 * @param roles one an environment; environments without access may have a row or none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MemberRow(Id id, String grantType, String name, String email, List<Role> roles) {

  /** A role in one environment, as answers show it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Role(String environmentType, String roleName) {
    /** Absent fields become empty. */
    public Role {
      environmentType = environmentType == null ? "" : environmentType;
      roleName = roleName == null ? "" : roleName;
    }
  }

  /** Absent fields become empty. */
  public MemberRow {
    id = Id.orNone(id);
    grantType = grantType == null ? "" : grantType;
    name = name == null ? "" : name;
    email = email == null ? "" : email;
    roles = roles == null ? List.of() : List.copyOf(roles);
  }
}
