package dev.rollcall.batch;

import static dev.rollcall.apply.OperationState.ALREADY_SO;
import static dev.rollcall.apply.OperationState.APPLIED;
import static dev.rollcall.apply.OperationState.BLOCKED;
import static dev.rollcall.apply.OperationState.DEFERRED;
import static dev.rollcall.apply.OperationState.FAILED;
import static dev.rollcall.apply.OperationState.HELD;
import static dev.rollcall.apply.OperationState.IN_DOUBT;
import static dev.rollcall.apply.OperationState.PENDING;
import static dev.rollcall.apply.OperationState.REFUSED;
import static dev.rollcall.apply.OperationState.SENT;
import static dev.rollcall.apply.OperationState.STALE;
import static dev.rollcall.apply.RunRecord.State.FINISHED;
import static dev.rollcall.apply.RunRecord.State.UNFINISHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verification;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.SeatCounts;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.safety.Violation;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Price;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a run can end: with which code, and whether it can be gone on with. */
class RunEndingTest {

  /** A way to end, in words that are short enough for a table. */
  private static final class Way {

    private final String name;
    private final List<OperationResult> operations = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<Stop.Cause> stopped = Optional.empty();
    private LeftAlone leftAlone = LeftAlone.NOBODY;
    private boolean held;
    private boolean planned = true;
    private boolean doubts;
    private int requests;
    private int code;
    private RunRecord.State state = FINISHED;

    private Way(String name) {
      this.name = name;
    }

    static Way of(String name) {
      return new Way(name);
    }

    Way with(OperationState state) {
      return with(state, Verification.UNREAD);
    }

    Way with(OperationState state, Verification seen) {
      operations.add(new OperationResult("ana@example.com", state, seen, 1));
      return this;
    }

    Way putOffByUs() {
      operations.add(new OperationResult("ben@example.com", DEFERRED, Verification.UNREAD, 0));
      return this;
    }

    Way failed(RuntimeException why) {
      failure = Optional.of(why);
      return this;
    }

    Way stopped(Stop.Cause cause) {
      stopped = Optional.of(cause);
      return this;
    }

    Way tripped() {
      held = true;
      return with(HELD);
    }

    Way leftAlone(int people, int allowed) {
      leftAlone = new LeftAlone(List.of("cy@example.com").subList(0, people), 0, 0, allowed);
      return this;
    }

    Way withoutPlan() {
      planned = false;
      return this;
    }

    Way doubtsOfOthers() {
      doubts = true;
      return this;
    }

    Way sent(int number) {
      requests = number;
      return this;
    }

    Way endsWith(int number, RunRecord.State then) {
      code = number;
      state = then;
      return this;
    }

    RunEnding ending() {
      List<Violation> violations =
          held ? List.of(new Violation("removals", "too many", 3, 1, List.of(1))) : List.of();
      RunFacts facts =
          new RunFacts(
              violations,
              List.of(),
              new TreeMap<>(),
              List.of(),
              new Price(0, Duration.ZERO, 0, 0),
              0,
              new SeatCounts(0, 0, 0, Optional.empty()),
              List.of(),
              leftAlone);
      return new RunEnding(
          failure, stopped, operations, facts, new RunEnding.Remains(planned, requests, doubts));
    }

    @Override
    public String toString() {
      return name + ": " + code + ", " + state;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(
        Way.of("nothing to do").endsWith(0, FINISHED),
        Way.of("seen").with(APPLIED, Verification.VERIFIED).endsWith(0, FINISHED),
        Way.of("not read back").with(APPLIED).endsWith(0, FINISHED),
        Way.of("invited").with(APPLIED, Verification.NOT_YET_VISIBLE).endsWith(0, FINISHED),
        Way.of("was so").with(ALREADY_SO, Verification.VERIFIED).endsWith(0, FINISHED),
        Way.of("no seat").putOffByUs().endsWith(0, FINISHED),
        Way.of("few left alone").leftAlone(1, 1).endsWith(0, FINISHED),
        Way.of("seen otherwise").with(APPLIED, Verification.DIFFERS).endsWith(3, FINISHED),
        Way.of("put off by the workspace").with(DEFERRED).endsWith(3, FINISHED),
        Way.of("refused").with(REFUSED).endsWith(3, FINISHED),
        Way.of("blocked").with(BLOCKED).endsWith(3, FINISHED),
        Way.of("failed").with(FAILED).endsWith(3, FINISHED),
        Way.of("stale").with(STALE).endsWith(3, FINISHED),
        Way.of("in doubt").with(IN_DOUBT).endsWith(3, UNFINISHED),
        Way.of("not sent").with(PENDING).endsWith(3, UNFINISHED),
        Way.of("on its way").with(SENT).endsWith(3, UNFINISHED),
        Way.of("too many left alone").leftAlone(1, 0).endsWith(3, FINISHED),
        Way.of("doubts of another run").doubtsOfOthers().endsWith(3, FINISHED),
        Way.of("held").tripped().endsWith(4, FINISHED),
        Way.of("held, and one refused").tripped().with(REFUSED).endsWith(4, FINISHED),
        Way.of("held, and left alone").tripped().leftAlone(1, 0).endsWith(4, FINISHED),
        Way.of("signal").stopped(Stop.Cause.SIGNAL).with(PENDING).endsWith(8, UNFINISHED),
        Way.of("deadline").stopped(Stop.Cause.DEADLINE).with(PENDING).endsWith(8, UNFINISHED),
        Way.of("deadline, and held")
            .stopped(Stop.Cause.DEADLINE)
            .tripped()
            .with(PENDING)
            .endsWith(8, UNFINISHED),
        Way.of("signal when all was done")
            .stopped(Stop.Cause.SIGNAL)
            .with(APPLIED)
            .endsWith(8, FINISHED),
        Way.of("failures in a row").stopped(Stop.Cause.FAILURES).with(FAILED).endsWith(9, FINISHED),
        Way.of("gone").stopped(Stop.Cause.UNAVAILABLE).with(PENDING).endsWith(9, UNFINISHED),
        Way.of("lease lost")
            .failed(new LeaseLost("taken over"))
            .stopped(Stop.Cause.UNAVAILABLE)
            .with(PENDING)
            .endsWith(9, UNFINISHED),
        Way.of("repository gone")
            .failed(new RepositoryUnavailable("gone", new IllegalStateException()))
            .stopped(Stop.Cause.UNAVAILABLE)
            .with(APPLIED)
            .endsWith(9, UNFINISHED),
        Way.of("token refused half way")
            .failed(new AccessRefused("refused"))
            .sent(1)
            .with(APPLIED)
            .with(PENDING)
            .endsWith(9, UNFINISHED),
        Way.of("rosters refused in a run that has written")
            .failed(new WrongInput("a header is missing"))
            .sent(2)
            .withoutPlan()
            .endsWith(9, UNFINISHED),
        Way.of("bug")
            .failed(new IllegalStateException("bug"))
            .with(APPLIED)
            .endsWith(1, UNFINISHED),
        Way.of("bug in a run that was asked to stop")
            .failed(new IllegalStateException("bug"))
            .stopped(Stop.Cause.SIGNAL)
            .endsWith(1, UNFINISHED),
        Way.of("neither plan nor reason").withoutPlan().endsWith(1, UNFINISHED),
        Way.of("stopped before a plan")
            .stopped(Stop.Cause.SIGNAL)
            .withoutPlan()
            .endsWith(8, UNFINISHED),
        Way.of("stopped while reading")
            .failed(new ReadingStopped("stopped"))
            .stopped(Stop.Cause.DEADLINE)
            .withoutPlan()
            .endsWith(8, UNFINISHED),
        Way.of("workspace not read whole")
            .failed(new TenantUnavailable("no data"))
            .withoutPlan()
            .endsWith(9, UNFINISHED),
        Way.of("bad rosters")
            .failed(new WrongInput("a header is missing"))
            .withoutPlan()
            .endsWith(5, UNFINISHED),
        Way.of("bad rosters, and doubts")
            .failed(new WrongInput("a header is missing"))
            .withoutPlan()
            .doubtsOfOthers()
            .endsWith(5, UNFINISHED),
        Way.of("saved plan does not hold")
            .failed(new UnusablePlan("stale"))
            .withoutPlan()
            .endsWith(7, UNFINISHED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void everyWayHasItsCode(Way way) {
    assertThat(way.ending().exitCode().code()).isEqualTo(way.code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void whatIsLeftCanBeGoneOnWith(Way way) {
    assertThat(way.ending().state(RunHead.Mode.SYNC)).isEqualTo(way.state);
    assertThat(way.ending().state(RunHead.Mode.RERUN)).isEqualTo(way.state);
    assertThat(way.ending().isFinished()).isEqualTo(way.planned && way.state == FINISHED);
  }

  @ParameterizedTest
  @EnumSource(OperationState.class)
  void everyStateIsDecidedByItself(OperationState state) {
    RunEnding ending = Way.of("one").with(state).ending();

    assertThat(ending.exitCode().code()).isEqualTo(state.isDone() || state == HELD ? 0 : 3);
    assertThat(ending.isFinished())
        .isEqualTo(state != PENDING && state != SENT && state != IN_DOUBT);
  }

  @Test
  void aSavedPlanThatCameToNothingCanBeAppliedAgain() {
    for (Way way : ways().filter(each -> !each.planned).toList()) {
      assertThat(way.ending().state(RunHead.Mode.APPLY)).as(way.name).isEqualTo(FINISHED);
    }
    assertThat(Way.of("half").with(PENDING).ending().state(RunHead.Mode.APPLY))
        .isEqualTo(UNFINISHED);
  }

  @Test
  void peopleWhoAreBroughtInAreBroughtInAnewOnceTheirSheetIsMended() {
    Way wrong = Way.of("sheet").failed(new WrongInput("no such role")).withoutPlan();
    Way refused = Way.of("token").failed(new AccessRefused("refused")).withoutPlan();
    Way gone = Way.of("gone").failed(new TenantUnavailable("gone")).withoutPlan();

    assertThat(wrong.ending().state(RunHead.Mode.ONBOARD)).isEqualTo(FINISHED);
    assertThat(refused.ending().state(RunHead.Mode.ONBOARD)).isEqualTo(UNFINISHED);
    assertThat(gone.ending().state(RunHead.Mode.ONBOARD)).isEqualTo(UNFINISHED);
  }
}
