package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Scope;
import dev.rollcall.tenant.workiva.payload.IdName;
import dev.rollcall.tenant.workiva.payload.PermissionRow;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What people and groups hold, as it is gathered list by list. */
final class OrganizationReading {

  /** Somebody's membership of a workspace. */
  record Seated(Resource workspace, Email email) {}

  private final WorkivaIndex index;
  private final WorkivaFiles files;
  private final Scope scope;
  private final boolean all;
  private final Map<Email, List<Entitlement>> people = new LinkedHashMap<>();
  private final Map<Resource, List<Entitlement>> groups = new TreeMap<>();
  private final Map<Resource, Integer> sizes = new HashMap<>();
  private final Map<SeatId, Seated> seats = new LinkedHashMap<>();
  private final SortedSet<Resource> incomplete = new TreeSet<>();

  /** Of those in scope. */
  OrganizationReading(WorkivaIndex index, WorkivaFiles files, Scope scope) {
    this(index, files, scope, false);
  }

  private OrganizationReading(WorkivaIndex index, WorkivaFiles files, Scope scope, boolean all) {
    this.index = index;
    this.files = files;
    this.scope = scope;
    this.all = all;
    for (UserRow user : index.users()) {
      index
          .email(user)
          .filter(scope::covers)
          .ifPresent(email -> people.put(email, new ArrayList<>()));
    }
  }

  /** An empty one of the same people, for whatever they hold. */
  OrganizationReading ofAll() {
    return new OrganizationReading(index, files, scope, true);
  }

  /** The ids of the people whose rights matter. */
  List<String> people() {
    return people.keySet().stream().flatMap(email -> index.user(email).stream()).toList();
  }

  /** The memberships that were read of these people. */
  Map<SeatId, Seated> seats() {
    return seats;
  }

  /** Who is in a workspace, by the ids of users. */
  void workspace(Resource workspace, Map<String, SeatId> byUser) {
    byUser.forEach(
        (user, seat) ->
            holder(user)
                .ifPresent(
                    email -> {
                      add(email, workspace.membership());
                      seats.put(seat, new Seated(workspace, email));
                    }));
  }

  private Optional<Email> holder(String user) {
    return index.address(user).filter(people::containsKey);
  }

  private void add(Email email, Entitlement right) {
    people.getOrDefault(email, new ArrayList<>()).add(right);
  }

  void organizationRoles(String user, Collection<IdName> roles) {
    holder(user)
        .ifPresent(
            email ->
                roles.forEach(
                    role ->
                        add(email, WorkivaVocabulary.organizationRole(role.name()).membership())));
  }

  void workspaceRoles(Seated seat, Collection<IdName> roles) {
    roles.forEach(
        role ->
            add(seat.email(), WorkivaVocabulary.role(seat.workspace(), role.name()).membership()));
  }

  /** How many are in each group, whoever they are. */
  Map<Resource, Integer> sizes() {
    return sizes;
  }

  /** The members of a group; one whom nobody knows makes all of it doubtful. */
  void group(Resource group, Collection<Optional<String>> users) {
    groups.put(group, new ArrayList<>());
    sizes.put(group, users.size());
    for (Optional<String> user : users) {
      if (user.isEmpty()) {
        incomplete.add(group);
      }
      user.flatMap(this::holder).ifPresent(email -> add(email, group.membership()));
    }
  }

  /** Who has which permission on a file. */
  void file(Resource file, Collection<PermissionRow> rows) {
    Map<String, Resource> groupsById = new HashMap<>();
    groups.keySet().forEach(group -> index.id(group).ifPresent(id -> groupsById.put(id, group)));
    for (PermissionRow row : rows) {
      Optional<String> level = files.name(row.permission());
      if (level.isEmpty()) {
        incomplete.add(file);
      } else if (!WorkivaFiles.isNone(level.get())) {
        Entitlement right = file.at(level.get());
        holder(row.principal()).ifPresent(email -> add(email, right));
        Optional.ofNullable(groupsById.get(row.principal()))
            .ifPresent(group -> groups.getOrDefault(group, new ArrayList<>()).add(right));
      }
    }
  }

  /** Members who are not ours. */
  int foreign() {
    return index.users().size() - people.size();
  }

  /** What could not be read whole. */
  SortedSet<Resource> incomplete() {
    return incomplete;
  }

  /** All of it: groups in scope only, whatever people hold of others. */
  Roster roster() {
    List<Member> members = new ArrayList<>();
    people.forEach((email, rights) -> members.add(member(email, rights)));
    List<Group> owned = new ArrayList<>();
    groups.forEach(
        (group, rights) -> {
          if (all || scope.covers(group)) {
            owned.add(new Group(group, "", rights));
          }
        });
    return Roster.of(members, owned);
  }

  private Member member(Email email, List<Entitlement> rights) {
    UserRow user = index.user(email).flatMap(index::row).orElseThrow();
    return Member.of(
            email, user.name(), user.isSuspended() ? Status.SUSPENDED : Status.ACTIVE, rights)
        .called(UserNames.of(user));
  }
}
