package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.report.TerminalColours;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.security.Dangers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said on stderr, as JSON and as text. */
class JsonLogTest {

  @TempDir Path folder;

  @Test
  void aRunIsToldFromItsBeginningToItsExitCode() {
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("flo@example.com,Flo Ray,active,Environment admin,,,", "bad,,active,,,,");
      bench.with("safety: { admin-grants: { count: 0 }, bad-rows: 90% }");

      Ran ran = bench.run("sync", "--log-format", "json");

      List<JsonNode> events = events(ran.err());
      assertThat(names(events))
          .containsSubsequence(
              "run.started", "phase.started", "problem", "violation", "command.ended");
      String run = bench.newestReport().getFileName().toString();
      assertThat(events.get(events.size() - 1).get("run").asString()).isEqualTo(run);
      assertThat(events.get(events.size() - 1).get("exit_code").asInt()).isEqualTo(ran.code());
      JsonNode violation = events.get(names(events).indexOf("violation"));
      assertThat(violation.get("rule").asString()).isEqualTo("admin-grants");
      assertThat(violation.get("level").asString()).isEqualTo("warn");
      JsonNode problem = events.get(names(events).indexOf("problem"));
      assertThat(problem.get("where").asString()).endsWith("people.csv:8 (Email)");
    }
  }

  @Test
  void textIsAsItWasAndTellsNothingTwice() {
    try (Workbench bench = new Workbench(folder)) {
      Ran ran = bench.run("plan");

      assertThat(ran.err()).isEqualTo("reading rosters …\nreading the workspace …\n");
    }
  }

  @Test
  void whatIsWrongWithACommandLineIsSaidInTheFormatAskedFor() {
    for (String asked : List.of("--log-format=JSON", "--log-format json")) {
      List<String> line = new ArrayList<>(List.of("plan", "a", "b", "--nonsense"));
      line.addAll(List.of(asked.split(" ")));

      Ran ran = Shell.run(line.toArray(String[]::new));

      assertThat(names(events(ran.err()))).startsWith("usage").endsWith("command.ended");
    }
    assertThat(Shell.run("plan", "--nonsense", "--", "--log-format=json").err())
        .startsWith("rollcall: ");
  }

  @Test
  void whatLibrariesLogAndPrintIsSaidInTheSameWay() {
    Ran text = Shell.run("apply", "none.json", "none.yaml");
    Shell.run("apply", "none.json", "none.yaml", "--log-format", "json");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(stream(err), stream(err), false, Map.of()).speakingAs("--log-format=json");
    Logs.setUp(terminal, new ProcessOptions());
    try (PrintStream stray = EventLines.of(line -> terminal.messages().say(EventKind.LOG, line))) {
      LoggerFactory.getLogger("lib.One").warn("first\nsecond \u001B[31m");
      java.util.logging.Logger.getLogger("lib.Two").warning("not heard");
      new IllegalStateException("fourth", new IOException("fifth")).printStackTrace(stray);
    }

    List<JsonNode> events = events(err.toString(StandardCharsets.UTF_8));
    assertThat(names(events)).containsOnly("log");
    assertThat(events.stream().map(event -> event.get("message").asString()))
        .containsExactly("first\nsecond \u001B[31m", "java.lang.IllegalStateException: fourth");
    assertThat(text.err()).startsWith("rollcall: there is no file none.json");
  }

  @Test
  void aTerminalGetsOurColoursAndNoOthers() {
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("flo@example.com,\"Flo \u001B[31mred\u001B[0m\u001B[2J\",active,Member,,,");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Terminal terminal =
          new Terminal(
              stream(out), stream(new ByteArrayOutputStream()), true, Map.of("TERM", "xterm"));

      Main.run(terminal, "plan", bench.job.toString(), "--quiet");

      String shown = out.toString(StandardCharsets.UTF_8);
      assertThat(shown).contains("\u001B[32m+ ").doesNotContain("\u001B[31mred");
      for (String sequence : TerminalColours.sequences()) {
        shown = shown.replace(sequence, "");
      }
      assertThat(Dangers.in(shown)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"plan, TERM", "validate --online, INT", "explain, HUP"})
  void aSignalEndsWhatHasNothingToFinishAtOnceAndIsSaid(String command, String signal)
      throws IOException {
    try (Workbench bench = new Workbench(folder)) {
      bench.sandbox.fail(
          FaultDraft.resetBefore("GET", "/api/members")
              .lasting(Duration.ofMinutes(5))
              .always()
              .made());
      List<String> line = new ArrayList<>(List.of(command.split(" ")));
      line.add(bench.job.toString());
      line.addAll(command.equals("explain") ? List.of("ana@example.com") : List.of());
      line.addAll(List.of("--log-format", "json"));

      RealShell.Running running = new RealShell(folder).start(line.toArray(String[]::new));
      running.until(
          "a request is held",
          () -> bench.requests().stream().anyMatch(request -> request.status() == 0));
      new ProcessBuilder("kill", "-" + signal, Long.toString(running.process().pid())).start();

      assertThat(running.exitCode()).as(running.told()).isEqualTo(8);
      List<JsonNode> events = events(running.stderr());
      assertThat(names(events)).containsOnlyOnce("signal").endsWith("signal", "command.ended");
      assertThat(events.get(events.size() - 1).get("exit_code").asInt()).isEqualTo(8);
    }
  }

  @Test
  void aSandboxThatIsStoppedSaysSoToo() throws IOException {
    RealShell shell = new RealShell(folder);

    RealShell.Running sandbox = shell.start("sandbox", "--log-format", "json");
    sandbox.until("it listens", () -> sandbox.told().contains("token for"));
    sandbox.process().destroy();

    assertThat(sandbox.exitCode()).isZero();
    assertThat(names(events(sandbox.stderr()))).containsExactly("command.ended");
    assertThat(Files.readString(sandbox.out())).startsWith("A stand-in workspace listens at ");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static List<JsonNode> events(String err) {
    return err.lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static List<String> names(List<JsonNode> events) {
    return events.stream().map(event -> event.get("event").asString()).toList();
  }
}
