package dev.rollcall.sandbox;

import dev.rollcall.security.FailureText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns a seed into rows. All its problems are told at once, each with its place. */
final class SeedLoader {
  private final Seed seed;
  private final Store store;
  private final Ids ids;
  private final AuditLog audit;
  private final Instant now;
  private final RoleModel model;
  private final SeedProblems problems;
  private final Map<String, String> groupIds = new LinkedHashMap<>();

  /** The name is what complaints begin with: the file, or {@code seed}. */
  private SeedLoader(Seed seed, String name, Store store, Instant now) {
    this.seed = seed;
    this.problems = new SeedProblems(name);
    this.store = store;
    this.ids = new Ids(store);
    this.audit = new AuditLog(store, ids);
    this.now = seed.clock().orElse(now);
    this.model = RoleModel.named(seed.model());
  }

  /** Fills an empty store; {@code now} is the machine's time. */
  static void load(Seed seed, String name, Store store, Instant now) {
    SeedLoader loader = new SeedLoader(seed, name, store, now);
    loader.workspace(now);
    loader.environments();
    loader.otherModel();
    loader.roles();
    loader.groups();
    loader.members();
    loader.invitations();
    loader.groupMembers();
    loader.groupGrants();
    loader.auditLog();
    loader.customers();
    loader.problems.complain();
    store.takeChanges();
  }

  private void workspace(Instant machineTime) {
    Seed.Workspace workspace = seed.workspace();
    long offset = Duration.between(machineTime, now).toMillis();
    Behaviour behaviour = Behaviour.assumed();
    try {
      behaviour = behaviour.with(seed.behaviour());
    } catch (SandboxException e) {
      problems.add("behaviour", FailureText.of(e));
    }
    store.putMeta(
        new StoredRow.Meta(
            workspace.id().orElse(4711L),
            workspace.name(),
            workspace.ownerName(),
            workspace.owner(),
            offset,
            seed.quotaPerMinute().orElse(60),
            behaviour.turned()));
  }

  private void environments() {
    for (int i = 0; i < seed.environments().size(); i++) {
      Seed.Environment environment = seed.environments().get(i);
      String place = "environments[" + i + "]";
      problems.required(place + ".type", environment.type());
      StoredRow.Environment row =
          new StoredRow.Environment(ids.environment(), environment.type(), environment.token());
      store.put(store.environments, row.type(), row);
      token(place, new StoredRow.Token(row.token(), row.type(), List.of("*"), List.of("*")));
      for (String project : environment.projects()) {
        long id = ids.project();
        store.put(
            store.projects,
            Long.toString(id),
            new StoredRow.Project(id, project, row.type(), ids.folder()));
      }
    }
    if (store.environments.find("dev").isEmpty()) {
      problems.add("environments", "there must be one of type 'dev': it administers the others");
    }
    for (int i = 0; i < seed.tokens().size(); i++) {
      Seed.Token token = seed.tokens().get(i);
      String place = "tokens[" + i + "]";
      problems.known(
          place + ".environment", "environment", token.environment(), environmentTypes());
      problems.required(place + ".token", token.token());
      token(
          place,
          new StoredRow.Token(
              token.token(),
              token.environment(),
              token.projects().orElse(List.of("*")),
              token.privileges().orElse(List.of("*"))));
    }
  }

  private void token(String place, StoredRow.Token token) {
    if (store.tokens.find(token.token()).isPresent()) {
      problems.add(place + ".token", "'" + token.token() + "' is there twice");
    }
    store.put(store.tokens, token.token(), token);
  }

  private void roles() {
    store.model(model);
    switch (model) {
      case RBAC -> newRoles();
      case LEGACY -> legacyRoles();
    }
  }

  private void newRoles() {
    NewRoles roles = new NewRoles(store, ids, now);
    roles.supply();
    seed.environmentRoles()
        .forEach(each -> roles.environmentRole(each.name(), each.type(), each.config()));
    seed.projectRoles().forEach(each -> roles.projectRole(each.name(), each.type(), each.config()));
  }

  private void legacyRoles() {
    for (int i = 0; i < seed.roles().size(); i++) {
      Seed.LegacyRole role = seed.roles().get(i);
      String place = "roles[" + i + "]";
      problems.required(place + ".name", role.name());
      if (store.hasRole(role.name())) {
        problems.add(place + ".name", "'" + role.name() + "' is there twice");
      }
      List<Long> folders = new ArrayList<>();
      for (String target : role.projects()) {
        List<StoredRow.Project> projects = projects(target);
        if (projects.isEmpty()) {
          problems.known(place + ".projects", "project", target, projectNames());
        }
        projects.forEach(project -> folders.add(project.folderId()));
      }
      StoredRow.LegacyRole row =
          new StoredRow.LegacyRole(
              ids.legacyRole(), role.name(), folders, role.privileges(), now, now);
      store.put(store.legacyRoles, row.key(), row);
    }
  }

  /** What the seed names must be of its model. */
  private void otherModel() {
    Map<String, Boolean> named =
        model == RoleModel.RBAC
            ? Map.of("roles", !seed.roles().isEmpty())
            : new TreeMap<>(
                Map.of(
                    "environment-roles", !seed.environmentRoles().isEmpty(),
                    "project-roles", !seed.projectRoles().isEmpty(),
                    "groups", !seed.groups().isEmpty()));
    named.forEach(
        (part, isThere) -> {
          if (isThere) {
            problems.add(part, "a workspace with the model '" + model.key() + "' has none");
          }
        });
  }

  private void groups() {
    for (int i = 0; i < seed.groups().size(); i++) {
      Seed.Group group = seed.groups().get(i);
      problems.required("groups[" + i + "].name", group.name());
      if (groupIds.containsKey(group.name())) {
        problems.add("groups[" + i + "].name", "'" + group.name() + "' is there twice");
      }
      String id = ids.group();
      store.put(
          store.groups,
          id,
          new StoredRow.Group(id, group.name(), group.description(), false, now, now));
      groupIds.put(group.name(), store.groupsByName.first(group.name()).orElseThrow().id());
    }
  }

  private void members() {
    for (int i = 0; i < seed.members().size(); i++) {
      Seed.Member member = seed.members().get(i);
      String place = "members[" + i + "]";
      address(place, member.email());
      StoredRow.Member row =
          new StoredRow.Member(
              ids.user(),
              member.email(),
              member.name(),
              member.grantType(),
              roles(place, member.roles()),
              groupIds(place, member.groups()),
              member.created().orElse(now));
      store.put(row);
      grants(place, StoredRow.Grant.ofUser(row.id()), member.projects());
    }
  }

  private void groupMembers() {
    for (int i = 0; i < seed.groups().size(); i++) {
      Seed.Group group = seed.groups().get(i);
      for (String email : group.members()) {
        if (!join(Store.lower(email), groupIds.getOrDefault(group.name(), ""))) {
          problems.add(
              "groups[" + i + "].members", "'" + email + "' is neither a member nor invited");
        }
      }
    }
  }

  /** Puts whoever has this address into a group; false where nobody has. */
  private boolean join(String email, String group) {
    Optional<StoredRow.Member> member = store.membersByEmail.first(email);
    Optional<StoredRow.Invitation> pending = store.invitationsByEmail.first(email);
    member.ifPresent(each -> store.put(each.withGroups(SandboxJson.with(each.groups(), group))));
    pending.ifPresent(each -> store.put(each.withGroups(SandboxJson.with(each.groups(), group))));
    return member.isPresent() || pending.isPresent();
  }

  private void groupGrants() {
    for (int i = 0; i < seed.groups().size(); i++) {
      Seed.Group group = seed.groups().get(i);
      grants(
          "groups[" + i + "]",
          StoredRow.Grant.ofGroup(groupIds.getOrDefault(group.name(), "")),
          group.projects());
    }
  }

  private void invitations() {
    for (int i = 0; i < seed.invitations().size(); i++) {
      Seed.Invitation invitation = seed.invitations().get(i);
      String place = "invitations[" + i + "]";
      address(place, invitation.email());
      Instant sent = invitation.sent().orElse(now.minus(Duration.ofDays(1)));
      StoredRow.Invitation row =
          new StoredRow.Invitation(
              ids.invitation(),
              invitation.email(),
              invitation.name(),
              roles(place, invitation.roles()),
              groupIds(place, invitation.groups()),
              sent);
      store.put(row);
      store.put(store.invited, Store.lower(row.email()), new StoredRow.Invited(sent));
      audit.changed("dev", sent, "team_invitation_created", AuditLog.invitation(row));
    }
  }

  private void auditLog() {
    for (Seed.LogEntry entry : seed.auditLog()) {
      Instant time = entry.time().orElse(now.minus(Duration.ofDays(1)));
      Optional<StoredRow.Member> user =
          store.membersByEmail.first(Store.lower(entry.email())).filter(each -> entry.isByUser());
      if (user.isPresent()) {
        audit.used(user.get(), time, entry.event());
        continue;
      }
      audit.changed(
          "dev",
          time,
          entry.event(),
          SandboxJson.object(
              "id", ids.invitation(),
              "name", entry.name(),
              "type", entry.resource(),
              "email", entry.email()));
    }
  }

  /** Each is told by ids that nobody else has, of environments that it has. */
  private void customers() {
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < seed.managedUsers().size(); i++) {
      Seed.Customer customer = seed.managedUsers().get(i);
      String place = "managed-users[" + i + "].ids";
      List<String> environments =
          customer.workspace().environments().stream().map(Seed.Environment::type).toList();
      customer
          .ids()
          .forEach(
              (environment, its) -> {
                problems.known(place, "environment", environment, environments);
                its.stream()
                    .filter(id -> !ids.add(id))
                    .forEach(id -> problems.add(place, "'" + id + "' is there twice"));
              });
    }
    Customers.found(seed, store);
  }

  private Map<String, String> roles(String place, Map<String, String> roles) {
    Map<String, String> held = new LinkedHashMap<>(roles);
    held.values().removeIf(Shapes.NO_ACCESS::equals);
    held.forEach(
        (environment, role) -> {
          problems.known(place + ".roles", "environment", environment, environmentTypes());
          if (!store.hasRole(role)) {
            problems.known(
                place + ".roles." + environment, "environment role", role, environmentRoleNames());
          }
        });
    return held;
  }

  private List<String> groupIds(String place, List<String> names) {
    names.forEach(each -> problems.known(place + ".groups", "group", each, groupIds.keySet()));
    return names.stream().filter(groupIds::containsKey).map(groupIds::get).toList();
  }

  /** Grants for {@code Project@environment} or {@code Project} in every environment with it. */
  private void grants(String place, String assignee, Map<String, String> roles) {
    roles.forEach(
        (target, role) -> {
          Optional<StoredRow.Role> found = store.projectRolesByName.first(role);
          List<StoredRow.Project> projects = projects(target);
          if (projects.isEmpty()) {
            problems.known(place + ".projects", "project", target, projectNames());
          }
          if (found.isEmpty()) {
            problems.known(place + ".projects." + target, "project role", role, projectRoleNames());
          } else {
            projects.forEach(project -> grant(place, project, found.get(), assignee));
          }
        });
  }

  private void grant(
      String place, StoredRow.Project project, StoredRow.Role role, String assignee) {
    if (store.grantsByBoth.count(project.id() + " " + assignee) > 0) {
      problems.add(
          place + ".projects",
          "'" + project.name() + "@" + project.environment() + "' is given two roles");
    }
    StoredRow.Grant grant = new StoredRow.Grant(ids.grant(), project.id(), role.id(), assignee);
    store.put(store.grants, grant.id(), grant);
  }

  private List<StoredRow.Project> projects(String target) {
    return store.projects.rows().stream()
        .filter(
            project ->
                target.equals(project.name())
                    || target.equals(project.name() + "@" + project.environment()))
        .toList();
  }

  private Set<String> environmentTypes() {
    return store.environments.byKey().keySet();
  }

  private List<String> environmentRoleNames() {
    List<String> names = new ArrayList<>(model.systemRoles());
    store.environmentRoles.rows().stream()
        .filter(role -> !role.type().equals("system"))
        .forEach(role -> names.add(role.name()));
    store.legacyRoles.rows().forEach(role -> names.add(role.name()));
    return names;
  }

  private List<String> projectRoleNames() {
    return store.projectRoles.rows().stream().map(StoredRow.Role::name).toList();
  }

  private Set<String> projectNames() {
    Set<String> names = new LinkedHashSet<>();
    store.projects.rows().forEach(each -> names.add(each.name() + "@" + each.environment()));
    return names;
  }

  private void address(String place, String email) {
    String key = Store.lower(email);
    if (!email.contains("@")) {
      problems.add(place + ".email", "'" + email + "' is not an e-mail address");
    } else if (store.membersByEmail.count(key) + store.invitationsByEmail.count(key) > 0) {
      problems.add(place + ".email", "'" + email + "' is there twice");
    }
  }
}
