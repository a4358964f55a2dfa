package dev.rollcall.cli;

import dev.rollcall.apply.TenantBusy;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.RunHistory;
import dev.rollcall.journal.Repository;
import dev.rollcall.report.RunLine;
import dev.rollcall.report.RunsTable;
import dev.rollcall.report.WrittenReports;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall runs}: the runs in the repository. */
final class RunsCommand implements Command {

  private final Terminal terminal;

  private final Argument<Optional<String>> job =
      Argument.option("--job", "NAME", "Only runs of this job.").optional(String.class);

  private final Argument<Path> reports = RepositoryOption.reports();

  private final RepositoryOption repository = new RepositoryOption();
  private final CommonOptions common = new CommonOptions();

  RunsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(this, "runs", "Lists the runs in the repository, newest first.")
        .examples("  rollcall runs", "  rollcall runs --job nightly --format json")
        .with(job, reports, repository, common);
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, common);
    Writer out = terminal.writer();
    List<RunLine> lines = lines();
    if (common.format.given() == CommonOptions.Format.json) {
      RunsTable.writeJson(lines, out);
    } else {
      RunsTable.writeText(lines, out);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private List<RunLine> lines() {
    try (Repository opened = repository.named(terminal).open(Clocks.ofProcess())) {
      return new RunHistory(opened.journal()).list(job.given());
    } catch (TenantBusy e) {
      terminal.say(
          EventKind.NOTE, e.getMessage() + "; these are the reports in " + reports.given() + ".");
      WrittenReports.Listing listing = WrittenReports.list(reports.given());
      listing.problems().forEach(problem -> terminal.say(Event.of(EventKind.PROBLEM, problem)));
      return listing.runs().stream()
          .filter(line -> job.given().isEmpty() || job.given().get().equals(line.job()))
          .toList();
    }
  }
}
