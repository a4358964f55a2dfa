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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollcall plan}: the dry run. Writes nothing, but the file it is asked for. */
@Command(
    name = "plan",
    description = "Shows what sync would do, and does nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall plan jobs/nightly.yaml",
      "  rollcall plan jobs/nightly.yaml --out plan.json      to be reviewed, then applied",
      "  rollcall plan jobs/nightly.yaml --format markdown    for a pull request",
      "  rollcall plan jobs/nightly.yaml --detailed-exitcode  2 where there are changes"
    })
final class PlanCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin JobArgument job = new JobArgument();
  @Mixin LimitOptions limits = new LimitOptions();
  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--out",
      paramLabel = "PLAN.json",
      description = "Also writes the plan to this file, for rollcall apply.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--detailed-exitcode", description = "Ends with 2 where the plan has changes.")
  boolean detailedExitcode;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    LoadedJob loaded = job.read(terminal);
    RunOptions options = limits.options(job.overrides());
    OnboardPreview.Seen seen =
        new OnboardPreview(terminal, common, limits.deadline.deadline).of(loaded, options);
    return told(loaded, options, seen.result(), !seen.isLocked());
  }

  private int told(LoadedJob loaded, RunOptions options, DryRun.Result result, boolean applyable) {
    RunReport report = PlanFacts.reportOfDryRun(loaded, result);
    new Output(terminal, common).plan(report);
    out.ifPresent(
        file ->
            new SavedPlan(loaded, options, result.planned())
                .write(file, applyable, false, terminal));
    List<ExitCode> codes = new ArrayList<>();
    if (!report.facts().violations().isEmpty()) {
      codes.add(ExitCode.HELD_BACK);
    }
    if (detailedExitcode && !report.operations().isEmpty()) {
      codes.add(ExitCode.CHANGES);
    }
    return ExitCode.firstOf(codes).code();
  }
}
