package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link Seed} piece by piece, in any order; names are checked when it is started. */
public final class SeedBuilder {
  private Seed.Workspace workspace = Seed.Workspace.STANDARD;
  private Optional<Instant> clock = Optional.empty();
  private Optional<Integer> quotaPerMinute = Optional.empty();
  private final Map<String, String> behaviour = new LinkedHashMap<>();
  private String model = "rbac";
  private final List<Seed.LegacyRole> roles = new ArrayList<>();
  private final List<Seed.Environment> environments = new ArrayList<>();
  private final List<Seed.Token> tokens = new ArrayList<>();
  private final List<Seed.Role> environmentRoles = new ArrayList<>();
  private final List<Seed.Role> projectRoles = new ArrayList<>();
  private final Map<String, Seed.Group> groups = new LinkedHashMap<>();
  private final List<Seed.Member> members = new ArrayList<>();
  private final List<Seed.Invitation> invitations = new ArrayList<>();
  private final List<Seed.LogEntry> auditLog = new ArrayList<>();
  private final List<Seed.Customer> customers = new ArrayList<>();

  public SeedBuilder() {}

  public SeedBuilder workspace(long id, String name, String owner) {
    workspace =
        new Seed.Workspace(Optional.of(id), name, owner, Seed.Workspace.STANDARD.ownerName());
    return this;
  }

  /** With the older permission model and these custom roles. */
  public SeedBuilder legacy(String... customRoles) {
    model = "legacy";
    List.of(customRoles).forEach(name -> roles.add(new Seed.LegacyRole(name, List.of(), Map.of())));
    return this;
  }

  /** What the workspace's clock says at the start. */
  public SeedBuilder clock(Instant start) {
    clock = Optional.of(start);
    return this;
  }

  /** Requests a minute and category; 0 for no limit. */
  public SeedBuilder quotaPerMinute(int requests) {
    quotaPerMinute = Optional.of(requests);
    return this;
  }

  public SeedBuilder behaviour(Switch which, String position) {
    behaviour.put(which.key(), position);
    return this;
  }

  /** An environment with the token {@code sandbox-TYPE} and these projects. */
  public SeedBuilder environment(String type, String... projects) {
    environments.add(new Seed.Environment(type, "sandbox-" + type, List.of(projects)));
    return this;
  }

  /** A further token; privileges read like {@code GET /api/members/:id}. */
  public SeedBuilder token(String token, String environment, List<String> privileges) {
    tokens.add(new Seed.Token(token, environment, Optional.empty(), Optional.of(privileges)));
    return this;
  }

  public SeedBuilder token(Seed.Token token) {
    tokens.add(token);
    return this;
  }

  public SeedBuilder environmentRole(String name) {
    environmentRoles.add(Seed.Role.named(name));
    return this;
  }

  /** One that lets people do something. */
  public SeedBuilder environmentRole(Seed.Role role) {
    environmentRoles.add(role);
    return this;
  }

  public SeedBuilder projectRole(String name) {
    projectRoles.add(Seed.Role.named(name));
    return this;
  }

  /** One that lets people do something. */
  public SeedBuilder projectRole(Seed.Role role) {
    projectRoles.add(role);
    return this;
  }

  public SeedBuilder group(String name, String description) {
    groups.put(name, new Seed.Group(name, description, List.of(), Map.of()));
    return this;
  }

  /** Gives a group that was added before a project role, e.g. on {@code Billing@dev}. */
  public SeedBuilder groupProject(String group, String project, String role) {
    Seed.Group held = Optional.ofNullable(groups.get(group)).orElseThrow();
    Map<String, String> more = new LinkedHashMap<>(held.projects());
    more.put(project, role);
    groups.put(group, new Seed.Group(group, held.description(), held.members(), more));
    return this;
  }

  public SeedBuilder member(String email, String name, Map<String, String> roles) {
    return member(SeedMember.of(email, name, roles));
  }

  public SeedBuilder member(SeedMember member) {
    members.add(member.made());
    return this;
  }

  public SeedBuilder invitation(Seed.Invitation invitation) {
    invitations.add(invitation);
    return this;
  }

  public SeedBuilder logEntry(Seed.LogEntry entry) {
    auditLog.add(entry);
    return this;
  }

  /** A customer of an embedded partner. */
  public SeedBuilder customer(Map<String, List<String>> ids, SeedBuilder itsWorkspace) {
    customers.add(new Seed.Customer(ids, itsWorkspace.build()));
    return this;
  }

  public Seed build() {
    return new Seed(
        workspace,
        model,
        clock,
        quotaPerMinute,
        behaviour,
        environments,
        tokens,
        environmentRoles,
        projectRoles,
        roles,
        List.copyOf(groups.values()),
        members,
        invitations,
        auditLog,
        customers);
  }
}
