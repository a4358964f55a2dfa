package dev.rollcall.sandbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stand-in workspace holds at its start, in names; the records mirror the seed file. Project
 * roles are given as {@code "Billing@dev": "Builder"}; without {@code @} in every environment that
 * has such a project. Roles that the vendor supplies and the group All collaborators are there
 * without being named. With {@code model: legacy} there are neither groups nor project roles, and
 * {@code roles} are the custom ones.
 */
public record Seed(
    Workspace workspace,
    String model,
    Optional<Instant> clock,
    Optional<Integer> quotaPerMinute,
    Map<String, String> behaviour,
    List<Environment> environments,
    List<Token> tokens,
    List<Role> environmentRoles,
    List<Role> projectRoles,
    List<LegacyRole> roles,
    List<Group> groups,
    List<Member> members,
    List<Invitation> invitations,
    List<LogEntry> auditLog,
    List<Customer> managedUsers) {

  /**
   * A customer of an embedded partner.
   *
   * @param ids those of each environment, numbers and external ones; the first of the first names
   *     it
   */
  public record Customer(Map<String, List<String>> ids, Seed workspace) {
    public Customer {
      ids = ordered(ids);
    }

    /** By which it is told apart. */
    String name() {
      return ids.values().iterator().next().get(0);
    }
  }

  /** The workspace and its owner, who is not among the members. */
  public record Workspace(Optional<Long> id, String name, String owner, String ownerName) {

    /** Where nothing is said of it. */
    static final Workspace STANDARD =
        new Workspace(Optional.empty(), "Acme", "owner@example.com", "Olive Owner");
  }

  /** An environment with its projects and the token that sees all of it. */
  public record Environment(String type, String token, List<String> projects) {
    public Environment {
      projects = List.copyOf(projects);
    }
  }

  /** A further token, which may be narrower; leaving a list out allows everything. */
  public record Token(
      String token,
      String environment,
      Optional<List<String>> projects,
      Optional<List<String>> privileges) {}

  /**
   * A role of the newer permission model that is not there without being named.
   *
   * @param type such as {@code custom}, or {@code inherited} of a parent workspace
   * @param config what it lets people do
   */
  public record Role(String name, String type, Map<String, Object> config) {
    public Role {
      config = ordered(config);
    }

    /** A custom one that lets people do nothing. */
    public static Role named(String name) {
      return new Role(name, "custom", Map.of());
    }
  }

  /**
   * A custom role of the older permission model.
   *
   * @param projects those it is for, as {@code Billing@dev}; all where there are none
   */
  public record LegacyRole(
      String name, List<String> projects, Map<String, List<String>> privileges) {
    public LegacyRole {
      projects = List.copyOf(projects);
      privileges = ordered(privileges);
    }
  }

  /** A group; members may also name it themselves, pending ones included. */
  public record Group(
      String name, String description, List<String> members, Map<String, String> projects) {
    public Group {
      members = List.copyOf(members);
      projects = ordered(projects);
    }
  }

  /** A collaborator; an environment left out of {@code roles} is one without access. */
  public record Member(
      String email,
      String name,
      Map<String, String> roles,
      List<String> groups,
      Map<String, String> projects,
      String grantType,
      Optional<Instant> created) {
    public Member {
      roles = ordered(roles);
      groups = List.copyOf(groups);
      projects = ordered(projects);
    }
  }

  /** A pending invitation; without a time it was sent a day before the start. */
  public record Invitation(
      String email,
      String name,
      Map<String, String> roles,
      List<String> groups,
      Optional<Instant> sent) {
    public Invitation {
      roles = ordered(roles);
      groups = List.copyOf(groups);
    }
  }

  /** A former event of the audit log; pending invitations have theirs without being named. */
  public record LogEntry(
      Optional<Instant> time, String event, String resource, String email, String name) {

    /** Whether it tells of what somebody did, rather than of what was done to them. */
    boolean isByUser() {
      return event.startsWith("user_");
    }
  }

  public Seed {
    behaviour = ordered(behaviour);
    environments = List.copyOf(environments);
    tokens = List.copyOf(tokens);
    environmentRoles = List.copyOf(environmentRoles);
    projectRoles = List.copyOf(projectRoles);
    roles = List.copyOf(roles);
    groups = List.copyOf(groups);
    members = List.copyOf(members);
    invitations = List.copyOf(invitations);
    auditLog = List.copyOf(auditLog);
    managedUsers = List.copyOf(managedUsers);
  }

  /** Reads a seed file; every complaint names the file, the place in it and what is known. */
  public static Seed read(Path file) {
    return SeedReader.read(file);
  }

  /** A small company with three environments, for trying things out. */
  public static Seed sample() {
    return SeedReader.read(
        """
        {
          "environments": [
            {"type": "dev", "projects": ["Billing", "Close"]},
            {"type": "test", "projects": ["Billing", "Close"]},
            {"type": "prod", "projects": ["Billing", "Close"]}
          ],
          "groups": [
            {
              "name": "Finance builders",
              "description": "Builds and runs the finance recipes",
              "projects": {"Billing@dev": "Builder"}
            }
          ],
          "members": [
            {
              "email": "ana@example.com",
              "name": "Ana Silva",
              "roles": {"dev": "Environment admin"},
              "groups": ["Finance builders"]
            },
            {"email": "dana@example.com", "name": "Dana Kim", "roles": {"dev": "Member"}}
          ]
        }
        """);
  }

  private static <V> Map<String, V> ordered(Map<String, V> given) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }
}
