package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunName;
import dev.rollcall.batch.RunResult;
import dev.rollcall.batch.Runs;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.security.FailureText;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall sync}: everything in one go; what a CronJob runs. Never asks. */
final class SyncCommand implements Command {

  private static final String VARIABLE = "ROLLCALL_RUN";

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();
  private final LimitOptions limits = new LimitOptions();
  private final CommonOptions common = new CommonOptions();

  private final Argument<Optional<String>> run =
      Argument.option(
              "--run",
              "ID",
              "Goes on with this unfinished run (ROLLCALL_RUN does the same; a name in it begins a run"
                  + " of that name, or goes on with it).")
          .optional(String.class);

  SyncCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "sync",
            "Reads the rosters, compares them with the workspace, and makes the workspace follow.")
        .examples(
            "  rollcall sync jobs/nightly.yaml",
            "  rollcall sync jobs/nightly.yaml --no-removals --deadline 25m",
            "  rollcall sync jobs/nightly.yaml --allow removals=40",
            "  rollcall sync jobs/nightly.yaml --only '*@sales.example.com'",
            "  rollcall sync jobs/nightly.yaml --run 20261122-033101-7f3a   go on with that run")
        .with(job, limits, common, run);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    LoadedJob loaded = job.read(terminal);
    RunOptions options = limits.options(job.overrides());
    return new ShellRun(terminal, common, limits.deadline.given())
        .make(runs -> asked(runs, loaded, options));
  }

  private RunResult asked(Runs runs, LoadedJob loaded, RunOptions options) {
    Optional<String> variable = given(Optional.ofNullable(terminal.environment().get(VARIABLE)));
    Optional<RunId> id =
        given(run.given())
            .map(SyncCommand::runId)
            .or(() -> variable.filter(RunId::isOne).map(RunId::new));
    if (id.isPresent()) {
      return runs.resume(loaded, options, id.get(), Set.of());
    }
    return variable.isPresent()
        ? runs.named(loaded, options, name(variable.get()))
        : runs.sync(loaded, options);
  }

  private static Optional<String> given(Optional<String> text) {
    return text.map(String::strip).filter(word -> !word.isEmpty());
  }

  private static RunName name(String text) {
    try {
      return new RunName(text);
    } catch (IllegalArgumentException e) {
      throw new WrongInput(VARIABLE + ": " + FailureText.of(e));
    }
  }

  /** Reads a run id as the user gave it. */
  static RunId runId(String text) {
    try {
      return new RunId(text.strip());
    } catch (IllegalArgumentException e) {
      throw new WrongInput(FailureText.of(e));
    }
  }
}
