package dev.rollcall.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that brings people in is killed, and {@code rerun} ends as if nothing had happened. */
@Tag("long")
class OnboardKillTest {

  private static final Duration HELD = Duration.ofMinutes(5);
  private static final Duration TWENTY_MINUTES_AND_A_MARGIN = Duration.ofMinutes(25);

  /** With a request held by the workspace. */
  enum Moment {
    READING_THE_MEMBERS(FaultDraft.resetBefore("GET", "/api/members"), false),
    AFTER_AN_INVITATION(FaultDraft.resetAfter("POST", "/api/member_invitations").nth(10), false),
    ADDING_TO_A_GROUP_WHILE_THE_SHEET_CHANGES(
        FaultDraft.resetBefore("POST", "/api/user_groups/:id/members").nth(3), true);

    private final FaultDraft fault;
    private final boolean changed;

    Moment(FaultDraft fault, boolean changed) {
      this.fault = fault.lasting(HELD);
      this.changed = changed;
    }
  }

  /** What a workspace came to. */
  private record Ending(String state, Map<String, Long> mails, int handedBack) {

    static Ending of(Sandbox sandbox, Path own) throws IOException {
      return new Ending(
          sandbox.comparableState(),
          sandbox.mails().stream().collect(groupingBy(Mail::email, counting())),
          Files.readAllLines(rejectsOfFirstRun(own)).size() - 1);
    }

    private static Path rejectsOfFirstRun(Path own) throws IOException {
      try (Stream<Path> runs = Files.list(own.resolve("reports"))) {
        return runs.sorted().findFirst().orElseThrow().resolve("rejects.csv");
      }
    }
  }

  @TempDir static Path folder;

  private static Ending undisturbed;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    undisturbed = in("undisturbed", Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void aRerunEndsAsUndisturbed(Moment moment) throws IOException {
    assertThat(undisturbed.mails()).hasSize(Newcomers.NEW).containsValue(1L);

    assertThat(in(moment.name(), Optional.of(moment))).isEqualTo(undisturbed);
  }

  private static Ending in(String name, Optional<Moment> moment) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    SampleCompany.copyTo(own);
    Path sheet = Newcomers.write(own, Newcomers.Form.CSV);
    Path seed = own.resolve("sample-data/workspace.json");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of().withSeed(seed))) {
      Path job = own.resolve("jobs/quickstart-http.yaml");
      Files.writeString(
          job, Files.readString(job).replace("http://127.0.0.1:8080", sandbox.url().toString()));
      RealShell shell = new RealShell(own);
      moment.ifPresent(at -> sandbox.fail(at.fault.made()));
      RealShell.Running run =
          shell.start("onboard", sheet.toString(), job.toString(), "--yes", "--groups=People team");
      if (moment.isEmpty()) {
        assertThat(run.exitCode()).as(run.told()).isEqualTo(OnboardCohortTest.DONE_BUT_FIVE);
        return Ending.of(sandbox, own);
      }
      run.until("a request is held", () -> isHolding(sandbox));
      run.kill();
      sandbox.clearFaults();
      if (moment.get().changed) {
        Files.writeString(sheet, "late@example.com,Late Comer\n", StandardOpenOption.APPEND);
      }
      finish(sandbox, shell, moment.get().changed);
      return Ending.of(sandbox, own);
    }
  }

  /** Whether a request has come that gets no answer. */
  private static boolean isHolding(Sandbox sandbox) {
    return sandbox.requests().stream().anyMatch(request -> request.status() == 0);
  }

  /** Reruns; where an invitation is in doubt, once more when the workspace's rule lets it tell. */
  private static void finish(Sandbox sandbox, RealShell shell, boolean changed) {
    RealShell.Running rerun = rerun(shell);
    assertThat(rerun.exitCode()).as(rerun.told()).isIn(OnboardCohortTest.DONE_BUT_FIVE, 3);
    assertThat(rerun.told()).contains("it onboards the people of").contains("--groups=People");
    assertThat(rerun.told().contains("is not what it was when")).isEqualTo(changed);
    if (rerun.told().contains("in doubt")) {
      sandbox.advance(TWENTY_MINUTES_AND_A_MARGIN);
      shell.later(TWENTY_MINUTES_AND_A_MARGIN);
      RealShell.Running last = rerun(shell);
      assertThat(last.exitCode()).as(last.told()).isEqualTo(OnboardCohortTest.DONE_BUT_FIVE);
    }
  }

  private static RealShell.Running rerun(RealShell shell) {
    return shell.start("rerun", "jobs/quickstart-http.yaml");
  }
}
