package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.List;
import java.util.Optional;

/**
 * A collaborator.
 *
 * @param grantType {@code team} for collaborators; anything else is not ours
 * @param roles one an environment; environments without access may have a row or none; none at all
 *     in a flat row
 * @param role that of the environment it was asked in, where the row is flat
 * @param externalId as a partner names somebody; blank for none
 */
public record MemberRow(
    Id id,
    String grantType,
    String name,
    String email,
    List<Role> roles,
    Optional<String> role,
    String externalId) {

  /** Of nobody. */
  public static final MemberRow NOBODY =
      new MemberRow(Id.NONE, "", "", "", List.of(), Optional.empty(), "");

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
          case "environment_type" -> environmentType = fields.repeatedText();
          case "role_name" -> roleName = fields.repeatedText();
          case "role_type" -> roleType = fields.repeatedTextIfAny();
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
    String externalId = "";
    Optional<List<Role>> roles = Optional.empty();
    Optional<String> role = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "grant_type" -> grantType = fields.repeatedText();
        case "name" -> name = fields.text();
        case "email" -> email = fields.text();
        case "roles" -> roles = Optional.of(fields.list(Role::read));
        case "role_name" -> role = fields.textIfAny();
        case "external_id" -> externalId = fields.text();
        default -> fields.skip();
      }
    }
    return new MemberRow(
        id,
        grantType,
        name,
        email,
        roles.orElse(List.of()),
        roles.isPresent() ? Optional.empty() : role,
        externalId);
  }
}
