package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a migration of roles comes to, as it is answered.
 *
 * @param collaborators everybody, moderators too, with the environment roles they get
 * @param projects each with the project roles that people get on it
 */
public record MigrationRow(List<Collaborator> collaborators, List<Project> projects) {

  /** A person, with one role an environment. */
  public record Collaborator(String email, String name, List<Role> roles) {

    static Collaborator read(JsonFields fields) {
      String email = "";
      String name = "";
      List<Role> roles = List.of();
      while (fields.next()) {
        switch (fields.name()) {
          case "email" -> email = fields.text();
          case "name" -> name = fields.text();
          case "roles" -> roles = fields.list(Role::read);
          default -> fields.skip();
        }
      }
      return new Collaborator(email, name, roles);
    }
  }

  /** A role in an environment. */
  public record Role(String environment, String name) {

    static Role read(JsonFields fields) {
      String environment = "";
      String name = "";
      while (fields.next()) {
        switch (fields.name()) {
          case "environment", "environment_type" -> environment = fields.text();
          case "name", "role_name" -> name = fields.text();
          default -> fields.skip();
        }
      }
      return new Role(environment, name);
    }
  }

  /** A project of an environment, with whoever gets a role on it. */
  public record Project(String name, String environment, List<Holder> holders) {

    static Project read(JsonFields fields) {
      String name = "";
      String environment = "";
      List<Holder> holders = List.of();
      while (fields.next()) {
        switch (fields.name()) {
          case "name" -> name = fields.text();
          case "environment", "environment_type" -> environment = fields.text();
          case "collaborators" -> holders = fields.list(Holder::read);
          default -> fields.skip();
        }
      }
      return new Project(name, environment, holders);
    }
  }

  /** A person with the role they get on a project. */
  public record Holder(String email, String name, String role) {

    static Holder read(JsonFields fields) {
      String email = "";
      String name = "";
      String role = "";
      while (fields.next()) {
        switch (fields.name()) {
          case "email" -> email = fields.text();
          case "name" -> name = fields.text();
          case "project_role" -> role = fields.textIfAny().orElse("");
          default -> fields.skip();
        }
      }
      return new Holder(email, name, role);
    }
  }

  /** Reads one. */
  public static MigrationRow read(JsonFields fields) {
    List<Collaborator> collaborators = List.of();
    List<Collaborator> moderators = List.of();
    List<Project> projects = List.of();
    while (fields.next()) {
      switch (fields.name()) {
        case "collaborators" -> collaborators = fields.list(Collaborator::read);
        case "moderators" -> moderators = fields.listIfAny(Collaborator::read);
        case "projects" -> projects = fields.list(Project::read);
        default -> fields.skip();
      }
    }
    return new MigrationRow(
        Stream.concat(collaborators.stream(), moderators.stream()).toList(), projects);
  }
}
