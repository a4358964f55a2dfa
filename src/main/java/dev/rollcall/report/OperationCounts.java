package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Visibility;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Operations by what became of them. Made from each operation's own record, so that every planned
 * operation is counted once.
 *
 * @param planned all of them: the sum of all states
 * @param byState how many stand in each state; every state is there
 * @param visible done, and of a kind whose effect can be read back
 * @param verified of those, seen
 * @param differs of those, seen to be otherwise
 * @param invitationsSent invitations that this run sent and nobody can see yet
 * @param invitationsOpen done without sending them: they were open already
 * @param withdrawals done changes of open invitations, which nobody can see either
 * @param putOff deferred by a rule of ours, before the workspace was asked
 */
public record OperationCounts(
    int planned,
    Map<OperationState, Integer> byState,
    int visible,
    int verified,
    int differs,
    int invitationsSent,
    int invitationsOpen,
    int withdrawals,
    int putOff) {

  /** Checks that nothing is lost between the plan and the counts. */
  public OperationCounts {
    byState = Map.copyOf(byState);
    int sum = byState.values().stream().mapToInt(Integer::intValue).sum();
    if (sum != planned) {
      throw new IllegalArgumentException(
          "%d operations were planned, %d are accounted for".formatted(planned, sum));
    }
  }

  /** Counts. */
  public static OperationCounts of(Collection<OperationRecord> operations) {
    Map<OperationState, Integer> byState = new EnumMap<>(OperationState.class);
    for (OperationState state : OperationState.values()) {
      byState.put(state, 0);
    }
    int[] seen = new int[6];
    int putOff = (int) operations.stream().filter(OperationRecord::isDeferredByUs).count();
    for (OperationRecord operation : operations) {
      byState.merge(operation.state(), 1, Integer::sum);
      if (operation.state().isDone()) {
        count(operation, seen);
      }
    }
    return new OperationCounts(
        operations.size(), byState, seen[0], seen[1], seen[2], seen[3], seen[4], seen[5], putOff);
  }

  private static void count(OperationRecord record, int[] seen) {
    if (isHidden(record)) {
      boolean sent = record.state() == OperationState.APPLIED;
      seen[Joins.of(record.planned()).isEmpty() ? 5 : sent ? 3 : 4]++;
      return;
    }
    seen[0]++;
    if (record.verification() == Verification.VERIFIED) {
      seen[1]++;
    } else if (record.verification() == Verification.DIFFERS) {
      seen[2]++;
    }
  }

  /** Whether a done operation's effect cannot be seen before somebody else acts. */
  static boolean isHidden(OperationRecord record) {
    return record.verification() == Verification.NOT_YET_VISIBLE
        || record.verification() == Verification.UNREAD
            && Visibility.of(record.planned().operation()) != Visibility.AT_ONCE;
  }

  /** How many stand in this state. */
  public int in(OperationState state) {
    return byState.getOrDefault(state, 0);
  }

  /** Done, and seen by nobody before somebody else acts. */
  public int hidden() {
    return invitationsSent + invitationsOpen + withdrawals;
  }

  /** Done, as far as the workspace's answers go. */
  public int applied() {
    return in(OperationState.APPLIED) + in(OperationState.ALREADY_SO);
  }

  /** What a rerun is for: neither done, nor put off by a rule of ours, nor held for a decision. */
  public int leftOver() {
    return planned - applied() + differs - putOff - in(OperationState.HELD);
  }
}
