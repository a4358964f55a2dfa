package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, the batch job's own tables included, with their repository in PostgreSQL. */
class PostgresSyncTest {

  @TempDir Path folder;

  private Workbench bench;
  private String repository;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    repository = Postgres.freshDatabase();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Ran run(String command) {
    return bench.run(command, "--set", "repository=" + repository);
  }

  @Test
  void aJoinerIsInvitedOnceAcrossRuns() {
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,Billing@dev = Builder");

    Ran planned = run("plan");
    Ran first = run("sync");
    Ran second = run("sync");

    assertThat(planned.code()).as(planned.toString()).isZero();
    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(second.code()).as(second.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(bench.hasRepository()).isFalse();
  }
}
