package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run changes nothing; a reviewed plan is applied as it was reviewed, once. */
class PlanAndApplyTest {

  private static final String CHANGED =
      Workbench.EVERYBODY.replace(
              "cy@example.com,Cy Moe,active,Member,No access",
              "cy@example.com,Cy Moe,active,Member,Member")
          + "flo@example.com,Flo Ray,active,Member,,Finance,\n";

  @TempDir Path folder;
  private Workbench bench;
  private Path plan;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.people(CHANGED);
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
  void aPlanThatLeavesSomebodyAloneEndsAsTheSyncOfIt() {
    bench.joined("flo@example.com,Flo Ray,perhaps,,,,").with("safety: { bad-rows: 90% }");

    assertThat(bench.run("plan", "--detailed-exitcode").code()).isEqualTo(3);
    assertThat(bench.run("sync").code()).isEqualTo(3);

    bench.with("safety: { bad-rows: 90%, left-alone: 1 }");
    assertThat(bench.run("plan").code()).isZero();
    assertThat(bench.run("sync").code()).isZero();
  }

  @Test
  void aReviewedPlanIsAppliedExactlyAndOnce() {
    planned();
    bench.people(CHANGED + "gus@example.com,Gus Orr,active,Member,,,\n");

    Ran first = apply();
    String after = bench.sandbox.comparableState();
    bench.forget();
    Ran second = apply();

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(first.out()).contains("Applied 2 of 2, verified 1 of 1, 1 invitation sent");
    assertThat(first.out()).contains("not in the reviewed plan", "1 operation");
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(after).contains("member cy@example.com roles={dev=Member, prod=Member}");
    refused(second, "applied before");
    assertThat(bench.sandbox.comparableState()).isEqualTo(after);
  }

  @Test
  void anAlteredPlanIsRefused() throws IOException {
    planned();
    Files.writeString(plan, Files.readString(plan).replace("flo@example.com", "eva@example.com"));

    refused(apply(), "altered");
  }

  @Test
  void aPlanOfAnotherJobFileIsRefused() {
    planned();
    bench.with("safety: { seats: 3 }");

    refused(apply(), "job file has changed");
  }

  @Test
  void anOldPlanIsRefused() {
    planned();
    bench.advance(Duration.ofHours(13));

    refused(apply(), "older than policy.plan-age");
  }

  @Test
  void aPlanMadeWithoutTheRepositoryIsRefused() {
    try (RepositoryUser user = RepositoryUser.of(bench.repository())) {
      Ran dry = bench.run("plan", "--out", plan.toString());

      assertThat(dry.code()).as(dry.toString()).isZero();
      assertThat(dry.err()).contains("held by", String.valueOf(user.pid()));
      assertThat(dry.err()).contains("not to be applied");
    }
    bench.forget();

    refused(apply(), "make a new one");
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

    Ran ran = apply();

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
    Ran ran = Shell.run("apply", folder.resolve("nowhere.json").toString(), bench.job.toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains("nowhere.json", "rollcall plan JOB --out");
  }

  @Test
  void aJobFileInThePlaceOfThePlanIsSaidInOneLine() {
    planned();

    refused(Shell.run("apply", bench.job.toString(), plan.toString()), "job.yaml is no plan");
  }

  @Test
  void aPlanThatCannotBeSavedIsSaid() {
    Ran ran = bench.run("plan", "--out", folder.resolve("nowhere/plan.json").toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains("nowhere/plan.json");
  }

  @Test
  void whatTheRostersNoLongerSayIsSetAside() {
    planned();
    bench.people(CHANGED.replace("flo@example.com", "gus@example.com"));

    Ran ran = apply();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out())
        .contains("flo@example.com", "what asked for it has changed since the plan was made");
    assertThat(bench.mails()).isEmpty();
    assertThat(bench.sandbox.comparableState())
        .contains("member cy@example.com roles={dev=Member, prod=Member}");
  }

  @Test
  void aPlanThatWasDoneMeanwhileHasNothingLeftToDo() {
    planned();
    assertThat(bench.run("sync").code()).isZero();
    bench.forget();

    Ran ran = apply();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("was so already");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aPlanIsAppliedWithTheLimitsAndOverridesItWasMadeWith() {
    Ran dry =
        bench.run("plan", "--out", plan.toString(), "--only", "flo@*", "--set", "safety.seats=99");
    assertThat(dry.err()).contains(bench.job + " applies it, with the same --set as here.");
    bench.forget();

    refused(apply(), "give the same --set again");
    Ran ran = apply("--set", "safety.seats=99");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(bench.sandbox.comparableState())
        .contains("member cy@example.com roles={dev=Member}");
  }

  @Test
  void whatItWasMadeWithIsNotInTheFile() throws IOException {
    bench.run("plan", "--out", plan.toString(), "--set", "policy.plan-age=7h");

    assertThat(Files.readString(plan))
        .doesNotContain("plan-age", "job.yaml", bench.sandbox.url().toString(), "jdbc:");
    assertThat(Files.readString(plan)).contains("\"overridden\" : true");
  }

  @Test
  void overridesItWasMadeWithoutAreNamed() {
    planned();

    refused(apply("--set", "safety.seats=99"), "leave --set out");
  }

  @Test
  void aSecondRepositoryDoesNotInviteAgain() throws IOException {
    planned();
    Path second = Files.createDirectory(folder.resolve("second"));
    for (String name : List.of("job.yaml", "people.csv")) {
      Files.copy(folder.resolve(name), second.resolve(name));
    }
    assertThat(apply().code()).isZero();
    bench.forget();

    Ran ran = Shell.run("apply", plan.toString(), second.resolve("job.yaml").toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out()).contains("was so already", "is invited already, with dev Member;");
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void anInvitationThatARunHasSentSinceIsDoneAndNotCountedAsSentAgain() {
    planned();
    bench.run("sync");
    bench.forget();

    Ran ran = apply();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("Applied 2 of 2, verified 1 of 1, 1 invitation open already, not yet visible.");
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.report().at("/summary/verification").toString())
        .contains("\"not_yet_visible\":1", "\"invitations_sent\":0");
  }

  @Test
  void anApplicationThatCouldNotReadMayBeTriedAgain() throws IOException {
    planned();
    Files.delete(folder.resolve("people.csv"));

    Ran first = apply();
    assertThat(first.code()).as(first.toString()).isEqualTo(5);
    assertThat(bench.look("rerun").out()).contains("No run has left anything.");
    bench.people(CHANGED);

    assertThat(apply().code()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  private Ran apply(String... options) {
    return Shell.run(
        Stream.concat(Stream.of("apply", plan.toString(), bench.job.toString()), Stream.of(options))
            .toArray(String[]::new));
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
