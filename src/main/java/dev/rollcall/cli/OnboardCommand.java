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
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall onboard}: brings in the people of a spreadsheet, beside all rosters. */
final class OnboardCommand implements Command {

  private final Terminal terminal;
  private final InputStream answers;

  private final Argument<String> file =
      Argument.positional(
              0, "FILE", "The spreadsheet: .csv, .xlsx, .xlsm or .xls, one row a person.")
          .required(String.class);

  private final Argument<Path> jobFile =
      Argument.positional(1, "JOB", "The job file, e.g. jobs/nightly.yaml.").required(Path.class);

  private final SheetOptions sheet = new SheetOptions();

  private final Argument<Boolean> yes = Argument.flag("--yes", "Asks nothing, and does it.");

  private final SetOption set = new SetOption();
  private final LimitOptions limits = new LimitOptions();
  private final CommonOptions common = new CommonOptions();

  OnboardCommand(Terminal terminal) {
    this(terminal, System.in);
  }

  OnboardCommand(Terminal terminal, InputStream answers) {
    this.terminal = terminal;
    this.answers = answers;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "onboard",
            "Brings in the people of a spreadsheet (CSV or Excel) by the rules, limits and workspace of a"
                + " job. Only adds: nobody counts as absent, nothing is taken, and who is here already"
                + " only gains.",
            "Shows the plan and its price, asks once, and does it as sync does. Without a terminal and"
                + " without --yes it only plans.")
        .examples(
            "  rollcall onboard new-people.xlsx jobs/nightly.yaml",
            "  rollcall onboard new-people.xlsx jobs/nightly.yaml --sheet 'Cohort 3' --yes",
            "  rollcall onboard list.csv jobs/nightly.yaml --role dev=Member --role prod=Member",
            "  rollcall onboard list.csv jobs/nightly.yaml --groups 'Finance builders; Ops'",
            "  rollcall rerun                              go on with what is left of it",
            "",
            "Exit codes are those of sync; and 2 where there are changes and nobody has said yes.")
        .with(file, jobFile, sheet, yes, set, limits, common);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    RunOptions options = limits.options(set.given());
    LoadedJob job =
        SheetOptions.onboarding(
            JobArgument.read(jobFile.given(), set.given(), terminal),
            sheet.intake(file.given()),
            terminal);
    return yes.given() ? carryOut(job, options, Optional.empty()) : shown(job, options);
  }

  private int shown(LoadedJob job, RunOptions options) {
    OnboardPreview.Seen seen =
        new OnboardPreview(terminal, common, limits.deadline.given()).of(job, options);
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
    return terminal.draws() && common.format.given() == CommonOptions.Format.text;
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
    return new ShellRun(terminal, common, limits.deadline.given())
        .make(runs -> runs.onboard(job, options, agreed));
  }
}
