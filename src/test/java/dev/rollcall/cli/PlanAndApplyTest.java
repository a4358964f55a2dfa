package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run changes nothing; a reviewed plan is applied as it was reviewed, once. */
class PlanAndApplyTest {

  @TempDir Path folder;
  private Workbench bench;
  private Path plan;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.people(
        Workbench.EVERYBODY.replace(
                "cy@example.com,Cy Moe,active,Member,No access",
                "cy@example.com,Cy Moe,active,Member,Member")
            + "flo@example.com,Flo Ray,active,Member,,Finance,\n");
    plan = folder.resolve("plan.json");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aDryRunWritesNothingAnywhere() throws IOException {
    String before = bench.sandbox.comparableState();

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Plan: 1 to invite, 1 to change, 0 to remove, 4 unchanged.");
    assertThat(bench.requests()).isNotEmpty();
    assertThat(bench.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    assertThat(bench.sandbox.comparableState()).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("job.yaml", "people.csv", "token-dev", "token-prod");
    }
  }

  @Test
  void theDetailedExitCodeTellsWhetherThereAreChanges() {
    assertThat(bench.run("plan", "--detailed-exitcode").code()).isEqualTo(2);

    bench.people(Workbench.EVERYBODY);

    assertThat(bench.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void aReviewedPlanIsAppliedExactlyAndOnce() {
    planned();
    bench.people(Workbench.EVERYBODY + "gus@example.com,Gus Orr,active,Member,,,\n");

    Ran first = Shell.run("apply", plan.toString());
    String after = bench.sandbox.comparableState();
    bench.forget();
    Ran second = Shell.run("apply", plan.toString());

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(first.out()).contains("Applied 2 of 2, verified 1 of 1, 1 invitation sent");
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(after).contains("member cy@example.com roles={dev=Member, prod=Member}");
    refused(second, "applied before");
    assertThat(bench.sandbox.comparableState()).isEqualTo(after);
  }

  @Test
  void anAlteredPlanIsRefused() throws IOException {
    planned();
    Files.writeString(plan, Files.readString(plan).replace("flo@example.com", "eva@example.com"));

    refused(Shell.run("apply", plan.toString()), "altered");
  }

  @Test
  void aPlanOfAnotherJobFileIsRefused() {
    planned();
    bench.with("safety: { seats: 3 }");

    refused(Shell.run("apply", plan.toString()), "job file has changed");
  }

  @Test
  void anOldPlanIsRefused() {
    planned();
    bench.advance(Duration.ofHours(13));

    refused(Shell.run("apply", plan.toString()), "older than policy.plan-age");
  }

  @Test
  void aPlanMadeWithoutTheRepositoryIsRefused() {
    try (Holder holder = Holder.of(bench.repository())) {
      Ran dry = bench.run("plan", "--out", plan.toString());

      assertThat(dry.code()).as(dry.toString()).isZero();
      assertThat(dry.err()).contains("held by", String.valueOf(holder.pid()));
      assertThat(dry.err()).contains("not to be applied");
    }
    bench.forget();

    refused(Shell.run("apply", plan.toString()), "make a new one");
  }

  @Test
  void whatMovedSinceIsSetAsideAndNamed() {
    planned();
    bench.write(
        "other.csv",
        Workbench.EVERYBODY.replace(
            "cy@example.com,Cy Moe,active,Member,No access",
            "cy@example.com,Cy Moe,active,Member,Environment manager"));
    bench.write(
        "other.yaml",
        bench
            .jobText()
            .replace("name: small", "name: other")
            .replace("people.csv", "other.csv")
            .replace("./runs", "./other-runs"));
    assertThat(Shell.run("sync", folder.resolve("other.yaml").toString()).code()).isZero();

    Ran ran = Shell.run("apply", plan.toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out())
        .contains("cy@example.com")
        .contains("changed by somebody else since the plan was made");
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(bench.sandbox.comparableState())
        .contains("member cy@example.com roles={dev=Member, prod=Environment manager}");
  }

  @Test
  void aPlanThatIsNotThereIsAWrongCommandLine() {
    Ran ran = Shell.run("apply", folder.resolve("nowhere.json").toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains("nowhere.json", "rollcall plan JOB --out");
  }

  @Test
  void aPlanThatCannotBeSavedIsSaid() {
    Ran ran = bench.run("plan", "--out", folder.resolve("nowhere/plan.json").toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains("nowhere/plan.json");
  }

  private void planned() {
    Ran ran = bench.run("plan", "--out", plan.toString());
    assertThat(ran.code()).as(ran.toString()).isZero();
    bench.forget();
  }

  private void refused(Ran ran, String why) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(7);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains(why);
    assertThat(bench.writes()).isEmpty();
  }
}
