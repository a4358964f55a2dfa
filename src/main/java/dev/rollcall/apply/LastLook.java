package dev.rollcall.apply;

import dev.rollcall.plan.PlannedOperation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is looked at once more before anything is taken: some of what a plan takes was allowed
 * because of what it gives, before any of that was there.
 */
public interface LastLook {

  /** Nothing counts on anything else. */
  LastLook NONE =
      new LastLook() {
        @Override
        public Set<Integer> counting(List<PlannedOperation> operations) {
          return Set.of();
        }

        @Override
        public Map<Integer, String> against(List<PlannedOperation> toTake) {
          return Map.of();
        }
      };

  /**
   * Of all operations of a run, those that count on what others give: by sequence number. They wait
   * until all that gives is over, whatever stage they are in.
   */
  Set<Integer> counting(List<PlannedOperation> operations);

  /**
   * What must not be sent as the workspace is now, each with why, for people. Asked when all that
   * gives is over, before anything is taken; may read, and never writes.
   *
   * @param toTake all that is still to be sent
   */
  Map<Integer, String> against(List<PlannedOperation> toTake);
}
