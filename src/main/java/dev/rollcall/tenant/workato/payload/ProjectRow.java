package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/**
 * A project, in a list of its own or within a grant.
 *
 * @param environment within a grant: the environment that the project is in. No list of projects is
 *     documented to have it, as {@code environment_type} or {@code environment_name}; if one has,
 *     it is heard
 */
public record ProjectRow(Id id, String name, EnvironmentRow environment) {

  /** Nothing is said of it. */
  public static final ProjectRow NONE = new ProjectRow(Id.NONE, "", EnvironmentRow.NONE);

  /** Reads one; the environment is where it says so first. */
  public static ProjectRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    EnvironmentRow within = EnvironmentRow.NONE;
    EnvironmentRow byType = EnvironmentRow.NONE;
    EnvironmentRow byName = EnvironmentRow.NONE;
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        case "environment" -> within = EnvironmentRow.read(fields);
        case "environment_type" -> byType = EnvironmentRow.read(fields);
        case "environment_name" -> byName = EnvironmentRow.read(fields);
        default -> fields.skip();
      }
    }
    return new ProjectRow(id, name, within.or(byType).or(byName));
  }
}
