package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.careful.ListChange;
import dev.rollcall.tenant.careful.ListSize;
import dev.rollcall.tenant.careful.RequestShape;
import dev.rollcall.tenant.careful.RequestShapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The API's requests: which lists they change, and how many items they carry. */
final class WorkivaRequestShapes implements RequestShapes {

  /** What was taken up is asked for once at least, to see how it has ended. */
  private static final int POLLS = 1;

  private final int batch;
  private final Set<String> files;
  private final Roster actual;

  /** Of an organization as it was when it was read last. */
  WorkivaRequestShapes(WorkivaSettings settings, Roster actual) {
    this.batch = settings.batch();
    this.files = settings.files().keySet();
    this.actual = actual;
  }

  @Override
  public List<BatchKind> kinds() {
    return WorkivaBatchKinds.ALL;
  }

  @Override
  public RequestShape of(Operation operation, Set<Resource> created) {
    return switch (operation.verb()) {
      case DEFINE, UNDEFINE, JOIN, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE ->
          RequestShape.alone(WorkivaApi.LANE, true);
      case SET -> of((Operation.Set) operation);
    };
  }

  private RequestShape of(Operation.Set operation) {
    boolean gives = operation.after().isPresent();
    String holder = operation.assignee().label();
    return switch (WorkivaVocabulary.Thing.of(operation.on())) {
      case WORKSPACE -> RequestShape.alone(WorkivaApi.LANE, true);
      case ORGANIZATION_ROLE ->
          shared(
                  operation,
                  gives
                      ? WorkivaBatchKinds.GIVE_ORGANIZATION_ROLES
                      : WorkivaBatchKinds.TAKE_ORGANIZATION_ROLES,
                  "organization roles of " + holder,
                  held(operation, right -> right.kind() == WorkivaVocabulary.ORGANIZATION_ROLE))
              .with(POLLS);
      case WORKSPACE_ROLE ->
          shared(
                  operation,
                  gives
                      ? WorkivaBatchKinds.GIVE_WORKSPACE_ROLES
                      : WorkivaBatchKinds.TAKE_WORKSPACE_ROLES,
                  "workspace roles of "
                      + holder
                      + " in "
                      + operation.on().container().orElseThrow(),
                  held(
                      operation,
                      right ->
                          right.kind() == WorkivaVocabulary.WORKSPACE_ROLE
                              && right.container().equals(operation.on().container())))
              .with(POLLS);
      case GROUP ->
          shared(
              operation,
              gives ? WorkivaBatchKinds.ADD_GROUP_MEMBERS : WorkivaBatchKinds.REMOVE_GROUP_MEMBERS,
              "group " + operation.on(),
              holders(operation.on()));
      case FILE ->
          shared(
                  operation,
                  gives ? WorkivaBatchKinds.SET_PERMISSIONS : WorkivaBatchKinds.TAKE_PERMISSIONS,
                  "file " + operation.on(),
                  holders(operation.on()))
              .with(permissions(operation.on()));
    };
  }

  /** What is held of some resources. */
  private interface Which {
    boolean is(Resource resource);
  }

  private int held(Operation.Set operation, Which which) {
    return operation
        .assignee()
        .person()
        .flatMap(actual::person)
        .map(
            member ->
                (int) member.entitlements().stream().filter(held -> which.is(held.on())).count())
        .orElse(0);
  }

  private int holders(Resource resource) {
    long people =
        actual.people().stream().filter(member -> member.on(resource).isPresent()).count();
    long groups =
        actual.groups().stream()
            .filter(group -> group.rights().stream().anyMatch(right -> right.on().equals(resource)))
            .count();
    return (int) (people + groups);
  }

  /** What somebody holds has to be known for it to be revoked. */
  private int permissions(Resource file) {
    return new ListSize(holders(file), WorkivaApi.PAGE).pages();
  }

  private RequestShape shared(Operation.Set operation, BatchKind kind, String list, int size) {
    ListChange.Row row =
        operation.after().isEmpty()
            ? ListChange.Row.REMOVED
            : operation.before().isPresent() ? ListChange.Row.ALTERED : ListChange.Row.ADDED;
    return RequestShape.shared(
        WorkivaApi.LANE,
        batch,
        new ListChange(
            kind, list, WorkivaApi.LANE, new ListSize(size, WorkivaApi.PAGE), false, List.of(row)));
  }

  @Override
  public List<ListRead> joined(Operation.Join operation) {
    return List.of();
  }

  /** Users and files, and of what was changed: memberships, each list of roles, and groups. */
  @Override
  public List<ListRead> verifying(Collection<Operation> operations) {
    if (operations.isEmpty()) {
      return List.of();
    }
    List<ListRead> reads = new ArrayList<>();
    TreeSet<String> lists = new TreeSet<>();
    TreeMap<String, Integer> sizes = new TreeMap<>();
    Set<String> gone = new TreeSet<>();
    files.forEach(file -> lists.add("file " + WorkivaVocabulary.file(file)));
    for (Operation operation : operations) {
      redefined(operation).ifPresent(workspace -> lists.add("groups of " + workspace));
      if (operation.verb() == Operation.Verb.SET) {
        Operation.Set set = (Operation.Set) operation;
        of(set).change().ifPresent(change -> sizes.put(change.list(), change.size().rows()));
        of(set).change().ifPresent(change -> lists.add(change.list()));
        set.on().container().ifPresent(outer -> lists.add("members of " + outer));
        if (set.on().kind() == WorkivaVocabulary.WORKSPACE) {
          lists.add("members of " + set.on());
        }
        left(set).ifPresent(gone::add);
      }
    }
    lists.removeAll(gone);
    reads.add(read("users", actual.people().size()));
    lists.forEach(list -> reads.add(read(list, sizes.getOrDefault(list, 0))));
    return reads;
  }

  private static String rolesOf(String holder, Resource workspace) {
    return "workspace roles of " + holder + " in " + workspace;
  }

  /** The list of roles that goes with a membership. */
  private static Optional<String> left(Operation.Set set) {
    return set.on().kind() == WorkivaVocabulary.WORKSPACE && set.after().isEmpty()
        ? Optional.of(rolesOf(set.assignee().label(), set.on()))
        : Optional.empty();
  }

  /** The workspace whose groups have other names by it. */
  private static Optional<Resource> redefined(Operation operation) {
    return switch (operation.verb()) {
      case DEFINE -> ((Operation.Define) operation).was().flatMap(Resource::container);
      case UNDEFINE -> ((Operation.Undefine) operation).resource().container();
      case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> Optional.empty();
    };
  }

  private static ListRead read(String list, int rows) {
    return new ListRead(WorkivaApi.LANE, list, new ListSize(rows, WorkivaApi.PAGE));
  }
}
