package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.List;

/**
 * A collaborator.
 *
 * @param grantType {@code team} for collaborators; anything else is not ours
 * @param roles one an environment; environments without access may have a row or none
 */
public record MemberRow(Id id, String grantType, String name, String email, List<Role> roles) {

  /**
   * A role in one environment, as answers show it.
   *
   * @param roleType of which permission model; blank where it is not said
   */
  public record Role(String environmentType, String roleName, String roleType) {

    static Role read(JsonFields fields) {
      String environmentType = "";
      String roleName = "";
      String roleType = "";
      while (fields.next()) {
        switch (fields.name()) {
          case "environment_type" -> environmentType = fields.text();
          case "role_name" -> roleName = fields.text();
          case "role_type" -> roleType = fields.textIfAny().orElse("");
          default -> fields.skip();
        }
      }
      return new Role(environmentType, roleName, roleType);
    }
  }

  /** Reads one. */
  public static MemberRow read(JsonFields fields) {
    Id id = Id.NONE;
    String grantType = "";
    String name = "";
    String email = "";
    List<Role> roles = List.of();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "grant_type" -> grantType = fields.text();
        case "name" -> name = fields.text();
        case "email" -> email = fields.text();
        case "roles" -> roles = fields.list(Role::read);
        default -> fields.skip();
      }
    }
    return new MemberRow(id, grantType, name, email, roles);
  }
}
