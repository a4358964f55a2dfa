package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.MembershipRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether somebody is a member of a workspace.
 *
 * @param belongs whether they are to be one
 */
record WorkspaceMembership(WorkivaContext context, String workspace, String user, boolean belongs)
    implements Changeable {

  BatchItem item(int sequence) {
    return new BatchItem(sequence, user, belongs ? Optional.of("") : Optional.empty());
  }

  @Override
  public Map<String, String> read() {
    Map<String, String> byUser = new HashMap<>();
    context.lists().memberships(workspace).forEach(row -> byUser.put(row.user(), row.id()));
    context.index().seats(workspace, byUser);
    return byUser.containsKey(user) ? Map.of(user, "") : Map.of();
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    return belongs
        ? WorkivaUserCreation.known(context.api().createMembership(workspace, user), this::isMember)
        : context
            .index()
            .seat(workspace, user)
            .map(this::delete)
            .orElseGet(WorkspaceMembership::noSuchMembership);
  }

  /** A membership that was just made has no role yet. */
  private void isMember(MembershipRow row) {
    boolean isNew = context.index().seat(workspace, user).isEmpty();
    context.index().seat(workspace, user, row.id());
    if (isNew) {
      context.holdings().ofSeat(new SeatId(workspace, row.id()), List.of());
    }
  }

  private FinishedCall<String> delete(SeatId seat) {
    context.holdings().changing(seat);
    FinishedCall<String> finished = context.api().deleteMembership(seat);
    if (finished.last() instanceof CallOutcome.Accepted) {
      context.index().unseat(workspace, user);
    }
    return finished;
  }

  private static FinishedCall<String> noSuchMembership() {
    return new FinishedCall<>(
        new CallOutcome.Rejected<>(404, "{\"message\":\"no such membership\"}", Optional.empty()),
        0);
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context
        .access()
        .turnedAway(
            belongs ? WorkivaCallKind.CREATE_MEMBERSHIP : WorkivaCallKind.DELETE_MEMBERSHIP,
            finished);
  }
}
