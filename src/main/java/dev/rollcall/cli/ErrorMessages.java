package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.InvalidJobFile;
import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.plan.UnknownNames;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.source.UnreadableSource;
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
    List<Problem> problems = problems(failure);
    if (code == ExitCode.UNEXPECTED) {
      new CrashHandler(terminal, terminal.discretion()::hide).tell(failure);
    } else if (problems.isEmpty()) {
      terminal.messages().say(EventKind.COMPLAINT, String.valueOf(failure.getMessage()));
    } else {
      ProblemGroup.of(problems)
          .forEach(problem -> terminal.messages().say(Event.of(EventKind.COMPLAINT, problem)));
    }
    return code;
  }

  private static List<Problem> problems(Throwable failure) {
    if (failure instanceof WrongInput wrong) {
      return wrong.problems();
    }
    if (failure instanceof InvalidJobFile invalid) {
      return invalid.problems();
    }
    if (failure instanceof UnusableRules rules) {
      return rules.problems();
    }
    if (failure instanceof UnreadableSource unreadable) {
      return unreadable.problems();
    }
    return failure instanceof UnknownNames unknown ? unknown.problems() : List.of();
  }
}
