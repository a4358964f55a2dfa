package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a collaborator of a {@link Seed} piece by piece. */
public record SeedMember(Seed.Member made) {

  /** A collaborator with environment roles, in no group and no project. */
  public static SeedMember of(String email, String name, Map<String, String> roles) {
    return new SeedMember(
        new Seed.Member(email, name, roles, List.of(), Map.of(), "team", Optional.empty()));
  }

  /** The same collaborator in these groups. */
  public SeedMember in(String... joined) {
    return with(List.of(joined), made.projects(), made.grantType());
  }

  /** The same collaborator with a direct project role, e.g. on {@code Billing@dev}. */
  public SeedMember on(String project, String role) {
    Map<String, String> more = new LinkedHashMap<>(made.projects());
    more.put(project, role);
    return with(made.groups(), more, made.grantType());
  }

  /** The same person with another grant type, e.g. {@code federation_manager}. */
  public SeedMember as(String type) {
    return with(made.groups(), made.projects(), type);
  }

  private SeedMember with(List<String> groups, Map<String, String> projects, String type) {
    return new SeedMember(
        new Seed.Member(
            made.email(), made.name(), made.roles(), groups, projects, type, made.created()));
  }
}
