package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night has a name: whatever asks for it again goes on with it, and does nothing twice. */
class NamedRunTest {

  private static final String NIGHT = "rollcall-nightly-29380457";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aNameThatNoRunHasBeginsOne() {
    Ran ran = sync(NIGHT);

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void aNightThatIsOverIsToldOfAgainAndNotDoneAgain() {
    bench.joined("gus@example.com,Gus Orr,active,Nobody,,,");
    Ran first = sync(NIGHT);
    assertThat(first.code()).as(first.toString()).isEqualTo(3);
    String run = bench.newestReport().getFileName().toString();
    int asked = bench.sandbox.requests().size();

    Ran again = sync(NIGHT);

    assertThat(again.code()).as(again.toString()).isEqualTo(3);
    assertThat(again.err())
        .contains("Run " + run + ", called " + NIGHT + ", is over: nothing is done again");
    assertThat(again.out()).contains("gus@example.com");
    assertThat(bench.sandbox.requests()).hasSize(asked);
    assertThat(bench.reports()).hasSize(1);
  }

  @Test
  void aNightThatWasStoppedGoesOn() {
    bench.sandbox.fail(FaultDraft.slow("GET", "/api/members", Duration.ofMillis(1200)).made());
    Ran first = sync(NIGHT, "--deadline", "1s");
    assertThat(first.code()).as(first.toString()).isEqualTo(8);

    Ran again = sync(NIGHT);

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(bench.reports()).hasSize(1);
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void aNewRunInPlaceOfAStoppedOneHasItsName() {
    bench.sandbox.fail(FaultDraft.slow("GET", "/api/members", Duration.ofMillis(1200)).made());
    assertThat(sync(NIGHT, "--deadline", "1s").code()).isEqualTo(8);
    Ran planned = sync(NIGHT, "--no-removals");
    assertThat(planned.err()).contains("a new run plans afresh");

    Ran again = sync(NIGHT, "--no-removals");

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.err()).contains("is over: nothing is done again");
  }

  @Test
  void aNightWhosePlaceAnotherRunTookBeginsAnew() {
    bench.sandbox.fail(FaultDraft.slow("GET", "/api/members", Duration.ofMillis(1200)).made());
    assertThat(sync(NIGHT, "--deadline", "1s").code()).isEqualTo(8);
    assertThat(bench.run("sync").code()).isZero();

    Ran again = sync(NIGHT);

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(bench.reports()).hasSize(3);
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void anotherNightIsAnotherRun() {
    sync(NIGHT);
    bench.joined("gus@example.com,Gus Orr,active,Member,,,");

    Ran ran = sync("rollcall-nightly-29381897");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.reports()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two nights", "-night", "night\n--reviewed", "20261122-033101", "ä"})
  void whatIsNoNameEndsBeforeAnythingIsDone(String name) {
    Ran ran = sync(name);

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains("ROLLCALL_RUN");
    assertThat(bench.requests()).isEmpty();
  }

  private Ran sync(String name, String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "sync";
    command[1] = bench.job.toString();
    System.arraycopy(options, 0, command, 2, options.length);
    return Shell.in(Map.of("ROLLCALL_RUN", name), command);
  }
}
