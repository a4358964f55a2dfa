package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.List;
import java.util.Map;

/**
 * What a collaborator may do by the role held in an environment.
 *
 * @param folders to which it is limited, by their ids; empty where it is not. No page of the
 *     vendor's names them
 * @param privileges for each feature what may be done with it; the vendor adds features over time
 */
public record PrivilegeRow(
    String environmentType,
    String name,
    List<String> folders,
    Map<String, List<String>> privileges) {

  /** Reads one. */
  public static PrivilegeRow read(JsonFields fields) {
    String environmentType = "";
    String name = "";
    List<String> folders = List.of();
    Map<String, List<String>> privileges = Map.of();
    while (fields.next()) {
      switch (fields.name()) {
        case "environment_type" -> environmentType = fields.text();
        case "name" -> name = fields.text();
        case "folder_ids" -> folders = fields.ids();
        case "privileges" -> privileges = FeatureMap.read(fields);
        default -> fields.skip();
      }
    }
    return new PrivilegeRow(environmentType, name, folders, privileges);
  }
}
