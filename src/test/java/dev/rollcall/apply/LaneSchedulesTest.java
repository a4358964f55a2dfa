package dev.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lanes side by side, in whatever order their steps come: each operation happens once. */
class LaneSchedulesTest {

  private static final int SCHEDULES = 1_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void noScheduleLosesOrDoublesAnOperation() {
    int kills = 0;
    int stops = 0;
    for (long seed = 1; seed <= SCHEDULES; seed++) {
      LaneSchedule schedule = new LaneSchedule(seed, threads);
      try {
        schedule.play();
      } catch (AssertionError e) {
        throw new AssertionError("schedule " + seed, e);
      }
      kills += schedule.kills();
      stops += schedule.stops();
    }

    assertThat(kills).as("schedules in which the process was killed").isGreaterThan(SCHEDULES / 4);
    assertThat(stops).as("schedules in which somebody said stop").isGreaterThan(SCHEDULES / 10);
  }
}
