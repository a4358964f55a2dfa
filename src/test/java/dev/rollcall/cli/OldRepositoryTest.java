package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.journal.PlanCodec;
import dev.rollcall.testing.OldRepository;
import dev.rollcall.testing.Postgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A repository of an earlier release is migrated by looking at it no more than by running. */
class OldRepositoryTest {

  /** What was asked for when the earlier release was killed. */
  private static final String ROSTER =
      Workbench.EVERYBODY
              .replace("Member,Finance", "Member,")
              .replace("No access,Ops", "No access,")
          + """
          flo@example.com,Flo Ray,active,Member,Member,Finance,
          gus@example.com,Gus Ohm,active,Member,,Ops,
          """;

  /** Where it is kept. */
  enum Engine {
    H2 {
      @Override
      OldRepository make(Workbench bench) {
        return OldRepository.inH2(
            bench.repository() + ";USER=rollcall", bench.job, inputs(bench), now());
      }
    },
    POSTGRESQL {
      @Override
      OldRepository make(Workbench bench) {
        String url = Postgres.freshDatabase();
        bench.repositoryAt(url);
        return OldRepository.inPostgres(url, bench.job, inputs(bench), now());
      }
    };

    abstract OldRepository make(Workbench bench);

    /** As a run notes them that was started without options. */
    private static String inputs(Workbench bench) {
      return new JobFileReader(ReferenceSources.with(Map.of()))
              .read(bench.job, List.of())
              .inputsDigest()
          + " ";
    }

    private static Instant now() {
      return Instant.now().minusSeconds(60);
    }
  }

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.people(ROSTER);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource
  void itsRunsAreListedAndToldOfAgain(Engine engine) {
    OldRepository old = engine.make(bench);

    Ran runs = bench.look("runs");

    assertThat(runs.code()).as(runs.toString()).isZero();
    assertThat(runs.lines())
        .anyMatch(line -> line.matches(old.killed() + " .* unfinished +- +1 of 3 .*"))
        .anyMatch(line -> line.matches(old.refused() + " .* finished +3 +0 of 1 .*"))
        .anyMatch(line -> line.matches(old.deferred() + " .* finished +0 +0 of 1 .*"))
        .anyMatch(line -> line.matches(old.done() + " .* finished +0 +1 of 1 .*"));
    told(old.done(), "flo@example.com", "Applied 1 of 1");
    told(old.deferred(), "hal@example.com", "Email domain is not allowed");
    told(old.refused(), "dee@example.com", "1 refused by the workspace");
    told(old.killed(), "gus@example.com", "bob@example.com", "cy@example.com");
    assertThat(bench.requests()).isEmpty();
  }

  private void told(String run, String... what) {
    Ran shown = bench.look("show", run);

    if (shown.code() == 7 && !isCarriedOut()) {
      assertThat(shown.err()).contains(run, "by another version of Rollcall");
      return;
    }
    assertThat(shown.code()).as(shown.toString()).isZero();
    assertThat(shown.out()).contains(what);
  }

  @Test
  void itIsReadAsItIsByWhatWritesNothing() {
    Engine.H2.make(bench);

    Ran explained = bench.run("explain", "flo@example.com");
    Ran planned = bench.run("plan");

    assertThat(explained.code()).as(explained.toString()).isZero();
    assertThat(explained.out()).contains("invited");
    assertThat(planned.code()).as(planned.toString()).isZero();
    assertThat(planned.out()).contains("Plan: 0 to invite, 2 to change, 0 to remove");
  }

  @ParameterizedTest
  @EnumSource
  void theRunThatWasKilledGoesOnOrIsRefused(Engine engine) {
    OldRepository old = engine.make(bench);

    Ran again = bench.look("rerun", old.killed());

    if (again.code() != 7) {
      assertThat(again.code()).as(again.toString()).isZero();
      assertThat(again.out()).contains("run " + old.killed(), "Applied 3 of 3");
      assertThat(bench.mails()).as("gus was invited then").isEmpty();
    } else {
      refusedAsOutdated(again, old);
    }
  }

  /** Whether plans of that format are carried out by this version. */
  private static boolean isCarriedOut() {
    return PlanCodec.FORMAT.substring(0, 2).equals(OldRepository.FORMAT.substring(0, 2));
  }

  private void refusedAsOutdated(Ran ran, OldRepository old) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(7);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err())
        .contains(old.killed(), "by another version of Rollcall", "rollcall sync JOB");
    assertThat(bench.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aNewRunTakesItsPlaceAndInvitesNobodyTwice(Engine engine) {
    OldRepository old = engine.make(bench);
    bench.people(ROSTER + "ida@example.com,Ida Noe,active,Member,,,\n");

    Ran synced = bench.run("sync");

    done(synced);
    assertThat(synced.out()).contains("Plan: 1 to invite, 2 to change, 0 to remove");
    assertThat(bench.mails()).containsExactly("ida@example.com");
    assertThat(bench.look("runs").lines())
        .anyMatch(line -> line.matches(old.killed() + " .* superseded .*"));
    Ran next = bench.run("sync");
    done(next);
    assertThat(next.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
  }

  /** What the killed run has sent may stay in doubt where nobody can read any more what it was. */
  private static void done(Ran ran) {
    assertThat(ran.code()).as(ran.toString()).isIn(isCarriedOut() ? Set.of(0) : Set.of(0, 3));
  }

  @Test
  void aPlanOfAnOlderFormatIsNeverGoneOnWith() {
    OldRepository old = Engine.H2.make(bench);
    old.execute(
        List.of(
            "UPDATE rollcall.plans SET content = REPLACE(content, '\"format_version\":\"1.1\"',"
                + " '\"format_version\":\"0.9\"')"));

    refusedAsOutdated(bench.look("rerun", old.killed()), old);
    refusedAsOutdated(bench.look("rerun"), old);
    refusedAsOutdated(bench.run("sync", "--run", old.killed()), old);
    assertThat(bench.look("runs").lines())
        .anyMatch(line -> line.matches(old.killed() + " .* unfinished .*"));
    done(bench.run("sync"));
    assertThat(bench.mails()).isEmpty();
  }

  @Test
  void whatNobodyCanReadAnyMoreStandsInTheWayOfNoNewRun() {
    OldRepository old = Engine.H2.make(bench);
    old.execute(
        List.of(
            "UPDATE rollcall.plans SET content = '{\"format_version\":\"0.9\"}'",
            "UPDATE rollcall.operations SET content = '{\"verb\":\"beam up\"}'"));

    assertThat(bench.look("runs").code()).isZero();
    Ran shown = bench.look("show", old.done());
    Ran again = bench.look("rerun", old.refused());
    refusedAsOutdated(bench.look("rerun", old.killed()), old);
    Ran synced = bench.run("sync");

    assertThat(shown.code()).as(shown.toString()).isEqualTo(7);
    assertThat(shown.err()).contains(old.done(), "by another version of Rollcall");
    assertThat(again.code()).as(again.toString()).isEqualTo(7);
    // What was sent without an answer then stays in doubt.
    assertThat(synced.code()).as(synced.toString()).isEqualTo(3);
    assertThat(synced.out()).contains("Applied 2 of 2");
    assertThat(bench.mails()).isEmpty();
  }
}
