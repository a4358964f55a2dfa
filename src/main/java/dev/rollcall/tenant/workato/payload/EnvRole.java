package dev.rollcall.tenant.workato.payload;

/** A role in one environment, as requests ask for it; the type is always the new model's. */
public record EnvRole(String environmentType, String name, String roleType) {

  /** A role of the new permission model; the default of the API would be the old one. */
  public static EnvRole of(String environment, String role) {
    return new EnvRole(environment, role, "environment");
  }
}
