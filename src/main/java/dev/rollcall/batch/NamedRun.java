package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunName;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.job.LoadedJob;
import java.util.List;
import java.util.Optional;

/**
 * The run of a job that has a certain name: begun once, gone on with while it is unfinished, and
 * only told of once it is over.
 */
final class NamedRun {

  private final RunName name;
  private final LoadedJob job;

  NamedRun(RunName name, LoadedJob job) {
    this.name = name;
    this.job = job;
  }

  LoadedJob job() {
    return job;
  }

  /** The one to go on with; empty where one is to be begun. */
  Optional<RunRecord> unfinished(Journal journal) {
    return latest(journal).filter(run -> run.state() == RunRecord.State.UNFINISHED);
  }

  /** The one that is over; empty where something is to be done. */
  Optional<RunRecord> finished(Journal journal) {
    return latest(journal).filter(run -> run.state() == RunRecord.State.FINISHED);
  }

  /** What came of one that is over, without doing anything. */
  static RunResult told(RunRecord run, Journal journal) {
    int code = run.exitCode().orElse(ExitCode.DONE.code());
    return new RunResult(
        new RunHistory(journal)
            .report(run.id())
            .orElseThrow(
                () -> new WrongInput("run " + run.id() + " ended before it came to a plan")),
        ExitCode.ofNumber(code),
        true,
        Optional.empty(),
        List.of(),
        RetentionResult.NOTHING);
  }

  private Optional<RunRecord> latest(Journal journal) {
    return journal.runs().stream()
        .filter(run -> run.job().equals(job.file().name().toString()))
        .filter(run -> run.isCalled(name))
        .findFirst();
  }
}
