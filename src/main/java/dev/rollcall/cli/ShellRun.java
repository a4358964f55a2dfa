package dev.rollcall.cli;

import dev.rollcall.apply.Progress;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Stop;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.RunResult;
import dev.rollcall.batch.Runs;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A run from the shell: signals, deadline, progress, and telling what came of it. */
final class ShellRun {

  /** So many failed requests in a row end the run: going on would only hammer. */
  private static final int FAILURES = 5;

  private final Terminal terminal;
  private final CommonOptions common;
  private final Optional<Duration> deadline;

  ShellRun(Terminal terminal, CommonOptions common, Optional<Duration> deadline) {
    this.terminal = terminal;
    this.common = common;
    this.deadline = deadline;
  }

  /** Does it, prints it, and returns the exit code. */
  int make(Function<Runs, RunResult> what) {
    Clock clock = Clocks.ofProcess();
    Stop stop =
        new Stop(Clock.systemUTC(), deadline.map(Clock.systemUTC().instant()::plus), FAILURES);
    Signals.stop(stop, terminal, ExitCode.INTERRUPTED.code());
    RunResult result;
    try (ShownProgress progress = ShownProgress.of(terminal, common)) {
      result = what.apply(new Runs(clock, stop, progress));
    }
    new Output(terminal, common).run(result);
    // What was done is done, and told in its report too: the code is about the run.
    terminal.tellLoss();
    result.failure().ifPresent(failure -> new ErrorMessages(terminal).about(failure));
    result
        .tidied()
        .remark()
        .filter(remark -> !common.quiet.given())
        .ifPresent(remark -> terminal.say(EventKind.NOTE, remark));
    result.unwritten().forEach(problem -> terminal.say(Event.of(EventKind.COMPLAINT, problem)));
    terminal.messages().about(result.report().head().run().orElseThrow());
    return result.code().code();
  }

  /** Progress that is drawn, and taken away when it is over. */
  interface ShownProgress extends Progress, AutoCloseable {

    @Override
    void close();

    /** A bar for a person, lines for a pipe, nothing when quiet. */
    static ShownProgress of(Terminal terminal, ProcessOptions common) {
      Messages messages = terminal.messages();
      if (common.quiet.given()) {
        return over(SILENT, messages, () -> {});
      }
      if (terminal.draws()) {
        ProgressBars bars = new ProgressBars(terminal);
        return over(bars, messages, bars::close);
      }
      return over(new ProgressLines(terminal, Clock.systemUTC()), messages, () -> {});
    }

    private static ShownProgress over(Progress progress, Messages messages, Runnable end) {
      return new ShownProgress() {
        @Override
        public void run(RunId run) {
          messages.about(run);
          messages.say(
              Event.of(EventKind.RUN_STARTED, "Run " + run + " begins.").onlyForPrograms());
        }

        @Override
        public void begins(String how) {
          messages.say(EventKind.NOTE, how);
        }

        @Override
        public void phase(String name, int requests) {
          progress.phase(name, requests);
        }

        @Override
        public void step(String detail) {
          progress.step(detail);
        }

        @Override
        public void close() {
          end.run();
        }
      };
    }
  }
}
