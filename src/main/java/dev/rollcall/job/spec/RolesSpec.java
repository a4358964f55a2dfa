package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The custom roles that the job defines. */
public record RolesSpec(
    Map<String, Located<RoleSpec>> environment, Map<String, Located<RoleSpec>> project) {

  static final Keys KEYS =
      Keys.of(
          Key.of("environment", "Roles in environments, by name.", "{}"),
          Key.of("project", "Roles on projects, by name.", "{}"));

  /** None. */
  public static final RolesSpec NONE = new RolesSpec(Map.of(), Map.of());

  /** Copies. */
  public RolesSpec {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    project = Collections.unmodifiableMap(new LinkedHashMap<>(project));
  }
}
