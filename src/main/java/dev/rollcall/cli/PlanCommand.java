package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.PlanFacts;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.planning.DryRun;
import dev.rollcall.report.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall plan}: the dry run. Writes nothing, but the file it is asked for. */
final class PlanCommand implements Command {

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();
  private final LimitOptions limits = new LimitOptions();
  private final CommonOptions common = new CommonOptions();

  private final Argument<Optional<Path>> out =
      Argument.option(
              "--out", "PLAN.json", "Also writes the plan to this file, for rollcall apply.")
          .optional(Path.class);

  private final Argument<Boolean> detailedExitcode =
      Argument.flag("--detailed-exitcode", "Ends with 2 where the plan has changes.");

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(this, "plan", "Shows what sync would do, and does nothing.")
        .examples(
            "  rollcall plan jobs/nightly.yaml",
            "  rollcall plan jobs/nightly.yaml --out plan.json      to be reviewed, then applied",
            "  rollcall plan jobs/nightly.yaml --format markdown    for a pull request",
            "  rollcall plan jobs/nightly.yaml --detailed-exitcode  2 where there are changes")
        .with(job, limits, common, out, detailedExitcode);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    LoadedJob loaded = job.read(terminal);
    RunOptions options = limits.options(job.overrides());
    OnboardPreview.Seen seen =
        new OnboardPreview(terminal, common, limits.deadline.given()).of(loaded, options);
    return told(loaded, options, seen.result(), !seen.isLocked());
  }

  private int told(LoadedJob loaded, RunOptions options, DryRun.Result result, boolean applyable) {
    RunReport report = PlanFacts.reportOfDryRun(loaded, result);
    new Output(terminal, common).plan(report);
    out.given()
        .ifPresent(
            file ->
                new SavedPlan(loaded, options, result.planned())
                    .write(file, applyable, false, terminal));
    List<ExitCode> codes = new ArrayList<>();
    if (!report.facts().violations().isEmpty()) {
      codes.add(ExitCode.HELD_BACK);
    }
    if (report.facts().leftAlone().isTooMuch()) {
      codes.add(ExitCode.LEFT_OVER);
    }
    if (detailedExitcode.given() && !report.operations().isEmpty()) {
      codes.add(ExitCode.CHANGES);
    }
    return ExitCode.firstOf(codes).code();
  }
}
