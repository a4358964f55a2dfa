package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.plan.Plan;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunLine;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.RunTimeline;
import java.util.List;
import java.util.Optional;

/** The runs that a journal holds: listed, and reported of again. */
public final class RunHistory {

  private final Journal journal;

  /** Over the journal of a repository. */
  public RunHistory(Journal journal) {
    this.journal = journal;
  }

  /** Runs, newest first. */
  public List<RunLine> list(Optional<String> job) {
    return journal.runs().stream()
        .filter(run -> job.isEmpty() || job.get().equals(run.job()))
        .map(run -> line(run))
        .toList();
  }

  private RunLine line(RunRecord run) {
    return RunLine.of(
        run, journal.results(run.id()), RunFacts.leftAloneIn(journal.reportOf(run.id())));
  }

  /**
   * A run's report again, without its timeline.
   *
   * @return empty where the run came to no plan
   * @throws WrongInput where there is no such run
   */
  public Optional<RunReport> report(RunId id) {
    RunRecord run = journal.run(id).orElseThrow(() -> new WrongInput("there is no run " + id));
    return journal.planOf(id).map(plan -> report(run, plan));
  }

  private static RunHead.Mode mode(RunRecord run) {
    return run.onboards() ? RunHead.Mode.ONBOARD : RunHead.Mode.SYNC;
  }

  private RunReport report(RunRecord run, Plan plan) {
    List<OperationRecord> operations = journal.operations(run.id());
    RunFacts facts = RunFacts.fromJson(journal.reportOf(run.id()));
    return new RunReport(
        new RunHead(
            Optional.of(run.id()),
            run.job(),
            run.workspace(),
            mode(run),
            run.started(),
            run.ended(),
            run.exitCode()
                .map(
                    code ->
                        new RunHead.Ending(
                            code,
                            ExitCode.meaningOf(
                                code,
                                operations.stream().map(OperationRecord::result).toList(),
                                facts,
                                mode(run))))),
        plan,
        operations,
        facts,
        new RunTimeline(journal.requestCount(run.id()), List.of(), Optional.empty(), List.of()));
  }
}
