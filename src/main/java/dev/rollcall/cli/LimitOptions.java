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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that widen or narrow what a run may do. */
final class LimitOptions {

  @Option(
      names = "--allow",
      paramLabel = "RULE=N",
      description =
          "Raises one safety limit for this run, as a ceiling, e.g. --allow removals=40. May be"
              + " repeated.")
  List<String> allow = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "EMAIL-GLOB",
      description = "Plans for these people only; nobody else is touched. May be repeated.")
  List<String> only = new ArrayList<>();

  @Option(names = "--no-invites", description = "Invites nobody.")
  boolean noInvites;

  @Option(names = "--no-changes", description = "Only invites joiners and removes leavers.")
  boolean noChanges;

  @Option(names = "--no-removals", description = "Takes nothing from anybody.")
  boolean noRemovals;

  @Mixin DeadlineOption deadline = new DeadlineOption();

  /**
   * The same as the run's options.
   *
   * @throws WrongInput where {@code --allow} names no rule or no number
   */
  RunOptions options(List<String> overrides) {
    Allowances.Parsed parsed = Allowances.parse(allow);
    List<Problem> problems = new ArrayList<>(parsed.problems());
    List<String> people =
        only.stream().flatMap(pattern -> glob(pattern, problems).stream()).toList();
    if (!problems.isEmpty()) {
      throw new WrongInput(problems);
    }
    return new RunOptions(
        overrides,
        parsed.allowances(),
        people,
        new OperationSwitches(!noInvites, !noChanges, !noRemovals));
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
