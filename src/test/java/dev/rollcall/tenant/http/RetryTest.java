package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.RequestQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryTest {

  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Retry retry = new Retry(clock.waiting(), 4, Duration.ofMinutes(3), () -> 0.5);
  private int made;

  @Test
  void readsAgainAfterWhateverPasses() {
    FinishedCall<String> tried =
        run(RepeatRule.FREELY, notSent(), noAnswer(), rejected(503), accepted("read"));

    assertThat(tried).isEqualTo(new FinishedCall<>(accepted("read"), 4));
    assertThat(clock.slept()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_100));
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    run(RepeatRule.FREELY, rejected(429, Duration.ofSeconds(40)), accepted(""));

    assertThat(clock.slept()).isBetween(Duration.ofSeconds(40), Duration.ofMillis(40_500));
  }

  @Test
  void waitsNoLongerThanTwoMinutesWhateverTheServerAsks() {
    run(RepeatRule.FREELY, rejected(429, Duration.ofHours(9)), accepted(""));

    assertThat(clock.slept()).isLessThan(Duration.ofSeconds(121));
  }

  @Test
  void endsWithinItsBudget() {
    CallOutcome<String> busy = rejected(503, Duration.ofSeconds(100));

    FinishedCall<String> tried = run(RepeatRule.FREELY, busy, busy, busy, busy);

    assertThat(tried).isEqualTo(new FinishedCall<>(busy, 2));
  }

  @Test
  void isPatientWhereOthersUseTheQuotaButNotForEver() {
    CallOutcome<String> full = rejected(429);
    CallOutcome<String> told = rejected(429, Duration.ofSeconds(50));

    assertThat(run(RepeatRule.FREELY, times(20, full, accepted(""))).attempts()).isEqualTo(21);
    assertThat(run(RepeatRule.FREELY, times(15, told, accepted(""))).attempts()).isEqualTo(16);
    assertThat(run(RepeatRule.FREELY, times(99, told, accepted(""))).last()).isEqualTo(told);
    assertThat(clock.slept()).isLessThan(Duration.ofMinutes(3 * 15));
  }

  @Test
  void isNotPatientWithWhoAsksForNoPauseAndRefusesAgain() {
    CallOutcome<String> atOnce = rejected(429, Duration.ZERO);

    FinishedCall<String> tried = run(RepeatRule.FREELY, times(9, atOnce, accepted("")));

    assertThat(tried).isEqualTo(new FinishedCall<>(atOnce, 4));
  }

  @SuppressWarnings("unchecked")
  private static CallOutcome<String>[] times(
      int many, CallOutcome<String> same, CallOutcome<String> last) {
    return Stream.concat(Stream.generate(() -> same).limit(many), Stream.of(last))
        .toArray(CallOutcome[]::new);
  }

  @Test
  void repeatsNoChangeWhoseAnswerWasLost() {
    assertThat(run(RepeatRule.WHEN_NOT_DONE, noAnswer(), accepted("")).attempts()).isEqualTo(1);
    assertThat(run(RepeatRule.WHEN_NOT_DONE, rejected(502), accepted("")).attempts()).isEqualTo(1);
    assertThat(run(RepeatRule.WHEN_NOT_DONE, rejected(429), accepted("")).attempts()).isEqualTo(2);
  }

  @Test
  void repeatsAnInvitationOnlyWhereItNeverLeft() {
    assertThat(run(RepeatRule.WHEN_NOT_SENT, noAnswer(), accepted("")).attempts()).isEqualTo(1);
    assertThat(run(RepeatRule.WHEN_NOT_SENT, rejected(500), accepted("")).attempts()).isEqualTo(1);
    assertThat(run(RepeatRule.WHEN_NOT_SENT, rejected(429), accepted("")).attempts()).isEqualTo(1);
    assertThat(run(RepeatRule.WHEN_NOT_SENT, notSent(), accepted("")).attempts()).isEqualTo(2);
  }

  @Test
  void makesNoAttemptOnceStopped() {
    Waiting stopped = new Waiting(clock, clock, () -> true);
    RateWindow full = new RateWindow(RequestQuota.perMinute(1), stopped);
    full.pass(() -> true);

    FinishedCall<String> tried =
        new Retry(stopped, 4, Duration.ofMinutes(3))
            .run(RepeatRule.FREELY, full, () -> accepted(""));

    assertThat(tried.attempts()).isZero();
    assertThat(tried.last()).isInstanceOf(CallOutcome.Stopped.class);
  }

  @Test
  void understandsBothFormsOfRetryAfter() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");

    assertThat(RetryAfter.parse("17", now)).contains(Duration.ofSeconds(17));
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 10:02:00 GMT", now))
        .contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 09:00:00 GMT", now)).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("soon", now)).isEmpty();
  }

  @SafeVarargs
  private FinishedCall<String> run(RepeatRule repeat, CallOutcome<String>... script) {
    Deque<CallOutcome<String>> left = new ArrayDeque<>(List.of(script));
    FinishedCall<String> tried =
        retry.run(repeat, new RateWindow(RequestQuota.perMinute(100), clock.waiting()), left::pop);
    made = script.length - left.size();
    assertThat(tried.attempts()).isEqualTo(made);
    return tried;
  }

  private static CallOutcome<String> accepted(String value) {
    return new CallOutcome.Accepted<>(200, value);
  }

  private static CallOutcome<String> notSent() {
    return new CallOutcome.NotSent<>("refused");
  }

  private static CallOutcome<String> noAnswer() {
    return new CallOutcome.NoAnswer<>("reset");
  }

  private static CallOutcome<String> rejected(int status) {
    return new CallOutcome.Rejected<>(status, "", Optional.empty());
  }

  private static CallOutcome<String> rejected(int status, Duration retryAfter) {
    return new CallOutcome.Rejected<>(status, "", Optional.of(retryAfter));
  }
}
