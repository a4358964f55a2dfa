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
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall apply}: what was reviewed and is still asked for, once. */
final class ApplyCommand implements Command {

  private final Terminal terminal;

  private final Argument<Path> file =
      Argument.positional(0, "PLAN.json", "A plan that rollcall plan --out has written.")
          .required(Path.class);

  private final Argument<Path> jobFile =
      Argument.positional(1, "JOB", "The job file that it was made for, e.g. jobs/nightly.yaml.")
          .required(Path.class);

  private final SetOption set = new SetOption();
  private final CommonOptions common = new CommonOptions();
  private final DeadlineOption deadline = new DeadlineOption();

  ApplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "apply",
            "Applies the reviewed plan, once. Rosters and workspace are read and all safety rules asked"
                + " again; what has moved since is set aside and named.")
        .examples(
            "  rollcall plan jobs/nightly.yaml --out plan.json",
            "  rollcall apply plan.json jobs/nightly.yaml",
            "  rollcall apply plan.json jobs/nightly.yaml --set safety.seats=120   if planned with it")
        .with(file, jobFile, set, common, deadline);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    if (Files.notExists(file.given())) {
      throw new WrongInput(
          "there is no file %s; `rollcall plan JOB --out %s` makes one"
              .formatted(file.given(), file.given()));
    }
    PlanFile.look(file.given());
    LoadedJob job = JobArgument.read(jobFile.given(), set.given(), terminal);
    PlanFile plan = PlanFile.read(file.given(), seal(job));
    RunOptions options = RunOptions.of(set.given(), plan.limits());
    Admission.beforehand(
        plan, job, options, OfflineTenant.of(job.file(), Clocks.ofProcess()).now());
    return new ShellRun(terminal, common, deadline.given())
        .make((Runs runs) -> runs.apply(job, options, plan));
  }

  /** What the saved plans of a job bear. */
  static Seal seal(LoadedJob job) {
    return job.file().planKey().map(Secret::reveal).map(Seal::with).orElseGet(Seal::none);
  }
}
