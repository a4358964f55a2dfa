package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.RunHistory;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.WrittenReports;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall show}: a past run's report again. */
@Command(
    name = "show",
    description = "Shows a past run's report again.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall show 20261122-033101-7f3a",
      "  rollcall show 20261122-033101-7f3a --format json"
    })
final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "Which run; see rollcall runs.")
  String run;

  @Option(
      names = "--reports",
      paramLabel = "FOLDER",
      description =
          "Where written reports are, should the repository be locked (default: reports).")
  Path reports = Path.of("reports");

  @Mixin RepositoryOption repository = new RepositoryOption();
  @Mixin CommonOptions common = new CommonOptions();

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    RunId id = SyncCommand.runId(run);
    try (Repository opened =
        Repository.openExisting(repository.settings(terminal), Clocks.ofProcess())
            .orElseThrow(() -> new WrongInput("no run was ever kept in this repository"))) {
      Optional<RunReport> report = new RunHistory(opened.journal()).report(id);
      report.ifPresentOrElse(
          found -> new Output(terminal, common).report(found),
          () -> terminal.line("Run " + id + " ended before it came to a plan."));
    } catch (TenantBusy | UnusablePlan e) {
      terminal.say(
          EventKind.NOTE,
          e.getMessage()
              + WrittenReports.find(reports, id, ReportFolder.Format.HTML)
                  .map(file -> "; its report is " + file)
                  .orElse("; there is no written report of it in " + reports));
      return ExitCode.of(e).code();
    }
    return ExitCode.DONE.code();
  }
}
