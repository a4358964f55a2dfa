package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Progress;
import dev.rollcall.job.yaml.Surroundings;
import dev.rollcall.plan.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DryRunTest {

  @Test
  void plansTheQuickstart() {
    LoadedJob job =
        new JobFileReader(Surroundings.ofProcess())
            .read(Path.of("jobs/quickstart.yaml"), List.of());
    try (Target target =
        Targets.open(job.file(), Targets.Memory.none(), Clock.systemUTC(), () -> false)) {
      DryRun.Result result =
          new DryRun(job, RunOptions.none(), Progress.SILENT).make(target, Optional.empty());
      Planned planned = result.planned();
      assertThat(Tally.of(planned.plan().operations(), planned.plan().people().considered()))
          .hasToString("Plan: 10 to invite, 52 to change, 6 to remove, 175 unchanged.");
      assertThat(planned.verdict().held().values()).containsOnly("admin-grants").hasSize(3);
      assertThat(planned.price().requests()).isEqualTo(planned.lowerBound() + 1);
    }
  }
}
