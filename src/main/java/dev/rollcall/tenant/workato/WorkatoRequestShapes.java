package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Kind;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedNames;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.careful.ListChange;
import dev.rollcall.tenant.careful.ListChange.Row;
import dev.rollcall.tenant.careful.ListSize;
import dev.rollcall.tenant.careful.RequestShape;
import dev.rollcall.tenant.careful.RequestShapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The API's requests: their lanes, which lists they change, and how many items they carry. */
final class WorkatoRequestShapes implements RequestShapes {

  private final WorkatoLanes lanes;
  private final int batch;
  private final Set<Environment> environments;
  private final WorkatoIndex index;
  private final Roster actual;
  private final int memberLists;
  private final int groups;
  private final boolean hasUnreadGroups;
  private final boolean hasUnreadProjects;

  /**
   * Of a workspace as it was when it was read last.
   *
   * @param memberLists how many lists tell of everybody
   */
  WorkatoRequestShapes(
      WorkatoSettings settings, WorkatoIndex index, Roster actual, int memberLists) {
    this.memberLists = memberLists;
    this.lanes = new WorkatoLanes(settings);
    this.batch = settings.batch();
    this.environments = settings.tokens().keySet();
    this.index = index;
    this.actual = actual;
    this.groups = index.groups().size();
    this.hasUnreadGroups = index.hasUnreadGroups();
    this.hasUnreadProjects = index.hasUnreadProjects();
  }

  @Override
  public List<BatchKind> kinds() {
    return WorkatoBatchKinds.ALL;
  }

  @Override
  public RequestShape of(Operation operation, Set<Resource> created) {
    return WorkatoOperation.of(operation).accept(new Shaping(created));
  }

  @Override
  public List<ListRead> joined(Operation.Join operation) {
    return operation.rights().stream()
        .filter(right -> right.kind() == WorkatoVocabulary.GROUP)
        .map(right -> group(right.on().name()))
        .toList();
  }

  @Override
  public List<ListRead> verifying(Collection<Operation> operations) {
    MentionedNames touched = there(AffectedResources.toVerify(operations), operations);
    List<ListRead> reads = new ArrayList<>();
    reads.add(
        new ListRead(
            WorkatoLanes.MEMBERS, "members", new ListSize(1, WorkatoApi.PAGE, memberLists)));
    touched.of(WorkatoVocabulary.GROUP).forEach(group -> reads.add(group(group)));
    for (String project : touched.of(WorkatoVocabulary.PROJECT)) {
      index.environmentsOf(project).forEach(environment -> reads.add(grants(project, environment)));
    }
    if (operations.stream().anyMatch(this::isRedefining)) {
      reads.addAll(names(touched));
    }
    return reads;
  }

  /** Without what has another name by then, or is gone. */
  private static MentionedNames there(MentionedNames touched, Collection<Operation> operations) {
    Set<Resource> gone = new HashSet<>(PlannedNames.of(operations).renamed().keySet());
    operations.stream()
        .filter(operation -> operation.verb() == Operation.Verb.UNDEFINE)
        .flatMap(operation -> operation.assignee().group().stream())
        .forEach(gone::add);
    SortedMap<Kind, SortedSet<String>> left = new TreeMap<>();
    touched.names().forEach((kind, names) -> left.put(kind, new TreeSet<>(names)));
    gone.forEach(each -> left.getOrDefault(each.kind(), new TreeSet<>()).remove(each.name()));
    return new MentionedNames(left);
  }

  /** Whether names are read again because of an operation. */
  private boolean isRedefining(Operation operation) {
    return switch (operation.verb()) {
      case DEFINE -> {
        Operation.Define define = (Operation.Define) operation;
        boolean isGroup = define.resource().kind() == WorkatoVocabulary.GROUP;
        yield !isGroup || define.before().isPresent();
      }
      case UNDEFINE -> true;
      case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> false;
    };
  }

  private List<ListRead> names(MentionedNames touched) {
    List<ListRead> reads = new ArrayList<>();
    reads.add(new ListRead(WorkatoLanes.GROUPS, "groups", sized(index.groups().size() + 1)));
    for (RoleKind kind : RoleKind.values()) {
      reads.add(new ListRead(kind.lane(), kind.path(), sized(index.roles(kind))));
      for (String role : touched.of(kind.kind())) {
        reads.add(new ListRead(kind.lane(), kind.path() + " " + role, sized(1)));
      }
    }
    for (Environment environment : environments) {
      reads.add(
          new ListRead(
              lanes.of(WorkatoLanes.PROJECTS, environment),
              "projects " + environment,
              sized(index.projects(environment))));
    }
    return reads;
  }

  private static ListSize sized(int rows) {
    return new ListSize(rows, WorkatoApi.PAGE);
  }

  private ListRead group(String name) {
    return new ListRead(WorkatoLanes.GROUPS, "group " + name, index.groupSize(name));
  }

  private ListRead grants(String project, Environment environment) {
    return new ListRead(
        lanes.of(WorkatoLanes.PROJECT_GRANTS, environment),
        "project " + project + "@" + environment,
        index.grantSize(project, environment));
  }

  private final class Shaping implements WorkatoOperation.Visitor<RequestShape> {
    private final Set<Resource> created;

    private Shaping(Set<Resource> created) {
      this.created = created;
    }

    @Override
    public RequestShape createGroup(WorkatoOperation.CreateGroup operation) {
      return RequestShape.alone(WorkatoLanes.GROUPS, false);
    }

    /** It is read before and after, with whoever is in it and what it may do. */
    @Override
    public RequestShape changeGroup(WorkatoOperation.ChangeGroup operation) {
      int looks = 1 + index.groupSize(operation.before().name()).pages();
      int grants = index.seenOn(operation.before().name()).size();
      return RequestShape.alone(WorkatoLanes.GROUPS, true)
          .with(2 * looks + environments.size() + grants);
    }

    @Override
    public RequestShape deleteGroup(WorkatoOperation.DeleteGroup operation) {
      return RequestShape.alone(WorkatoLanes.GROUPS, true).with(3 + environments.size());
    }

    /** It is looked for in its list, and read. */
    @Override
    public RequestShape createRole(WorkatoOperation.CreateRole operation) {
      return RequestShape.alone(operation.kind().lane(), false)
          .with(sized(index.roles(operation.kind())).pages() + 1);
    }

    @Override
    public RequestShape changeRole(WorkatoOperation.ChangeRole operation) {
      return RequestShape.alone(operation.kind().lane(), true).with(4);
    }

    @Override
    public RequestShape deleteRole(WorkatoOperation.DeleteRole operation) {
      return RequestShape.alone(operation.kind().lane(), true).with(3);
    }

    @Override
    public RequestShape invite(WorkatoOperation.Invite operation) {
      return RequestShape.alone(WorkatoLanes.INVITATIONS, false);
    }

    @Override
    public RequestShape addAccount(WorkatoOperation.AddAccount operation) {
      return RequestShape.alone(WorkatoLanes.MEMBERS, false);
    }

    @Override
    public RequestShape setEnvironmentRoles(WorkatoOperation.SetEnvironmentRoles operation) {
      int held =
          actual
              .person(operation.email())
              .map(member -> member.of(WorkatoVocabulary.ENVIRONMENT).size())
              .orElse(0);
      return RequestShape.shared(
          WorkatoLanes.MEMBERS,
          Integer.MAX_VALUE,
          new ListChange(
              WorkatoBatchKinds.SET_ENVIRONMENT_ROLES,
              "roles " + operation.email(),
              WorkatoLanes.MEMBERS,
              new ListSize(held, WorkatoApi.PAGE, memberLists),
              false,
              operation.changes().values().stream().map(Shaping::row).toList(),
              risks(operation.email())));
    }

    /** What may be held elsewhere is looked at until it is known to be kept. */
    private List<ListChange.Risk> risks(Email email) {
      int memberships = held(email, WorkatoVocabulary.GROUP);
      return List.of(
          new ListChange.Risk(
              WorkatoBatchKinds.KEEP_GROUPS,
              Map.of(WorkatoLanes.GROUPS, groups),
              memberships == 0 ? Map.of() : Map.of(WorkatoLanes.GROUPS, memberships),
              memberships > 0 || hasUnreadGroups),
          new ListChange.Risk(
              WorkatoBatchKinds.KEEP_GRANTS,
              lookForGrants(),
              grantsHeld(email),
              held(email, WorkatoVocabulary.PROJECT) > 0 || hasUnreadProjects));
    }

    private Map<Lane, Integer> lookForGrants() {
      Map<Lane, Integer> look = new TreeMap<>();
      environments.forEach(
          environment -> look.merge(lanes.of(WorkatoLanes.MEMBERS, environment), 1, Integer::sum));
      return look;
    }

    private Map<Lane, Integer> grantsHeld(Email email) {
      Map<Lane, Integer> grants = new TreeMap<>();
      actual
          .person(email)
          .ifPresent(
              member ->
                  member
                      .of(WorkatoVocabulary.PROJECT)
                      .forEach(
                          role ->
                              grants.merge(
                                  lanes.of(
                                      WorkatoLanes.PROJECT_GRANTS,
                                      WorkatoVocabulary.environment(role.on())),
                                  1,
                                  Integer::sum)));
      return grants;
    }

    private int held(Email email, Kind kind) {
      return actual.person(email).map(member -> member.of(kind).size()).orElse(0);
    }

    private static Row row(WorkatoOperation.RoleChange change) {
      return change.after().isEmpty()
          ? Row.REMOVED
          : change.before().isEmpty() ? Row.ADDED : Row.ALTERED;
    }

    @Override
    public RequestShape setMembership(WorkatoOperation.SetMembership operation) {
      return RequestShape.shared(
          WorkatoLanes.GROUPS,
          batch,
          change(
              WorkatoBatchKinds.memberships(operation.belongs()),
              group(operation.group()),
              operation.belongs() ? Row.ADDED : Row.REMOVED));
    }

    @Override
    public RequestShape setProjectRole(WorkatoOperation.SetProjectRole operation) {
      ListRead grants = grants(operation.project(), operation.environment());
      // What is given to a group must come behind its creation, and so goes in the same lane.
      Lane lane =
          operation.assignee().group().filter(created::contains).isPresent()
              ? WorkatoLanes.GROUPS
              : grants.lane();
      return operation.isTaking()
          ? RequestShape.alone(lane, true)
          : RequestShape.shared(
              lane,
              Math.min(batch, ProjectGrantList.MOST),
              change(WorkatoBatchKinds.GRANT_PROJECT_ROLES, grants, row(operation.change())));
    }

    @Override
    public RequestShape remove(WorkatoOperation.Remove operation) {
      return RequestShape.alone(WorkatoLanes.MEMBERS, true);
    }

    private static ListChange change(BatchKind kind, ListRead of, Row row) {
      return new ListChange(kind, of.list(), of.lane(), of.size(), true, List.of(row));
    }
  }
}
