package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People change over to a group that does not get what it is to give them. */
class GroupRightsFirstTest {

  private static final String GRANTS = "/api/projects/:id/project_grants";
  private static final FaultDraft REFUSED = FaultDraft.status("PUT", GRANTS, 422).always();

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void begin() {
    bench = new Workbench(folder);
    bench.with("safety: { losses: { share: 100% } }");
    assertThat(bench.run("sync").code()).isZero();
    bench.rules(
        "groups: { Ops: {}, Cashiers: { projects: [{ project: Close, environment: dev, role: Builder }] } }");
    bench.people(
        Workbench.EVERYBODY.replace("Member,No access,Ops,", "Member,No access,Cashiers,"));
    bench.sandbox.fail(REFUSED.made());
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void nobodyLeavesTheFormerOneHoweverOftenThatIsTried() {
    for (int tries = 0; tries < 2; tries++) {
      Ran sync = bench.run("sync");

      assertThat(sync.code()).as(sync.toString()).isEqualTo(3);
      assertThat(sync.out())
          .contains("blocked: nothing is taken while a group of theirs did not get what it is to");
      assertThat(bench.sandbox.comparableState())
          .contains("group Ops [cy@example.com]", "group Cashiers [cy@example.com]");
    }

    bench.sandbox.clearFaults();
    Ran rerun = bench.look("rerun");

    assertThat(rerun.code()).as(rerun.toString()).isZero();
    assertThat(bench.sandbox.comparableState())
        .contains("group Ops []", "group Cashiers [cy@example.com]")
        .contains("grant Close@dev group Cashiers = Builder");
  }

  @Test
  void aRunThatGoesOnKnowsWhoIsInTheGroup() {
    assertThat(bench.run("sync").code()).isEqualTo(3);
    bench.sandbox.clearFaults();
    bench.sandbox.fail(goneOncePlanned().made());
    Ran stopped = bench.run("sync");
    bench.sandbox.clearFaults();
    bench.sandbox.fail(REFUSED.made());

    Ran rerun = bench.look("rerun");

    assertThat(stopped.out()).as(stopped.toString()).contains("not sent yet");
    assertThat(rerun.err()).contains("Going on with run");
    assertThat(rerun.code()).as(rerun.toString()).isEqualTo(3);
    assertThat(rerun.out()).contains("blocked: nothing is taken while a group of theirs");
    assertThat(bench.sandbox.comparableState()).contains("group Ops [cy@example.com]");
  }

  private FaultDraft goneOncePlanned() {
    bench.forget();
    bench.run("plan");
    long asked =
        bench.requests().stream().filter(each -> each.endpoint().equals("GET " + GRANTS)).count();
    return FaultDraft.status("GET", GRANTS, 503)
        .withHeader("Retry-After", "0")
        .nth((int) asked + 1)
        .always();
  }
}
