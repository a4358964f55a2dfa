package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.planning.DesiredRoster;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.report.TerminalColours;
import dev.rollcall.report.roster.RosterCsv;
import dev.rollcall.report.roster.RosterJson;
import dev.rollcall.report.roster.RosterTable;
import dev.rollcall.report.roster.RosterWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall roster}: who is to hold what, as the rosters were understood. */
final class RosterCommand implements Command {

  /** How the roster is written. */
  enum Format {
    table,
    json,
    csv
  }

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();
  private final ProcessOptions process = new ProcessOptions();

  private final Argument<Format> format =
      Argument.option(
              "--format", "table|json|csv", "How the roster is written to stdout (default: table).")
          .orElse(Format.class, Format.table);

  RosterCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "roster",
            "Shows the roster as Rollcall understood it, with where everything comes from. Asks no"
                + " workspace and needs no token.")
        .examples(
            "  rollcall roster jobs/nightly.yaml",
            "  rollcall roster jobs/nightly.yaml --verbose         every right with its cell or rule",
            "  rollcall roster jobs/nightly.yaml --format json     for a script",
            "  rollcall roster jobs/nightly.yaml --format csv      can be read again as a roster")
        .with(job, process, format);
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, process);
    LoadedJob loaded = job.readOffline(terminal);
    DesiredRoster.Result result =
        DesiredRoster.of(loaded, OfflineTenant.of(loaded.file(), Clocks.ofProcess()));
    Writer out = new BufferedWriter(terminal.writer());
    writer().write(result.report(), out);
    out.flush();
    if (!process.quiet.given()) {
      result.report().remarks().forEach(remark -> terminal.say(EventKind.REMARK, remark));
    }
    Stream.concat(
            ProblemGroup.of(result.report().problems()).stream(),
            ProblemGroup.of(result.tooManyBadRows().stream().toList()).stream())
        .forEach(problem -> terminal.say(Event.of(EventKind.PROBLEM, problem)));
    return (result.tooManyBadRows().isPresent() ? ExitCode.WRONG_INPUT : ExitCode.DONE).code();
  }

  private RosterWriter writer() {
    TerminalColours palette = terminal.palette(process);
    return switch (format.given()) {
      case table ->
          process.verbose.given() ? RosterTable.detailed(palette) : RosterTable.brief(palette);
      case json -> new RosterJson();
      case csv -> new RosterCsv();
    };
  }
}
