package dev.rollcall.sandbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stand-in workspace holds at its start, in names; the records mirror the seed file. Project
 * roles are given as {@code "Billing@dev": "Builder"}; without {@code @} in every environment that
 * has such a project. Roles that the vendor supplies and the group All collaborators are there
 * without being named.
 */
public record Seed(
    Workspace workspace,
    Optional<Instant> clock,
    Optional<Integer> quotaPerMinute,
    Map<String, String> behaviour,
    List<Environment> environments,
    List<Token> tokens,
    List<String> environmentRoles,
    List<String> projectRoles,
    List<Group> groups,
    List<Member> members,
    List<Invitation> invitations,
    List<LogEntry> auditLog) {

  /** The workspace and its owner, who is not among the members. */
  public record Workspace(Optional<Long> id, String name, String owner, String ownerName) {
    private static final String NAME = "Acme";
    private static final String OWNER = "owner@example.com";
    private static final String OWNER_NAME = "Olive Owner";

    /** Where nothing is said of it. */
    static final Workspace STANDARD = new Workspace(Optional.empty(), NAME, OWNER, OWNER_NAME);

    public Workspace {
      id = optional(id);
      name = text(name, NAME);
      owner = text(owner, OWNER);
      ownerName = text(ownerName, OWNER_NAME);
    }
  }

  /** An environment with its projects and the token that sees all of it. */
  public record Environment(String type, String token, List<String> projects) {
    public Environment {
      type = text(type, "");
      token = text(token, "sandbox-" + type);
      projects = list(projects);
    }
  }

  /** A further token, which may be narrower; leaving a list out allows everything. */
  public record Token(
      String token,
      String environment,
      Optional<List<String>> projects,
      Optional<List<String>> privileges) {
    public Token {
      token = text(token, "");
      environment = text(environment, "");
      projects = optional(projects);
      privileges = optional(privileges);
    }
  }

  /** A group; members may also name it themselves, pending ones included. */
  public record Group(
      String name, String description, List<String> members, Map<String, String> projects) {
    public Group {
      name = text(name, "");
      description = text(description, "");
      members = list(members);
      projects = map(projects);
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
      email = text(email, "");
      name = text(name, email);
      roles = map(roles);
      groups = list(groups);
      projects = map(projects);
      grantType = text(grantType, "team");
      created = optional(created);
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
      email = text(email, "");
      name = text(name, email);
      roles = map(roles);
      groups = list(groups);
      sent = optional(sent);
    }
  }

  /** A former event of the audit log; pending invitations have theirs without being named. */
  public record LogEntry(
      Optional<Instant> time, String event, String resource, String email, String name) {
    public LogEntry {
      time = optional(time);
      event = text(event, "");
      resource = text(resource, "");
      email = text(email, "");
      name = text(name, email);
    }
  }

  public Seed {
    workspace = workspace == null ? Workspace.STANDARD : workspace;
    clock = optional(clock);
    quotaPerMinute = optional(quotaPerMinute);
    behaviour = map(behaviour);
    environments = list(environments);
    tokens = list(tokens);
    environmentRoles = list(environmentRoles);
    projectRoles = list(projectRoles);
    groups = list(groups);
    members = list(members);
    invitations = list(invitations);
    auditLog = list(auditLog);
  }

  /** Reads a seed file; every complaint names the file, the place in it and what is known. */
  public static Seed read(Path file) {
    return SeedReader.read(file);
  }

  /** A small company with three environments, for trying things out. */
  public static Seed sample() {
    return SandboxJson.STRICT.readValue(
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
        """,
        Seed.class);
  }

  private static <T> List<T> list(@Nullable List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  private static <V> Map<String, V> map(@Nullable Map<String, V> given) {
    return given == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  private static <T> Optional<T> optional(@Nullable Optional<T> given) {
    return given == null ? Optional.empty() : given;
  }

  private static String text(@Nullable String given, String standard) {
    return given == null ? standard : given;
  }
}
