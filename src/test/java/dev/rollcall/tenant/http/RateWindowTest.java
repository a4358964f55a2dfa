package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.LaneThreads;
import dev.rollcall.tenant.RequestQuota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateWindowTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final MovingClock clock = new MovingClock(START);

  @Property(tries = 200)
  void neverLetsMoreThanTheQuotaThroughIn61Seconds(
      @ForAll @IntRange(min = 1, max = 7) int quota,
      @ForAll @Size(max = 60) List<@IntRange(max = 20_000) Integer> pauses) {
    MovingClock moving = new MovingClock(START);
    RateWindow window = new RateWindow(RequestQuota.perMinute(quota), moving.waiting());
    List<Instant> passed = new ArrayList<>();

    for (int pause : pauses) {
      moving.sleep(Duration.ofMillis(pause));
      assertThat(window.pass(() -> true)).isPresent();
      passed.add(moving.instant());
    }

    for (int i = quota; i < passed.size(); i++) {
      assertThat(Duration.between(passed.get(i - quota), passed.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(61));
    }
  }

  @Test
  void letsLanesThatShareItThroughOneByOne() {
    RateWindow window = new RateWindow(RequestQuota.perMinute(2), clock.waiting());
    List<Instant> passed = new CopyOnWriteArrayList<>();
    AtomicInteger inFlight = new AtomicInteger();

    try (LaneThreads threads = new LaneThreads(clock::beside)) {
      threads.begin(
          () ->
              IntStream.range(0, 5)
                  .mapToObj(i -> new Lane("lane " + i))
                  .forEach(
                      lane ->
                          threads
                              .of(lane)
                              .execute(
                                  () -> {
                                    for (int i = 0; i < 8; i++) {
                                      window.pass(
                                          () -> {
                                            assertThat(inFlight.incrementAndGet()).isEqualTo(1);
                                            passed.add(clock.instant());
                                            return inFlight.decrementAndGet();
                                          });
                                    }
                                  })));
    }

    assertThat(passed).hasSize(40).isSorted();
    for (int i = 2; i < passed.size(); i++) {
      assertThat(Duration.between(passed.get(i - 2), passed.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(61));
    }
    assertThat(passed.get(39)).isBefore(START.plusSeconds(61 * 20));
  }

  @Test
  void isNoSlowerThanTheQuotaAllows() {
    RateWindow window = new RateWindow(RequestQuota.perMinute(60), clock.waiting());

    for (int i = 0; i < 180; i++) {
      window.pass(() -> true);
    }

    assertThat(clock.slept()).isBetween(Duration.ofSeconds(122), Duration.ofMillis(122_010));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 400, 2_000, 30_000})
  void countsARequestOnceItWasAnsweredForUntilThenItMayArrive(int underWay) {
    RateWindow window = new RateWindow(RequestQuota.perSecond(3), clock.waiting());
    List<Instant> answered = new ArrayList<>();
    List<Instant> left = new ArrayList<>();

    for (int i = 0; i < 30; i++) {
      int late = i % 3 == 0 ? underWay : 0;
      window.pass(
          () -> {
            left.add(clock.instant());
            clock.sleep(Duration.ofMillis(late));
            return answered.add(clock.instant());
          });
    }

    for (int i = 3; i < left.size(); i++) {
      assertThat(Duration.between(answered.get(i - 3), left.get(i)))
          .isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void countsWhatFormerRunsSent() {
    RateWindow window = new RateWindow(RequestQuota.perMinute(2), clock.waiting());
    window.seed(List.of(START.minusSeconds(60), START.minusSeconds(30)));

    window.pass(() -> true);
    assertThat(clock.instant()).isBetween(START.plusSeconds(1), START.plusMillis(1010));

    window.pass(() -> true);
    assertThat(clock.instant()).isBetween(START.plusSeconds(31), START.plusMillis(31_010));
  }

  @Test
  void letsThroughAtOnceWhereTheClockGoesOnBetweenTwoLooks() {
    AtomicInteger looks = new AtomicInteger();
    Clock running =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return START.plusNanos(looks.incrementAndGet());
          }
        };
    RateWindow window =
        new RateWindow(
            RequestQuota.perMinute(2), new Waiting(running, clock, () -> looks.get() > 100));

    assertThat(window.pass(() -> true)).isPresent();
    assertThat(looks).hasValueLessThan(10);
  }

  @Test
  void aStopEndsTheWaitAndGivesThePlaceBack() {
    RateWindow open = new RateWindow(RequestQuota.perMinute(1), clock.waiting());
    assertThat(open.pass(() -> true)).isPresent();
    RateWindow stopped =
        new RateWindow(RequestQuota.perMinute(1), new Waiting(clock, clock, () -> true));
    assertThat(stopped.pass(() -> true)).isPresent();

    assertThat(stopped.pass(() -> true)).isEmpty();

    assertThat(clock.slept()).isZero();
  }
}
