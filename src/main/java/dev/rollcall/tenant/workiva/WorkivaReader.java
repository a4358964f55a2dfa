package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.workiva.payload.IdName;
import dev.rollcall.tenant.workiva.payload.MembershipRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The reader of the organization: into a snapshot, and into the index on the way. */
final class WorkivaReader {

  private final WorkivaContext context;
  private final WorkivaIndex index;
  private final WorkivaLists lists;
  private final WorkivaCatalogue catalogue;
  private boolean hasNames;
  private Optional<OrganizationReading> last = Optional.empty();

  WorkivaReader(WorkivaContext context) {
    this.context = context;
    this.index = context.index();
    this.lists = context.lists();
    this.catalogue = new WorkivaCatalogue(index, context.files());
  }

  /** Everything in scope. */
  synchronized Snapshot snapshot(Scope scope) {
    context.holdings().forget();
    readNames();
    OrganizationReading reading = new OrganizationReading(index, context.files(), scope);
    last = Optional.of(reading);
    read(reading, scope::covers);
    return snapshot(reading);
  }

  /** The same snapshot with what is not in its scope. */
  synchronized Snapshot beyond() {
    OrganizationReading reading = last.orElseThrow().ofAll();
    last = Optional.of(reading);
    read(reading, resource -> true);
    return snapshot(reading);
  }

  private Snapshot snapshot(OrganizationReading reading) {
    return new Snapshot(
        reading.roster(),
        catalogue.catalogue(),
        Optional.empty(),
        reading.foreign(),
        index.users().size(),
        reading.incomplete(),
        false,
        Set.of(),
        reading.sizes());
  }

  /** People, memberships, groups and files in scope again; names as they were. */
  synchronized Roster readBack(Scope touched) {
    prepare();
    index.takeRedefined().forEach(this::readGroupNames);
    index.users(lists.users());
    OrganizationReading reading = new OrganizationReading(index, context.files(), touched);
    read(reading, touched::covers);
    return reading.roster();
  }

  /** Makes sure that names can be turned into ids, reading them where nothing was read yet. */
  synchronized void prepare() {
    if (!hasNames) {
      readNames();
      index.names().stream()
          .filter(resource -> resource.kind() == WorkivaVocabulary.WORKSPACE)
          .flatMap(resource -> index.id(resource).stream())
          .forEach(this::readSeats);
    }
  }

  private void readNames() {
    index.forgetNames();
    catalogue.forget();
    lists
        .organizationRoles()
        .forEach(row -> index.name(WorkivaVocabulary.organizationRole(row.name()), row.id()));
    index.users(lists.users());
    Map<String, String> called = new HashMap<>();
    context.settings().workspaces().forEach((name, id) -> called.put(id, name));
    List<IdName> workspaces = lists.workspaces();
    refuseUnknown(called, workspaces);
    for (IdName row : workspaces) {
      Resource workspace = WorkivaVocabulary.workspace(called.getOrDefault(row.id(), row.name()));
      index.name(workspace, row.id());
      catalogue.spelled(workspace, called.getOrDefault(row.id(), row.name()));
      readNames(workspace, row.id());
    }
    if (!context.files().all().isEmpty()) {
      context.files().permissions(lists.permissions());
    }
    hasNames = true;
  }

  /** A name for a workspace that is not there is a slip of whoever wrote it. */
  private static void refuseUnknown(Map<String, String> called, List<IdName> workspaces) {
    Map<String, String> left = new TreeMap<>(called);
    workspaces.forEach(row -> left.remove(row.id()));
    left.forEach(
        (id, name) -> {
          throw new AccessRefused(
              "target.workspaces: \"%s\" is to be the workspace %s, and the organization has none of that id; rollcall catalog lists the ids"
                  .formatted(name, id));
        });
  }

  private void readNames(Resource workspace, String id) {
    lists
        .workspaceRoles(id)
        .forEach(row -> index.name(WorkivaVocabulary.role(workspace, row.name()), row.id()));
    readGroupNames(workspace, id);
  }

  /** Groups have other names, or are gone. */
  private void readGroupNames(Resource workspace) {
    index.forgetNames(WorkivaVocabulary.GROUP, workspace);
    index.id(workspace).ifPresent(id -> readGroupNames(workspace, id));
  }

  private void readGroupNames(Resource workspace, String id) {
    for (IdName row : lists.groups(id)) {
      Resource group = WorkivaVocabulary.group(workspace, row.name());
      if (Naming.same(row.name(), WorkivaCatalogue.EVERYBODY)) {
        catalogue.builtIn(group);
      } else {
        index.name(group, row.id());
        catalogue.spelled(group, row.name());
      }
    }
  }

  /** Which resources are covered, as a function. */
  private interface Covering {
    boolean covers(Resource resource);
  }

  private void read(OrganizationReading reading, Covering scope) {
    for (Resource workspace : known(WorkivaVocabulary.WORKSPACE)) {
      index
          .id(workspace)
          .filter(id -> scope.covers(workspace))
          .ifPresent(id -> reading.workspace(workspace, readSeats(id)));
    }
    reading.people().forEach(user -> reading.organizationRoles(user, rolesOf(user)));
    reading.seats().forEach((seat, holder) -> reading.workspaceRoles(holder, rolesOf(seat)));
    for (Resource group : known(WorkivaVocabulary.GROUP)) {
      if (scope.covers(group)) {
        readGroup(reading, group);
      }
    }
    context.files().all().forEach((name, file) -> reading.file(name, lists.filePermissions(file)));
  }

  private List<Resource> known(Kind kind) {
    return index.names().stream().filter(each -> each.kind() == kind).sorted().toList();
  }

  private void readGroup(OrganizationReading reading, Resource group) {
    Optional<String> workspace = index.id(group.container().orElseThrow());
    Optional<String> id = index.id(group);
    if (workspace.isPresent() && id.isPresent()) {
      reading.group(
          group,
          lists.groupMembers(new GroupId(workspace.get(), id.get())).stream()
              .map(row -> context.memberIds().user(workspace.get(), row.id()))
              .toList());
    }
  }

  private Map<String, SeatId> readSeats(String workspace) {
    Map<String, String> byUser = new HashMap<>();
    Map<String, SeatId> seats = new HashMap<>();
    for (MembershipRow row : lists.memberships(workspace)) {
      byUser.put(row.user(), row.id());
      seats.put(row.user(), new SeatId(workspace, row.id()));
    }
    index.seats(workspace, byUser);
    return seats;
  }

  private List<IdName> rolesOf(String user) {
    Optional<List<IdName>> known = context.holdings().ofUser(user);
    if (known.isPresent()) {
      return known.get();
    }
    List<IdName> roles = new ArrayList<>(lists.userRoles(user));
    context.holdings().ofUser(user, roles);
    return roles;
  }

  private List<IdName> rolesOf(SeatId seat) {
    Optional<List<IdName>> known = context.holdings().ofSeat(seat);
    if (known.isPresent()) {
      return known.get();
    }
    List<IdName> roles = new ArrayList<>(lists.membershipRoles(seat));
    context.holdings().ofSeat(seat, roles);
    return roles;
  }
}
