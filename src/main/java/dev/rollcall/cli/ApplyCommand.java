package dev.rollcall.cli;

import dev.rollcall.batch.Admission;
import dev.rollcall.batch.Runs;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.spec.Secret;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.Seal;
import dev.rollcall.planning.OfflineTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollcall apply}: what was reviewed and is still asked for, once. */
@Command(
    name = "apply",
    description =
        "Applies the reviewed plan, once. Rosters and workspace are read and all safety rules asked"
            + " again; what has moved since is set aside and named.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall plan jobs/nightly.yaml --out plan.json",
      "  rollcall apply plan.json jobs/nightly.yaml",
      "  rollcall apply plan.json jobs/nightly.yaml --set safety.seats=120   if planned with it"
    })
final class ApplyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "PLAN.json",
      description = "A plan that rollcall plan --out has written.")
  Path file;

  @Parameters(
      index = "1",
      paramLabel = "JOB",
      description = "The job file that it was made for, e.g. jobs/nightly.yaml.")
  Path jobFile;

  @Mixin SetOption set = new SetOption();
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
    PlanFile.look(file);
    LoadedJob job = JobArgument.read(jobFile, set.overrides, terminal);
    PlanFile plan = PlanFile.read(file, seal(job));
    RunOptions options = RunOptions.of(set.overrides, plan.limits());
    Admission.beforehand(
        plan, job, options, OfflineTenant.of(job.file(), Clocks.ofProcess()).now());
    return new ShellRun(terminal, common, deadline.deadline)
        .make((Runs runs) -> runs.apply(job, options, plan));
  }

  /** What the saved plans of a job bear. */
  static Seal seal(LoadedJob job) {
    return job.file().planKey().map(Secret::reveal).map(Seal::with).orElseGet(Seal::none);
  }
}
