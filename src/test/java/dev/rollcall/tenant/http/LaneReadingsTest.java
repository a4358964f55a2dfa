package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.LaneReadings.Reading;
import dev.rollcall.tenant.http.LaneReadings.Round;
import dev.rollcall.tenant.http.LaneReadings.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LaneReadingsTest {

  private static final Lane MEMBERS = new Lane("members");
  private static final Lane GROUPS = new Lane("groups");
  private static final Lane GRANTS = new Lane("grants");

  private final MovingClock clock = new MovingClock(Instant.EPOCH);
  private final LaneReadings readings = new LaneReadings(clock);
  private final Round round = readings.round();
  private final List<String> read = new CopyOnWriteArrayList<>();
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();

  @Test
  void lastAsLongAsTheLongestLane() {
    round.add(MEMBERS, lasting("members", 5));
    round.add(GROUPS, lasting("groups", 20));
    round.add(GROUPS, lasting("their members", 40));
    round.add(GRANTS, lasting("grants", 50));

    round.make();

    assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(60));
    assertThat(read).containsExactly("members", "groups", "grants", "their members");
  }

  @Test
  void beginWhenWhatTheyNeedWasRead() {
    Step members = round.add(MEMBERS, lasting("members", 30));
    Step groups = round.add(GROUPS, lasting("groups", 10));
    round.add(GRANTS, lasting("early", 5), List.of(groups));
    round.add(GRANTS, lasting("late", 5), List.of(groups, members));

    round.make();

    assertThat(read).containsExactly("groups", "early", "members", "late");
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(35));
  }

  @Test
  void runInThreadsNamedAfterTheirLanesOfWhichNoneIsLeft() throws InterruptedException {
    round.add(MEMBERS, lasting("members", 1));
    round.add(GRANTS, failing("grants", 2, "gone"));
    round.add(GROUPS, lasting("groups", 3));

    assertThatThrownBy(round::make).hasMessage("gone");

    assertThat(threads.values())
        .extracting(Thread::getName)
        .containsExactlyInAnyOrder("lane-members", "lane-groups", "lane-grants");
    for (Thread thread : threads.values()) {
      // All its work is done; it may still be on its last step out.
      thread.join(Duration.ofMinutes(1).toMillis());
      assertThat(thread.isDaemon() && !thread.isAlive()).as(thread.getName()).isTrue();
    }
  }

  @Test
  void oneFailureEndsTheOthersWithWhatIsInFlight() {
    CountDownLatch begun = new CountDownLatch(2);
    round.add(
        GRANTS,
        () -> {
          begun.countDown();
          whileEnding(() -> read.add("grants"));
        });
    round.add(GRANTS, lasting("more grants", 1));
    round.add(
        GROUPS,
        () -> {
          await(begun);
          throw new TenantUnavailable("groups");
        });
    round.add(
        MEMBERS,
        () -> {
          begun.countDown();
          whileEnding(() -> read.add("members"));
        });

    assertThatThrownBy(round::make).hasMessage("groups");

    // What would have been asked before is asked once, to see whether that fails as well.
    assertThat(read).contains("grants", "members").endsWith("more grants").hasSize(3);
    assertThat(readings.ending().getAsBoolean()).isFalse();
  }

  @Test
  void ofSeveralFailuresTheFirstInOrderIsTold() {
    round.add(MEMBERS, failing("members", 30, "members are gone"));
    round.add(GROUPS, failing("groups", 10, "groups are gone"));
    round.add(GRANTS, failing("grants", 10, "grants are gone"));

    assertThatThrownBy(round::make).hasMessage("members are gone");
  }

  @Test
  void whatWasNotAnsweredYetIsAskedOnce() {
    Step names = round.add(GROUPS, lasting("names", 5));
    round.add(
        GROUPS,
        new Reading() {
          @Override
          public void read() {
            throw new AssertionError("another reading has failed by now");
          }

          @Override
          public void ask() {
            throw new TenantUnavailable("members of groups are gone");
          }
        },
        List.of(names));
    round.add(GRANTS, failing("grants", 1, "grants are gone"));

    assertThatThrownBy(round::make).hasMessage("members of groups are gone");
    assertThat(read).containsExactly("grants", "names");
  }

  @Test
  void aStopIsToldAsOne() {
    round.add(
        MEMBERS,
        () -> {
          throw new ReadingStopped("stopped");
        });
    round.add(GROUPS, lasting("groups", 5));

    assertThatThrownBy(round::make).isInstanceOf(ReadingStopped.class).hasMessage("stopped");
  }

  @Test
  void ofStopsTheOneThatCameFirstIsTold() {
    round.add(
        MEMBERS,
        () ->
            whileEnding(
                () -> {
                  throw new ReadingStopped("another reading has failed");
                }));
    round.add(
        GROUPS,
        () -> {
          throw new ReadingStopped("the time is over");
        });

    assertThatThrownBy(round::make).hasMessage("the time is over");
  }

  @Test
  void anErrorIsNotLost() {
    round.add(
        MEMBERS,
        () -> {
          throw new OutOfMemoryError("heap");
        });

    assertThatThrownBy(round::make).isInstanceOf(OutOfMemoryError.class);
  }

  /** Work in flight that ends after another reading has failed. */
  private void whileEnding(Runnable work) {
    while (!readings.ending().getAsBoolean()) {
      Thread.onSpinWait();
    }
    work.run();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reading lasting(String what, int seconds) {
    return () -> {
      threads.put(what, Thread.currentThread());
      clock.sleep(Duration.ofSeconds(seconds));
      read.add(what);
    };
  }

  private Reading failing(String what, int seconds, String why) {
    return () -> {
      lasting(what, seconds).read();
      throw new TenantUnavailable(why);
    };
  }
}
