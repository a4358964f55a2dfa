package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.IdName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles that somebody holds in the organization or in a workspace, by their ids. */
final class HeldRoleList extends WorkivaList {

  private static final int NOT_FOUND = 404;

  /** Whose roles, and how they are asked for. */
  interface Roles {

    List<IdName> read();

    FinishedCall<String> change(boolean gives, List<String> roles);

    /** They are about to change. */
    void changing();
  }

  private final Roles roles;
  private final boolean gives;
  private final String label;
  private final Map<String, String> names = new HashMap<>();
  private volatile Optional<List<BatchItem>> unfinished = Optional.empty();

  private HeldRoleList(
      WorkivaContext context,
      BatchKind kind,
      WorkivaCallKind call,
      String label,
      Roles roles,
      boolean gives) {
    super(context, kind, call, label);
    this.roles = roles;
    this.gives = gives;
    this.label = label;
  }

  /** Roles in the organization that are given, or taken. */
  static HeldRoleList ofUser(WorkivaContext context, String user, String label, boolean gives) {
    return new HeldRoleList(
        context,
        gives
            ? WorkivaBatchKinds.GIVE_ORGANIZATION_ROLES
            : WorkivaBatchKinds.TAKE_ORGANIZATION_ROLES,
        WorkivaCallKind.CHANGE_USER_ROLES,
        label,
        new UserRoles(context, user),
        gives);
  }

  /** Roles of a membership that are given, or taken. */
  static HeldRoleList ofSeat(WorkivaContext context, SeatId seat, String label, boolean gives) {
    return new HeldRoleList(
        context,
        gives ? WorkivaBatchKinds.GIVE_WORKSPACE_ROLES : WorkivaBatchKinds.TAKE_WORKSPACE_ROLES,
        WorkivaCallKind.CHANGE_MEMBERSHIP_ROLES,
        label,
        new SeatRoles(context, seat),
        gives);
  }

  private record UserRoles(WorkivaContext context, String user) implements Roles {
    @Override
    public List<IdName> read() {
      return context.lists().userRoles(user);
    }

    @Override
    public FinishedCall<String> change(boolean gives, List<String> roles) {
      return context.api().changeUserRoles(user, gives, roles);
    }

    @Override
    public void changing() {
      context.holdings().changing(user);
    }
  }

  private record SeatRoles(WorkivaContext context, SeatId seat) implements Roles {
    @Override
    public List<IdName> read() {
      return context.lists().membershipRoles(seat);
    }

    @Override
    public FinishedCall<String> change(boolean gives, List<String> roles) {
      FinishedCall<String> asked = context.api().changeMembershipRoles(seat, gives, roles);
      return WorkivaErrors.is(asked.last(), NOT_FOUND)
          ? new FinishedCall<>(
              new CallOutcome.Rejected<>(
                  NOT_FOUND,
                  WorkivaErrors.why(asked.last()).replaceFirst("^answered 404: ", "")
                      + " Somebody has taken the membership meanwhile, or the role is gone.",
                  Optional.empty()),
              asked.attempts())
          : asked;
    }

    @Override
    public void changing() {
      context.holdings().changing(seat);
    }
  }

  BatchItem item(int sequence, String role, String name) {
    names.put(role, name);
    return new BatchItem(sequence, role, gives ? Optional.of("") : Optional.empty());
  }

  @Override
  public String reference() {
    return NotedOrganizationLists.NOTHING;
  }

  @Override
  public Set<String> recall(Set<String> keys) {
    return Set.of();
  }

  /**
   * {@inheritDoc} While an operation goes on of which nobody knows how it ends, what it has not
   * brought about yet says nothing.
   */
  @Override
  public Holdings held() {
    Map<String, String> held = new HashMap<>();
    roles.read().forEach(role -> held.put(role.id(), ""));
    boolean isOpen =
        unfinished
            .filter(items -> items.stream().anyMatch(item -> held.containsKey(item.key()) != gives))
            .isPresent();
    if (isOpen) {
      throw new TenantUnavailable("what is going on with " + label + " has not ended");
    }
    return Holdings.of(held);
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items, String form) {
    roles.changing();
    FinishedCall<String> asked = roles.change(gives, items.stream().map(BatchItem::key).toList());
    FinishedCall<String> finished = context().operations().followed(asked);
    boolean goesOn =
        asked.last() instanceof CallOutcome.Accepted
            && finished.last() instanceof CallOutcome.NoAnswer;
    unfinished = goesOn ? Optional.of(items) : Optional.empty();
    return finished;
  }

  @Override
  public Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost) {
    return Map.of();
  }

  @Override
  public String label(String key) {
    return names.getOrDefault(key, key);
  }
}
