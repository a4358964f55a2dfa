package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Lane;
import java.util.Set;

/** The quota categories of the API. */
final class WorkatoLanes {

  static final Lane INVITATIONS = new Lane("invitations");
  static final Lane MEMBERS = new Lane("members");
  static final Lane GROUPS = new Lane("groups");
  static final Lane ENVIRONMENT_ROLES = new Lane("environment-roles");
  static final Lane LEGACY_ROLES = new Lane("roles");
  static final Lane ROLE_MIGRATION = new Lane("role-migration");
  static final Lane PROJECT_ROLES = new Lane("project-roles");
  static final Lane PROJECT_GRANTS = new Lane("project-grants");
  static final Lane PROJECTS = new Lane("projects");
  static final Lane AUDIT_LOG = new Lane("audit-log");
  static final Lane WORKSPACE = new Lane("workspace");

  /** Those that have more than others in the customers' workspaces of a partner. */
  static final Set<Lane> TEN_A_SECOND = Set.of(GROUPS, ENVIRONMENT_ROLES, PROJECT_ROLES);

  private final WorkatoSettings settings;

  WorkatoLanes(WorkatoSettings settings) {
    this.settings = settings;
  }

  /** The lane of a category as one token sees it: the main token's is the category itself. */
  Lane of(Lane category, Environment environment) {
    boolean shared =
        settings.quota() == WorkatoSettings.Quota.WORKSPACE || environment.equals(settings.main());
    return shared ? category : new Lane(category.name() + "-" + environment.name());
  }
}
