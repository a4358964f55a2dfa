package dev.rollcall.tenant.careful;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.LaneThreads;
import dev.rollcall.tenant.http.MovingClock;
import dev.rollcall.tenant.http.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final MovingClock clock = new MovingClock(Instant.EPOCH);
  private final Turns turns = new Turns(clock.waiting());
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void whoWantsToBeAloneWaitsForThoseTogetherAndGoesBeforeThoseWhoBeginLater() {
    try (LaneThreads threads = new LaneThreads(clock::beside)) {
      threads.begin(
          () -> {
            in(threads, "a", 0, () -> turns.together(() -> lasting("first", 10)));
            in(threads, "b", 1, () -> turns.together(() -> lasting("beside", 2)));
            in(threads, "c", 4, () -> turns.alone(() -> lasting("alone", 10)));
            in(threads, "d", 6, () -> turns.together(() -> lasting("later", 1)));
          });
    }

    assertThat(done).containsExactly("beside 3", "first 10", "alone 20", "later 21");
  }

  @Test
  void aStopEndsTheWait() {
    Turns stopped = new Turns(new Waiting(clock, clock, () -> true));

    assertThat(stopped.together(() -> stopped.alone(() -> "never")))
        .get()
        .asString()
        .contains("empty");
    assertThat(stopped.alone(() -> elsewhere(() -> stopped.together(() -> "never"))))
        .get()
        .asString()
        .contains("empty");
    assertThat(stopped.alone(() -> "free again")).contains("free again");
  }

  @Test
  void whoeverIsAloneMayTakeEveryTurn() {
    Turns mine = new Turns(new Waiting(clock, clock, () -> false));

    assertThat(mine.alone(() -> mine.together(() -> mine.alone(() -> "within").orElseThrow())))
        .get()
        .isEqualTo(Optional.of("within"));
    assertThat(elsewhere(() -> mine.alone(() -> "free again"))).contains("free again");
  }

  private static <T> T elsewhere(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).join();
  }

  private void in(LaneThreads threads, String lane, int second, Runnable work) {
    threads
        .of(new Lane(lane))
        .execute(
            () -> {
              clock.sleep(Duration.ofSeconds(second));
              work.run();
            });
  }

  private String lasting(String what, int seconds) {
    clock.sleep(Duration.ofSeconds(seconds));
    done.add(what + " " + clock.instant().getEpochSecond());
    return what;
  }
}
