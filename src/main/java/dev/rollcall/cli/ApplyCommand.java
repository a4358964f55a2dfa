package dev.rollcall.cli;

import dev.rollcall.batch.Runs;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollcall apply}: exactly a reviewed plan, once. */
@Command(
    name = "apply",
    description =
        "Applies exactly the reviewed plan, once. What has moved since is set aside and named.",
    footerHeading = "%nExamples:%n",
    footer = {"  rollcall plan jobs/nightly.yaml --out plan.json", "  rollcall apply plan.json"})
final class ApplyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "PLAN.json",
      description = "A plan that rollcall plan --out has written.")
  Path file;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin DeadlineOption deadline = new DeadlineOption();

  ApplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    if (Files.notExists(file)) {
      throw new WrongInput(
          "there is no file %s; `rollcall plan JOB --out %s` makes one".formatted(file, file));
    }
    PlanFile plan = PlanFile.read(file);
    RunOptions options = Arguments.options(plan.arguments());
    LoadedJob job = JobArgument.read(Path.of(plan.jobFile()), options.overrides(), terminal);
    return new Attempt(terminal, common, deadline.deadline)
        .make((Runs runs) -> runs.apply(job, options, plan));
  }
}
