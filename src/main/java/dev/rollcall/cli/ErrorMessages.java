package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.model.ProblemsFound;
import java.nio.file.InvalidPathException;
import java.util.List;

/** Tells a user what went wrong: one line a problem, never a stack trace. */
final class ErrorMessages {

  private final Terminal terminal;

  ErrorMessages(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Says it, and which exit code it means. */
  ExitCode about(Throwable failure) {
    ExitCode code = ExitCode.of(failure);
    List<Problem> problems = failure instanceof ProblemsFound found ? found.problems() : List.of();
    if (code == ExitCode.UNEXPECTED) {
      new CrashHandler(terminal, terminal.discretion()::hide).tell(failure);
    } else if (problems.isEmpty()) {
      terminal.say(EventKind.COMPLAINT, message(failure));
    } else {
      ProblemGroup.of(problems)
          .forEach(problem -> terminal.say(Event.of(EventKind.COMPLAINT, problem)));
    }
    return code;
  }

  private static String message(Throwable failure) {
    return failure instanceof InvalidPathException path
        ? PathConverter.words(path)
        : String.valueOf(failure.getMessage());
  }
}
