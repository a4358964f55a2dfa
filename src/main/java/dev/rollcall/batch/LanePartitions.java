package dev.rollcall.batch;

import dev.rollcall.tenant.LaneThreads;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * The lanes of a stage side by side, each in a thread of its own. All have ended before the stage
 * has, whatever became of one of them.
 */
final class LanePartitions extends AbstractPartitionHandler {

  /** Makes the step that carries out a lane. */
  interface Workers {
    Step of(StepExecution lane) throws Exception;
  }

  private final Supplier<LaneThreads> opening;
  private final Workers workers;

  /**
   * Partitions of one stage.
   *
   * @param workers the step of each
   */
  LanePartitions(Supplier<LaneThreads> opening, Workers workers) {
    this.opening = opening;
    this.workers = workers;
  }

  @Override
  protected Set<StepExecution> doHandle(StepExecution stage, Set<StepExecution> partitions)
      throws Exception {
    List<StepExecution> lanes =
        partitions.stream().sorted(Comparator.comparing(StepExecution::getStepName)).toList();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    try (LaneThreads threads = opening.get()) {
      threads.begin(
          () ->
              lanes.forEach(
                  lane ->
                      threads
                          .of(LaneRequests.lane(lane.getStepName()))
                          .execute(() -> carryOut(lane, failures))));
    }
    Throwable failure = failures.peek();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof Exception exception) {
      throw exception;
    }
    return partitions;
  }

  private void carryOut(StepExecution lane, ConcurrentLinkedQueue<Throwable> failures) {
    try {
      workers.of(lane).execute(lane);
    } catch (Exception | Error e) {
      // Left to the thread, an error would end in nothing but a stack trace on the terminal.
      failures.add(e);
    }
  }
}
