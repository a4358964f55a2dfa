package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.PlanFacts;
import dev.rollcall.batch.Repositories;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.Repository;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.planning.DryRun;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.report.Overwriting;
import dev.rollcall.report.RequestedFile;
import dev.rollcall.report.RunReport;
import dev.rollcall.review.DecidedReview;
import dev.rollcall.safety.Allowances;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a plan of a review that was decided. */
final class DecidedPlanning {

  private final Terminal terminal;
  private final ProcessOptions process;
  private final Optional<Duration> deadline;
  private final Overwriting overwriting;

  DecidedPlanning(
      Terminal terminal,
      ProcessOptions process,
      Optional<Duration> deadline,
      Overwriting overwriting) {
    this.terminal = terminal;
    this.process = process;
    this.deadline = deadline;
    this.overwriting = overwriting;
  }

  /** Makes, shows and saves it. */
  ExitCode of(JobArgument job, Path sheet, List<String> allow, Optional<Path> out, boolean asJson) {
    out.ifPresent(DecidedPlanning::checkName);
    LoadedJob loaded = job.read(terminal);
    RunOptions options = options(job.overrides(), allow);
    Optional<RequestedFile> file = out.map(path -> SavedPlan.place(path, loaded, overwriting));
    DecidedReview decided = DecidedReview.in(sheet);
    try (Look look = new Look(terminal, process, deadline);
        Repositories.RepositoryView repository = Repositories.view(loaded.file(), look.clock());
        OpenedTenant target = look.open(loaded, repository.memory())) {
      repository.locked().ifPresent(why -> terminal.say(EventKind.NOTE, why));
      DryRun.Result result =
          decided.plan(
              new DecidedReview.Circumstances(
                  loaded, options, repository.opened().map(Repository::ledger), look.progress()),
              target);
      return told(
          new SavedPlan(loaded, options, result.planned()),
          result,
          file,
          asJson,
          repository.locked().isEmpty());
    }
  }

  private ExitCode told(
      SavedPlan plan,
      DryRun.Result result,
      Optional<RequestedFile> out,
      boolean asJson,
      boolean applyable) {
    RunReport report = PlanFacts.reportOfDryRun(plan.job(), result);
    CommonOptions shown = new CommonOptions();
    shown.noColor.give(process.noColor.given());
    shown.quiet.give(process.quiet.given());
    shown.verbose.give(process.verbose.given());
    shown.format.give(asJson ? CommonOptions.Format.json : CommonOptions.Format.text);
    new Output(terminal, shown).plan(report);
    out.ifPresent(file -> plan.write(file, applyable, true, terminal));
    return report.facts().violations().isEmpty() ? ExitCode.DONE : ExitCode.HELD_BACK;
  }

  private static RunOptions options(List<String> overrides, List<String> allow) {
    Allowances.Parsed parsed = Allowances.parse(allow);
    if (!parsed.problems().isEmpty()) {
      throw new WrongInput(parsed.problems());
    }
    return new RunOptions(overrides, parsed.allowances(), List.of(), OperationSwitches.ALL_ON);
  }

  /** A plan in place of the sheet that it was decided in would be a loss. */
  private static void checkName(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      throw new WrongInput(
          new Problem(
              "--out " + file,
              "with --decided a plan is written, not a review",
              "let its name end with .json"));
    }
  }
}
