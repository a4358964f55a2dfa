package dev.rollcall.cli;

import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.safety.Allowances;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Options that widen or narrow what a run may do. */
final class LimitOptions implements Arguments {

  private final Argument<List<String>> allow =
      Argument.option(
              "--allow",
              "RULE=N",
              "Raises one safety limit for this run, as a ceiling, e.g. --allow removals=40. May be"
                  + " repeated.")
          .many(String.class);

  private final Argument<List<String>> only =
      Argument.option(
              "--only",
              "EMAIL-GLOB",
              "Plans for these people only; nobody else is touched. May be repeated.")
          .many(String.class);

  private final Argument<Boolean> noInvites = Argument.flag("--no-invites", "Invites nobody.");

  private final Argument<Boolean> noChanges =
      Argument.flag("--no-changes", "Only invites joiners and removes leavers.");

  private final Argument<Boolean> noRemovals =
      Argument.flag("--no-removals", "Takes nothing from anybody.");

  final DeadlineOption deadline = new DeadlineOption();

  @Override
  public void addTo(CommandSpec command) {
    Arguments.addAll(command, allow, only, noInvites, noChanges, noRemovals, deadline);
  }

  /**
   * The same as the run's options.
   *
   * @throws WrongInput where {@code --allow} names no rule or no number
   */
  RunOptions options(List<String> overrides) {
    Allowances.Parsed parsed = Allowances.parse(allow.given());
    List<Problem> problems = new ArrayList<>(parsed.problems());
    List<String> people =
        only.given().stream().flatMap(pattern -> glob(pattern, problems).stream()).toList();
    if (!problems.isEmpty()) {
      throw new WrongInput(problems);
    }
    return new RunOptions(
        overrides,
        parsed.allowances(),
        people,
        new OperationSwitches(!noInvites.given(), !noChanges.given(), !noRemovals.given()));
  }

  private static Optional<String> glob(String pattern, List<Problem> problems) {
    try {
      return Optional.of(new EmailGlob(pattern).pattern());
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              "--only",
              "\"" + pattern + "\" is no pattern of addresses",
              e.getMessage() + "; write one such as *@example.com"));
      return Optional.empty();
    }
  }
}
