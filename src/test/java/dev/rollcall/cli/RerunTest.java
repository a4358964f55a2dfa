package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code rollcall rerun} finds its run, and says whether it goes on with a plan or plans afresh.
 */
class RerunTest {

  private static final String INVITE = "/api/member_invitations";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.joined("flo@example.com,Flo Ray,active,Member,,Finance,");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void goesOnWithThePlanOfARunThatWasStopped() {
    stopped();

    assertThat(says(Shell.run("rerun", bench.job.toString())))
        .containsPattern("Going on with run \\S+ of small\\.");
  }

  @Test
  void saysWhatTheRunWasStartedWith() {
    stopped("--only", "flo@*", "--allow", "invites=7");

    assertThat(says(Shell.run("rerun", bench.job.toString())))
        .containsPattern(
            "Going on with run \\S+ of small, with --allow=invites=7 --only=flo@\\*\\.");
  }

  @Test
  void plansAfreshWhereThereWasNoPlan() {
    unreadable(1);

    assertThat(says(Shell.run("rerun", bench.job.toString())))
        .containsPattern(
            "Going on with run \\S+ of small, which had no plan yet: it plans afresh\\.");
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void plansAfreshWhereThePlanIsTooOld() {
    stopped();
    bench.advance(Duration.ofHours(13));

    assertThat(says(Shell.run("rerun", bench.job.toString())))
        .containsPattern(
            "The plan of run \\S+ of small is older than policy\\.plan-age allows:"
                + " a new run plans afresh\\.");
  }

  @Test
  void plansAfreshWhereTheJobFileHasChanged() {
    stopped();
    bench.with("policy: { absent: report }");

    assertThat(says(Shell.run("rerun", bench.job.toString())))
        .containsPattern(
            "The job file or the options have changed since run \\S+ of small began:"
                + " a new run plans afresh\\.");
  }

  @Test
  void plansAfreshForThoseWhomAFinishedRunLeftOver() {
    bench.sandbox.fail(FaultDraft.status("POST", INVITE, 422).always().made());
    assertThat(bench.run("sync").code()).isEqualTo(3);
    bench.sandbox.clearFaults();

    assertThat(says(Shell.run("rerun", bench.job.toString())))
        .containsPattern(
            "Run \\S+ is over; a new run plans afresh for the one person it left over\\.");
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void findsTheRunWhereverTheJobKeepsIt() {
    String elsewhere = "repository=jdbc:h2:file:./elsewhere/runs";
    stopped("--set", elsewhere);

    Ran lost = Shell.run("rerun", bench.job.toString());
    Ran found = Shell.run("rerun", bench.job.toString(), "--set", elsewhere);

    assertThat(lost.code()).as(lost.toString()).isEqualTo(5);
    assertThat(lost.complaints()).hasSize(1);
    assertThat(says(found)).contains("Going on with run", "--set=" + elsewhere);
    assertThat(Files.exists(folder.resolve("elsewhere").resolve("runs.mv.db"))).isTrue();
  }

  private void stopped(String... options) {
    unreadable(2, options);
  }

  /** The member list is read for the plan, and again to verify it. */
  private void unreadable(int nth, String... options) {
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/members", 503)
            .nth(nth)
            .always()
            .withHeader("Retry-After", "0")
            .made());
    Ran ran = bench.run("sync", options);
    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    bench.sandbox.clearFaults();
  }

  private static String says(Ran ran) {
    assertThat(ran.code()).as(ran.toString()).isZero();
    List<String> said = ran.err().lines().filter(line -> line.contains(" run ")).toList();
    assertThat(said).as(ran.toString()).hasSize(1);
    return said.get(0);
  }
}
