package dev.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunIdTest {

  private static final Instant START = Instant.parse("2026-11-22T03:31:01Z");

  @Test
  void runsOfOneSecondAreInOrderOfTheirMilliseconds() {
    RunId first = RunId.starting(START.plusMillis(7), Integer.MIN_VALUE);
    RunId second = RunId.starting(START.plusMillis(8), 0);
    RunId last = RunId.starting(START.plusMillis(999), Integer.MAX_VALUE);

    assertThat(first).isLessThan(second);
    assertThat(second).isLessThan(last);
    assertThat(last).isLessThan(RunId.starting(START.plusSeconds(1), 0));
  }

  @Test
  void runsOfOneMillisecondDifferByChance() {
    assertThat(RunId.starting(START, 1)).isNotEqualTo(RunId.starting(START, 2));
  }

  @Test
  void saysWhatARunIdLooksLike() {
    assertThatThrownBy(() -> new RunId("yesterday")).hasMessageContaining("20261122-033101-7f3a");
  }
}
