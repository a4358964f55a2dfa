package dev.rollcall.cli;

import dev.rollcall.batch.RunResult;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.report.ConsolePlan;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.ConsoleSummary;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.MarkdownReport;
import dev.rollcall.report.ReportWriter;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.TerminalColours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes results to stdout in the format that was asked for. */
final class Output {

  private final Terminal terminal;
  private final CommonOptions common;

  Output(Terminal terminal, CommonOptions common) {
    this.terminal = terminal;
    this.common = common;
  }

  /** A plan. */
  void plan(RunReport report) {
    write(report, List.of(new ConsolePlan(style())));
  }

  /** A run: its plan, and what became of it. Where it came to no plan there is little to tell. */
  void run(RunResult result) {
    if (result.isPlanned() || common.format.given() != CommonOptions.Format.text) {
      report(result.report());
    } else {
      terminal.line(
          "Run "
              + result.report().head().run().orElseThrow()
              + " ended before it came to a plan"
              + stopped(result)
              + "; nothing was written.");
    }
  }

  /** Why it stopped, where no complaint says so. */
  private static String stopped(RunResult result) {
    return result.failure().isPresent()
        ? ""
        : result.report().course().stopped().map(why -> ", because " + why).orElse("");
  }

  /** A run of the past or present. */
  void report(RunReport report) {
    write(report, List.of(new ConsolePlan(style()), new ConsoleSummary(style())));
  }

  /** What of it whoever reads logs only has to know. */
  private void tell(RunReport report) {
    Messages messages = terminal.messages();
    ProblemGroup.of(report.facts().problems())
        .forEach(problem -> messages.say(Event.of(EventKind.PROBLEM, problem).onlyForPrograms()));
    report
        .facts()
        .violations()
        .forEach(violation -> messages.say(Event.of(violation).onlyForPrograms()));
  }

  private ConsoleStyle style() {
    TerminalColours palette = terminal.palette(common);
    return common.verbose.given() ? ConsoleStyle.verbose(palette) : ConsoleStyle.brief(palette);
  }

  private void write(RunReport report, List<ReportWriter> asText) {
    List<ReportWriter> writers =
        switch (common.format.given()) {
          case text -> asText;
          case json -> List.of(new JsonReport());
          case markdown -> List.of(new MarkdownReport());
        };
    try {
      Writer out = terminal.writer();
      for (ReportWriter writer : writers) {
        writer.write(report, out);
      }
      out.flush();
      tell(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
