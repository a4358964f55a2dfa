package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.PlanFacts;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.plan.Plan;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.report.RunReport;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall onboard}: brings in the people of a spreadsheet, beside all rosters. */
@Command(
    name = "onboard",
    description = {
      "Brings in the people of a spreadsheet (CSV or Excel) by the rules, limits and workspace of a"
          + " job. Only adds: nobody counts as absent, nothing is taken, and who is here already"
          + " only gains.",
      "Shows the plan and its price, asks once, and does it as sync does. Without a terminal and"
          + " without --yes it only plans."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall onboard new-people.xlsx jobs/nightly.yaml",
      "  rollcall onboard new-people.xlsx jobs/nightly.yaml --sheet 'Cohort 3' --yes",
      "  rollcall onboard list.csv jobs/nightly.yaml --role dev=Member --role prod=Member",
      "  rollcall onboard list.csv jobs/nightly.yaml --groups 'Finance builders; Ops'",
      "  rollcall rerun                              go on with what is left of it",
      "",
      "Exit codes are those of sync; and 2 where there are changes and nobody has said yes."
    })
final class OnboardCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InputStream answers;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The spreadsheet: .csv, .xlsx, .xlsm or .xls, one row a person.")
  String file;

  @Parameters(
      index = "1",
      paramLabel = "JOB",
      description = "The job file, e.g. jobs/nightly.yaml.")
  Path jobFile;

  @Mixin SheetOptions sheet = new SheetOptions();

  @Option(names = "--yes", description = "Asks nothing, and does it.")
  boolean yes;

  @Mixin SetOption set = new SetOption();
  @Mixin LimitOptions limits = new LimitOptions();
  @Mixin CommonOptions common = new CommonOptions();

  OnboardCommand(Terminal terminal) {
    this(terminal, System.in);
  }

  OnboardCommand(Terminal terminal, InputStream answers) {
    this.terminal = terminal;
    this.answers = answers;
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    RunOptions options = limits.options(set.overrides);
    LoadedJob job =
        SheetOptions.onboarding(
            JobArgument.read(jobFile, set.overrides, terminal), sheet.intake(file), terminal);
    return yes ? carryOut(job, options, Optional.empty()) : shown(job, options);
  }

  private int shown(LoadedJob job, RunOptions options) {
    OnboardPreview.Seen seen =
        new OnboardPreview(terminal, common, limits.deadline.deadline).of(job, options);
    RunReport report = PlanFacts.reportOfDryRun(job, seen.result());
    new Output(terminal, common).plan(report);
    if (!asks()) {
      return onlyPlanned(report);
    }
    if (seen.isLocked()) {
      terminal.line("Nothing was done; try again when that is over.");
      return ExitCode.BUSY.code();
    }
    JudgedPlan planned = seen.result().planned();
    return isWanted(planned)
        ? carryOut(job, options, Optional.of(planned.plan()))
        : ExitCode.CHANGES.code();
  }

  /** Results for programs are one document, with no question in between. */
  private boolean asks() {
    return terminal.draws() && common.format == CommonOptions.Format.text;
  }

  private int onlyPlanned(RunReport report) {
    List<ExitCode> codes = new ArrayList<>();
    if (!report.facts().violations().isEmpty()) {
      codes.add(ExitCode.HELD_BACK);
    }
    if (!report.operations().isEmpty()) {
      codes.add(ExitCode.CHANGES);
      terminal.say(EventKind.NOTE, "Nothing was done: this is what --yes would do.");
    }
    return ExitCode.firstOf(codes).code();
  }

  /** Where nothing would be sent, there is nothing to ask; rejects and the report are still due. */
  private boolean isWanted(JudgedPlan planned) {
    boolean sends =
        planned.plan().operations().stream()
            .anyMatch(operation -> planned.verdict().lets(operation.sequence()));
    boolean wanted = !sends || new Confirmation(terminal, answers).isAffirmed("Do this?");
    if (!wanted) {
      terminal.line("Nothing was done.");
    }
    return wanted;
  }

  private int carryOut(LoadedJob job, RunOptions options, Optional<Plan> agreed) {
    return new ShellRun(terminal, common, limits.deadline.deadline)
        .make(runs -> runs.onboard(job, options, agreed));
  }
}
