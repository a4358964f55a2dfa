package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.RunHistory;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.WrittenReports;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall show}: a past run's report again. */
final class ShowCommand implements Command {

  private final Terminal terminal;

  private final Argument<String> run =
      Argument.positional(0, "RUN", "Which run; see rollcall runs.").required(String.class);

  private final Argument<Path> reports = RepositoryOption.reports();

  private final RepositoryOption repository = new RepositoryOption();
  private final CommonOptions common = new CommonOptions();

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(this, "show", "Shows a past run's report again.")
        .examples(
            "  rollcall show 20261122-033101-7f3a",
            "  rollcall show 20261122-033101-7f3a --format json")
        .with(run, reports, repository, common);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    RunId id = SyncCommand.runId(run.given());
    try (Repository opened = repository.named(terminal).open(Clocks.ofProcess())) {
      Optional<RunReport> report = new RunHistory(opened.journal()).report(id);
      report.ifPresentOrElse(
          found -> new Output(terminal, common).report(found),
          () -> terminal.line("Run " + id + " ended before it came to a plan."));
    } catch (TenantBusy | UnusablePlan e) {
      terminal.say(
          EventKind.NOTE,
          e.getMessage()
              + WrittenReports.find(reports.given(), id, ReportFolder.Format.HTML)
                  .map(file -> "; its report is " + file)
                  .orElse("; there is no written report of it in " + reports.given()));
      return ExitCode.of(e).code();
    }
    return ExitCode.DONE.code();
  }
}
