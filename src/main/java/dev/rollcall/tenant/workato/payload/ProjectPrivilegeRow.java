package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.List;
import java.util.Map;

/**
 * What a collaborator may do in a project of an environment, directly and through groups.
 *
 * @param roles all project roles held there
 * @param privileges for each feature what may be done with it
 */
public record ProjectPrivilegeRow(
    String environmentType,
    NamedRow project,
    List<NamedRow> roles,
    Map<String, List<String>> privileges) {

  private static final NamedRow NO_PROJECT = new NamedRow(Id.NONE, "");

  /** Reads one. */
  public static ProjectPrivilegeRow read(JsonFields fields) {
    String environmentType = "";
    NamedRow project = NO_PROJECT;
    List<NamedRow> roles = List.of();
    Map<String, List<String>> privileges = Map.of();
    while (fields.next()) {
      switch (fields.name()) {
        case "environment_type" -> environmentType = fields.text();
        case "project" -> project = fields.object(NamedRow::read).orElse(NO_PROJECT);
        case "project_roles" -> roles = fields.list(NamedRow::read);
        case "privileges" -> privileges = FeatureMap.read(fields);
        default -> fields.skip();
      }
    }
    return new ProjectPrivilegeRow(environmentType, project, roles, privileges);
  }
}
