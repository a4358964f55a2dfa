package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.planning.StandIns;
import dev.rollcall.sandbox.SandboxException;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.StandIn;
import dev.rollcall.security.FailureText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** {@code rollcall sandbox}: a stand-in workspace until it is interrupted. */
@Command(
    name = "sandbox",
    description = "Runs a local stand-in workspace over real HTTP, to try job files out on.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall sandbox --port 8080 --seed sample-data/workspace.json",
      "  rollcall sync jobs/quickstart.yaml --set target.type="
          + TargetSpec.PROPOSED
          + " --set"
          + " target.url=http://127.0.0.1:8080",
      "  curl -X POST http://127.0.0.1:8080/sandbox/accept -d '{\"email\":\"ana@example.com\"}'",
      "  curl http://127.0.0.1:8080/sandbox/counts"
    })
final class SandboxCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  private final Terminal terminal;

  @Spec CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Port on 127.0.0.1 (default: any).")
  int port;

  @Option(
      names = "--vendor",
      paramLabel = "NAME",
      description =
          "Whose workspace it stands in for: " + StandInVendor.NAMES + " (default: workato).")
  StandInVendor vendor = StandInVendor.USUAL;

  @Option(names = "--seed", paramLabel = "FILE", description = "What the workspace holds at first.")
  Optional<Path> seed = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Keeps the workspace in this file, and goes on with it next time.")
  Optional<Path> state = Optional.empty();

  @Mixin ProcessOptions process = new ProcessOptions();

  SandboxCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Logs.setUp(terminal, process);
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port " + port + ": a port is 0 to " + LAST_PORT);
    }
    SandboxOptions options = SandboxOptions.of().withPort(port);
    options = seed.isPresent() ? options.withSeed(seed.get()) : options;
    options = state.isPresent() ? options.withState(state.get()) : options;
    try (StandIn standIn = StandIns.start(vendor, options)) {
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
            .formatted(vendor.vocabulary().tenant(), standIn.address()));
    standIn.particulars().forEach((key, value) -> terminal.line("  " + key + ": " + value));
    for (Map.Entry<String, String> token : standIn.tokens().entrySet()) {
      terminal.line("  " + vendor.secret(token.getKey()) + ": " + token.getValue());
    }
    terminal.out().flush();
  }

  private static CountDownLatch untilSignalled() {
    CountDownLatch over = new CountDownLatch(1);
    Signal.handle(new Signal("TERM"), signal -> over.countDown());
    Signal.handle(new Signal("INT"), signal -> over.countDown());
    return over;
  }
}
