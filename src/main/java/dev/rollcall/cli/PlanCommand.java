package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.PlanFacts;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.report.RequestedFile;
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

  private final ForceOption force = new ForceOption();

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
        .with(job, limits, common, out, force, detailedExitcode);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    LoadedJob loaded = job.read(terminal);
    RunOptions options = limits.options(job.overrides());
    Optional<RequestedFile> file =
        out.given().map(path -> SavedPlan.place(path, loaded, force.overwriting()));
    OnboardPreview.Seen seen =
        new OnboardPreview(terminal, common, limits.deadline.given()).of(loaded, options);
    RunReport report = PlanFacts.reportOfDryRun(loaded, seen.result());
    new Output(terminal, common).plan(report);
    SavedPlan saved = new SavedPlan(loaded, options, seen.result().planned());
    file.ifPresent(each -> saved.write(each, !seen.isLocked(), false, terminal));
    return ended(report).code();
  }

  private ExitCode ended(RunReport report) {
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
    return ExitCode.firstOf(codes);
  }
}
