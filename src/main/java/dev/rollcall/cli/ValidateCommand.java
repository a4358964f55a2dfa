package dev.rollcall.cli;

import dev.rollcall.apply.Progress;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.planning.DryRun;
import dev.rollcall.planning.JobErrand;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.RosterCheck;
import dev.rollcall.planning.Tenants;
import dev.rollcall.tenant.AccessRefused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall validate}: everything that is wrong with a job file and its rosters, at once. */
final class ValidateCommand implements Command {

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();
  private final DeadlineOption deadline = new DeadlineOption();
  private final CommonOptions common = new CommonOptions();

  private final Argument<Boolean> online =
      Argument.flag(
          "--online", "Also asks the workspace: tokens, missing privileges, unknown names.");

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "validate",
            "Says everything that is wrong with a job file and its rosters, at once.")
        .examples(
            "  rollcall validate jobs/nightly.yaml",
            "  rollcall validate jobs/nightly.yaml --online   also tokens, privileges and names")
        .with(job, deadline, common, online);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    try (Deadline time = Deadline.in(deadline.given(), terminal)) {
      return validate(time).code();
    }
  }

  private ExitCode validate(Deadline time) {
    LoadedJob loaded = online.given() ? job.read(terminal) : job.readOffline(terminal);
    Clock clock = Clocks.ofProcess();
    RosterCheck.Result checked = RosterCheck.of(loaded, OfflineTenant.of(loaded.file(), clock));
    List<Problem> problems = new ArrayList<>(checked.problems());
    tell(problems);
    checked.remarks().forEach(remark -> terminal.say(EventKind.REMARK, remark));
    if (!online.given()) {
      checked.unsure().forEach(remark -> terminal.say(EventKind.REMARK, remark));
    }
    if (online.given() && checked.usable()) {
      problems.addAll(askTheWorkspace(loaded, clock, time, checked.remarks()));
    }
    terminal.line(
        checked.summary()
            + (problems.isEmpty()
                ? " No problems."
                : problems.size() == 1 ? " 1 problem." : " " + problems.size() + " problems."));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
  }

  private List<Problem> askTheWorkspace(
      LoadedJob loaded, Clock clock, Deadline time, List<String> said) {
    RunOptions options =
        new RunOptions(
            job.overrides(),
            RunOptions.none().allowances(),
            List.of(),
            RunOptions.none().switches());
    try (OpenedTenant target =
        Tenants.openToRead(loaded, Tenants.Memory.none(), clock, time::isOver)) {
      PrivilegeList privileges = new PrivilegeList(terminal, common.verbose.given());
      DryRun.Result result;
      try {
        result = new DryRun(loaded, options, Progress.SILENT).make(target, Optional.empty());
      } catch (AccessRefused e) {
        return privileges.explaining(e, target, JobErrand.of(loaded, target.destination(), clock));
      }
      List<Problem> problems = new ArrayList<>(result.planned().plan().problems());
      tell(problems);
      // The tokens of a stand-in are its own, and may do everything.
      if (loaded.file().target().standIn().isEmpty()) {
        problems.addAll(privileges.tell(target, JobErrand.of(loaded, target.destination(), clock)));
      }
      result.planned().remarks().stream()
          .filter(remark -> !said.contains(remark))
          .forEach(remark -> terminal.say(EventKind.REMARK, remark));
      terminal.line(
          "The " + loaded.file().vocabulary().tenant() + " is " + result.workspace().name() + ".");
      target.workspace().permissionModel().ifPresent(terminal::line);
      return problems;
    }
  }

  private void tell(List<Problem> problems) {
    ProblemGroup.of(problems).forEach(problem -> terminal.line(problem.toString()));
  }
}
