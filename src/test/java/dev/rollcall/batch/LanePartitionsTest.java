package dev.rollcall.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.LaneThreads;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

class LanePartitionsTest {

  private static final JobExecution JOB =
      new JobExecution(1, new JobInstance(1, "rollcall"), new JobParameters());

  private final Set<String> carriedOut = new ConcurrentSkipListSet<>();

  @Test
  void anErrorInOneLaneEndsTheStageOnceAllLanesHaveEnded() {
    StepExecution groups = lane(1, "groups");
    StepExecution members = lane(2, "members");
    Step worker =
        new Step() {
          @Override
          public String getName() {
            return "lane";
          }

          @Override
          public void execute(StepExecution lane) {
            if (lane == groups) {
              throw new StackOverflowError("too deep");
            }
            carriedOut.add(lane.getStepName());
          }
        };
    LanePartitions partitions =
        new LanePartitions(() -> new LaneThreads(UnaryOperator.identity()), lane -> worker);

    assertThatThrownBy(() -> partitions.doHandle(groups, Set.of(groups, members)))
        .isInstanceOf(StackOverflowError.class)
        .hasMessage("too deep");
    assertThat(carriedOut).containsExactly(members.getStepName());
  }

  private static StepExecution lane(long id, String name) {
    String partition = LaneRequests.partition(Stage.ADDITIONS, new Lane(name));
    return new StepExecution(id, "lane:" + partition, JOB);
  }
}
