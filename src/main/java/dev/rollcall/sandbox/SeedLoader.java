package dev.rollcall.sandbox;

import dev.rollcall.security.FailureText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a seed into rows. All its problems are told at once, each with its place. */
final class SeedLoader {
  private final Seed seed;
  private final Store store;
  private final Ids ids;
  private final AuditLog audit;
  private final Instant now;
  private final SeedProblems problems;
  private final SeedRoles roles;
  private final Map<String, String> groupIds = new LinkedHashMap<>();

  /** The name is what complaints begin with: the file, or {@code seed}. */
  private SeedLoader(Seed seed, String name, Store store, Instant now) {
    this.seed = seed;
    this.problems = new SeedProblems(name);
    this.store = store;
    this.ids = new Ids(store);
    this.audit = new AuditLog(store, ids);
    this.now = seed.clock().orElse(now);
    this.roles = new SeedRoles(seed, store, ids, problems, this.now);
  }

  /** Fills an empty store; {@code now} is the machine's time. */
  static void load(Seed seed, String name, Store store, Instant now) {
    SeedLoader loader = new SeedLoader(seed, name, store, now);
    loader.workspace(now);
    loader.environments();
    loader.roles.load();
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
    Behaviour<Switch> behaviour = Behaviour.assumed(Switch.class);
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
              roles.held(place, member.roles()),
              groupIds(place, member.groups()),
              member.created().orElse(now));
      store.put(row);
      roles.grant(place, StoredRow.Grant.ofUser(row.id()), member.projects());
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
      roles.grant(
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
              roles.held(place, invitation.roles()),
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

  private List<String> groupIds(String place, List<String> names) {
    List<String> found = new ArrayList<>(names.size());
    for (String name : names) {
      String id = groupIds.get(name);
      if (id == null) {
        problems.known(place + ".groups", "group", name, groupIds.keySet());
      } else {
        found.add(id);
      }
    }
    return Collections.unmodifiableList(found);
  }

  private Set<String> environmentTypes() {
    return store.environments.byKey().keySet();
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
