package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;

/** A role on a project in an environment. */
public record ProjectGrant(String project, PlaceName environment, String role) {

  static final Keys KEYS =
      Keys.of(
          Key.of("project", "The project's name."),
          Key.of("environment", "The environment the project is in."),
          Key.of("role", "The project role."));

  /** The same as an entitlement. */
  public Entitlement toEntitlement(Vocabulary vocabulary) {
    Kind kind = vocabulary.fedBy(RightsColumn.PROJECTS).orElseThrow();
    return Resource.of(kind, environment.in(vocabulary), project).at(role);
  }

  /** The project, for people. */
  @Override
  public String toString() {
    return project + "@" + environment;
  }
}
