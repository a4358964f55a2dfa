package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.RequestQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YieldingPaceTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final RequestQuota TEN = RequestQuota.perSecond(10);

  private final MovingClock clock = new MovingClock(START);

  @Test
  void isHalfAsFastAfterEachRefusalAndNeverStandsStill() {
    YieldingPace pace = new YieldingPace(TEN);
    List<Integer> perMinute = new ArrayList<>();

    for (int i = 0; i < 12; i++) {
      pace.answered(true);
      perMinute.add(pace.now().perMinute());
    }

    assertThat(perMinute.subList(0, 7)).containsExactly(300, 120, 60, 30, 15, 7, 7);
    assertThat(perMinute.subList(7, 12)).containsOnly(7);
  }

  @Test
  void isAsFastAsBeforeOnceAllHasBeenWellForAWhile() {
    YieldingPace pace = new YieldingPace(TEN);
    IntStream.range(0, 9).forEach(i -> pace.answered(true));
    Duration taken = Duration.ZERO;

    while (!pace.now().equals(TEN)) {
      taken = taken.plus(pace.now().within().dividedBy(pace.now().requests()));
      pace.answered(false);
    }

    assertThat(taken).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(3));
  }

  @Property(tries = 200)
  void isNeverFasterThanItWasBegunWith(
      @ForAll @IntRange(min = 1, max = 90) int requests,
      @ForAll boolean aMinute,
      @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 30) Integer> answers) {
    RequestQuota fastest =
        aMinute ? RequestQuota.perMinute(requests) : RequestQuota.perSecond(requests);
    YieldingPace pace = new YieldingPace(fastest);

    for (int answer : answers) {
      pace.answered(answer == 0);
      assertThat(pace.now().perMinute()).isBetween(1, fastest.perMinute());
      assertThat(pace.now().requests()).isLessThanOrEqualTo(fastest.requests());
    }
  }

  /** A server that lets so many a second through, and counts those that it turns away. */
  private final class Limited {
    private final int aSecond;
    private final List<Instant> taken = new ArrayList<>();
    private int refused;

    private Limited(int aSecond) {
      this.aSecond = aSecond;
    }

    private CallOutcome<String> answer() {
      Instant now = clock.instant();
      clock.sleep(Duration.ofMillis(5));
      taken.removeIf(time -> !time.isAfter(now.minusSeconds(1)));
      if (taken.size() >= aSecond) {
        refused++;
        return new CallOutcome.Rejected<>(429, "", Optional.of(Duration.ofSeconds(1)));
      }
      taken.add(now);
      return new CallOutcome.Accepted<>(200, "");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 20})
  void findsThePaceOfAServerThatSaysNothingOfIt(int aSecond) {
    Limited server = new Limited(aSecond);
    RateWindow window = RateWindow.yielding(TEN, clock.waiting());
    Retry retry = new Retry(clock.waiting(), 5, Duration.ofMinutes(2));

    for (int i = 0; i < 600; i++) {
      assertThat(retry.run(RepeatRule.FREELY, window, server::answer).last())
          .isInstanceOf(CallOutcome.Accepted.class);
    }

    double seconds = Duration.between(START, clock.instant()).toMillis() / 1e3;
    System.out.printf(
        "%d a second allowed: 600 in %.0f s, %d turned away%n", aSecond, seconds, server.refused);
    assertThat(server.refused).isLessThanOrEqualTo(aSecond >= 10 ? 0 : 70);
    assertThat(seconds).isLessThan(2.5 * 600 / Math.min(aSecond, 10));
  }

  @Test
  void aQuotaThatIsPublishedStaysAsItIs() {
    RateWindow window = new RateWindow(TEN, clock.waiting());

    window.answered(true);

    assertThat(window.quota()).isEqualTo(TEN);
  }

  @Test
  void requestsMadeBeforeCountAtTheSlowerPaceAsWell() {
    RateWindow window =
        RateWindow.yielding(RequestQuota.perMinute(4), clock.waiting())
            .seed(List.of(START.minusSeconds(50), START.minusSeconds(40), START.minusSeconds(30)));
    window.answered(true);

    assertThat(window.quota()).isEqualTo(RequestQuota.perMinute(2));
    assertThat(window.recent()).containsExactly(Duration.ofSeconds(40), Duration.ofSeconds(30));
    window.pass(() -> true);
    assertThat(clock.instant()).isBetween(START.plusSeconds(21), START.plusMillis(21_010));
  }
}
