package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What commands write, in every form; past runs; ends before the end. */
class CommandsTest {

  @TempDir Path folder;
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

  static Set<String> commands() {
    return Main.commandLine(Terminal.ofProcess()).getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamples(String command) {
    Ran ran = Shell.run(command, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: rollcall " + command).contains("Examples:");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void whoGivesNoCommandIsToldAllThatThereAre() {
    Ran ran = Shell.run();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains(Commands.NAMES);
  }

  @Test
  void rollcallItselfHasHelpAndAVersion() {
    assertThat(Shell.run("--help").out())
        .contains("Examples:")
        .contains("Exit codes:")
        .contains(commands().toArray(String[]::new));
    Ran version = Shell.run("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).startsWith("rollcall ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandHasHelpAndTheVersion(String command) {
    assertThat(Shell.run(command, "-h").out()).startsWith("Usage: rollcall " + command + " ");
    assertThat(Shell.run(command, "-V")).isEqualTo(Shell.run("--version"));
    assertThat(Shell.run(command, "--help=x").err())
        .startsWith("rollcall: option '--help' should be specified without 'x' parameter");
  }

  @Test
  void withoutACommandItSaysWhichThereAre() {
    Ran ran = Shell.run();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("sync", "plan", "apply");
  }

  @Test
  void quietLeavesOnlyTheResult() {
    Ran ran = bench.run("sync", "--quiet");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Applied 1 of 1");
  }

  @Test
  void aLimitToNobodyIsSaidAndOneThatIsNoPatternRefused() {
    Ran nobody = bench.run("plan", "--only", "flow@example.com");
    Ran none = bench.run("plan", "--only", "[");

    assertThat(nobody.code()).isZero();
    assertThat(nobody.all()).contains("--only flow@example.com is nobody in the rosters");
    assertThat(bench.run("plan", "--only", "flo@*").all()).doesNotContain("is nobody");
    assertThat(none.code()).isEqualTo(5);
    assertThat(none.err()).contains("--only: \"[\" is no pattern of addresses");
  }

  @Test
  void jsonOnStdoutIsNothingButJson() {
    JsonNode plan = JsonMapper.shared().readTree(bench.run("plan", "--format", "json").out());
    JsonNode sync = JsonMapper.shared().readTree(bench.run("sync", "--format", "json").out());

    assertThat(plan.path("mode").asString()).isEqualTo("plan");
    assertThat(plan.path("summary").path("people").path("invite").asInt()).isEqualTo(1);
    assertThat(sync.path("summary").path("operations").path("applied").asInt()).isEqualTo(1);
    assertThat(sync.path("run")).isEqualTo(bench.report().path("run"));
    assertThat(sync.path("operations")).isEqualTo(bench.report().path("operations"));
  }

  @Test
  void markdownIsForPullRequests() {
    Ran ran = bench.run("plan", "--format", "markdown");

    assertThat(ran.out()).startsWith("#").contains("flo@example.com").contains("|");
  }

  @Test
  void aPipeGetsNoColours() {
    assertThat(bench.run("sync").all()).doesNotContain("\u001b");
  }

  @Test
  void pastRunsAreListedAndShownAgain() {
    Ran first = bench.run("sync");
    bench.run("sync");
    String run = first.out().replaceAll("(?s).*, run (\\S+)\n.*", "$1");

    Ran runs = bench.look("runs");
    Ran show = bench.look("show", run);
    Ran json = bench.look("runs", "--format", "json", "--job", "small");

    assertThat(runs.code()).as(runs.toString()).isZero();
    bench.reports().forEach(each -> assertThat(runs.out()).contains(each.getFileName().toString()));
    assertThat(bench.look("runs", "--job", "other").out()).doesNotContain(run);
    assertThat(JsonMapper.shared().readTree(json.out()).toString()).contains(run);
    assertThat(show.code()).as(show.toString()).isZero();
    assertThat(first.out()).contains("Applied 1 of 1, verified 0 of 0, 1 invitation sent");
    assertThat(show.out())
        .contains(run)
        .contains("invite Flo Ray")
        .contains("Applied 1 of 1, verified 0 of 0, 1 invitation sent");
  }

  @Test
  void aRunThatIsNotThereIsNamed() {
    bench.run("sync");

    Ran ran = bench.look("show", "20250101-000000-aaaa");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("there is no run 20250101-000000-aaaa");
  }

  @Test
  void aRerunWithNothingLeftSaysSo() {
    bench.run("sync");
    bench.forget();

    Ran ran = bench.look("rerun");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("No run has left anything.");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void validateTellsAllProblemsAtOnce() {
    bench.joined(
        "flo@example.com,Flo Ray,active,Member,Member,Finance,",
        "gus(at)example.com,Gus Orr,active,Member,,,",
        "hal@example.com,Hal Ott,on holiday,Member,,,");

    Ran ran = bench.run("validate");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out()).contains("people.csv:8", "people.csv:9", "3 problems");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void aRunOutOfTimeGoesOnWithItsPlan() {
    bench.joined(
        "flo@example.com,Flo Ray,active,Member,Member,Finance,",
        "gus@example.com,Gus Orr,active,Member,,,",
        "hal@example.com,Hal Ott,active,Member,,,");
    late("POST", "/api/member_invitations");

    Ran first = bench.run("sync", "--deadline", "1s");

    assertThat(first.code()).as(first.toString()).isEqualTo(8);
    assertThat(first.all()).contains("its time is over");
    assertThat(bench.mails()).hasSizeLessThan(2);

    Ran rerun = bench.look("rerun");

    assertThat(rerun.code()).as(rerun.toString()).isZero();
    assertThat(bench.mails())
        .containsExactlyInAnyOrder("flo@example.com", "gus@example.com", "hal@example.com");
  }

  @Test
  void anEnvironmentVariableNamesTheRunToGoOnWith() {
    late("GET", "/api/members");
    Ran first = bench.run("sync", "--deadline", "1s");
    assertThat(first.code()).as(first.toString()).isEqualTo(8);
    assertThat(bench.writes()).isEmpty();
    String run = bench.newestReport().getFileName().toString();

    Ran ran = Shell.in(Map.of("ROLLCALL_RUN", run), "sync", bench.job.toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.reports()).hasSize(1);
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void aRunThatCouldNotReadTheWorkspaceGoesOnOnceItCan() {
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,");
    bench.sandbox.fail(FaultDraft.status("GET", "/api/members", 400).made());
    assertThat(bench.run("sync").code()).isEqualTo(9);
    String run = bench.newestReport().getFileName().toString();

    Ran ran = Shell.in(Map.of("ROLLCALL_RUN", run), "sync", bench.job.toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.reports()).hasSize(1);
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  /** Later than a deadline of one second, however fast everything else is. */
  private void late(String method, String path) {
    bench.sandbox.fail(FaultDraft.slow(method, path, Duration.ofMillis(1200)).made());
  }
}
