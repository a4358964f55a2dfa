package dev.rollcall.safety;

import dev.rollcall.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What a rule counted, and in which operations. */
record CountedOperations(int total, List<Integer> sequences) {

  /** Every operation with its weight; those of weight zero are not counted. */
  static CountedOperations of(
      List<PlannedOperation> operations, ToIntFunction<PlannedOperation> weight) {
    long total = 0;
    List<Integer> sequences = new ArrayList<>();
    for (PlannedOperation planned : operations) {
      int one = weight.applyAsInt(planned);
      if (one > 0) {
        total += one;
        sequences.add(planned.sequence());
      }
    }
    return new CountedOperations((int) Math.min(total, Integer.MAX_VALUE), List.copyOf(sequences));
  }
}
