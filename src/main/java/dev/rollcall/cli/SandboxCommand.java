package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.planning.StandIns;
import dev.rollcall.sandbox.SandboxException;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.StandIn;
import dev.rollcall.security.FailureText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall sandbox}: a stand-in workspace until it is interrupted. */
final class SandboxCommand implements Command {

  private static final int LAST_PORT = 65_535;

  private final Terminal terminal;

  private final Argument<Integer> port =
      Argument.option("--port", "N", "Port on 127.0.0.1 (default: any).").orElse(Integer.class, 0);

  private final Argument<StandInVendor> vendor =
      Argument.option(
              "--vendor",
              "NAME",
              "Whose workspace it stands in for: " + StandInVendor.NAMES + " (default: workato).")
          .orElse(StandInVendor.class, StandInVendor.USUAL);

  private final Argument<Optional<Path>> seed =
      Argument.option("--seed", "FILE", "What the workspace holds at first.").optional(Path.class);

  private final Argument<Optional<Path>> state =
      Argument.option(
              "--state", "FILE", "Keeps the workspace in this file, and goes on with it next time.")
          .optional(Path.class);

  private final ProcessOptions process = new ProcessOptions();

  SandboxCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "sandbox",
            "Runs a local stand-in workspace over real HTTP, to try job files out on.")
        .examples(
            "  rollcall sandbox --port 8080 --seed sample-data/workspace.json",
            "  rollcall sync jobs/quickstart-http.yaml",
            "  curl -X POST http://127.0.0.1:8080/sandbox/accept -d '{\"email\":\"ana@example.com\"}'",
            "  curl http://127.0.0.1:8080/sandbox/counts")
        .with(port, vendor, seed, state, process);
  }

  @Override
  public Integer call() throws InterruptedException {
    Logs.setUp(terminal, process);
    if (port.given() < 0 || port.given() > LAST_PORT) {
      throw port.refused("--port " + port.given() + ": a port is 0 to " + LAST_PORT);
    }
    SandboxOptions options = SandboxOptions.of().withPort(port.given());
    options = seed.given().isPresent() ? options.withSeed(seed.given().get()) : options;
    options = state.given().isPresent() ? options.withState(state.given().get()) : options;
    try (StandIn standIn = StandIns.start(vendor.given(), options)) {
      CountDownLatch over = untilSignalled();
      announce(standIn);
      over.await();
    } catch (SandboxException e) {
      throw new WrongInput(FailureText.of(e));
    }
    return ExitCode.DONE.code();
  }

  private void announce(StandIn standIn) {
    terminal.line(
        "A stand-in %s listens at %s until Ctrl-C."
            .formatted(vendor.given().vocabulary().tenant(), standIn.address()));
    standIn.particulars().forEach((key, value) -> terminal.line("  " + key + ": " + value));
    for (Map.Entry<String, String> token : standIn.tokens().entrySet()) {
      terminal.line("  " + vendor.given().secret(token.getKey()) + ": " + token.getValue());
    }
    terminal.out().flush();
  }

  private static CountDownLatch untilSignalled() {
    CountDownLatch over = new CountDownLatch(1);
    Signals.handle(signal -> over.countDown());
    return over;
  }
}
