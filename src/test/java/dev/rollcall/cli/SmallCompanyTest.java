package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture itself: in step with its roster from the start. */
class SmallCompanyTest {

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aWorkspaceInStepNeedsNothing() {
    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aJoinerIsInvitedOnce() {
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,Billing@dev = Builder");

    Ran first = bench.run("sync");
    Ran second = bench.run("sync");

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(second.code()).as(second.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }
}
