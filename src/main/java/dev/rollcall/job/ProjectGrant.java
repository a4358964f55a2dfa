package dev.rollcall.job;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Environment;

/** A role on a project in an environment. */
public record ProjectGrant(
    @Key("The project's name.") String project,
    @Key("The environment the project is in.") Environment environment,
    @Key("The project role.") String role) {

  /** The same as an entitlement. */
  public Entitlement.ProjectRole toEntitlement() {
    return new Entitlement.ProjectRole(project, environment, role);
  }
}
