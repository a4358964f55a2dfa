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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollcall runs}: the runs in the repository. */
@Command(
    name = "runs",
    description = "Lists the runs in the repository, newest first.",
    footerHeading = "%nExamples:%n",
    footer = {"  rollcall runs", "  rollcall runs --job nightly --format json"})
final class RunsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--job", paramLabel = "NAME", description = "Only runs of this job.")
  Optional<String> job = Optional.empty();

  @Option(
      names = "--reports",
      paramLabel = "FOLDER",
      description =
          "Where written reports are, should the repository be locked (default: reports).")
  Path reports = Path.of("reports");

  @Mixin RepositoryOption repository = new RepositoryOption();
  @Mixin CommonOptions common = new CommonOptions();

  RunsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, common);
    Writer out = terminal.writer();
    List<RunLine> lines = lines();
    if (common.format == CommonOptions.Format.json) {
      RunsTable.writeJson(lines, out);
    } else {
      RunsTable.writeText(lines, out);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private List<RunLine> lines() {
    try (Repository opened =
        Repository.openExisting(repository.settings(terminal), Clocks.ofProcess()).orElse(null)) {
      return opened == null ? List.of() : new RunHistory(opened.journal()).list(job);
    } catch (TenantBusy e) {
      terminal.say(EventKind.NOTE, e.getMessage() + "; these are the reports in " + reports + ".");
      WrittenReports.Listing listing = WrittenReports.list(reports);
      listing.problems().forEach(problem -> terminal.say(Event.of(EventKind.PROBLEM, problem)));
      return listing.runs().stream()
          .filter(line -> job.isEmpty() || job.get().equals(line.job()))
          .toList();
    }
  }
}
