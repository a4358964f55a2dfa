package dev.rollcall.cli;

import dev.rollcall.batch.PlanFacts;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.plan.PlanBasis;
import dev.rollcall.planning.JudgedPlan;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A plan that is saved to be reviewed and applied later. */
record SavedPlan(LoadedJob job, RunOptions options, JudgedPlan planned) {

  /**
   * Writes it, and says what to do with it.
   *
   * @param applyable whether all that is remembered went into it
   * @param ofReview whether it is of what was decided in a review
   */
  void write(Path file, boolean applyable, boolean ofReview, Terminal terminal) {
    PlanFile.PlanInputs made =
        new PlanFile.PlanInputs(job.inputsDigest(), !options.overrides().isEmpty(), applyable);
    PlanFile plan =
        new PlanFile(
            planned.plan(),
            options.limits(),
            planned.verdict().held(),
            planned.verdict().deferred(),
            PlanBasis.of(planned.situation(), planned.plan().operations()),
            ofReview ? made.ofReview() : made,
            PlanFacts.of(job, planned).toJson());
    try {
      plan.write(file, ApplyCommand.seal(job));
    } catch (UncheckedIOException e) {
      throw new WrongInput("--out: " + e.getMessage());
    }
    terminal.say(EventKind.NOTE, "The plan is in " + file + (applyable ? applied(file) : "."));
  }

  /** Values are not repeated: a shell would need them in quotes of its own. */
  private String applied(Path file) {
    return "; rollcall apply "
        + file
        + " "
        + job.label()
        + " applies it"
        + (options.overrides().isEmpty() ? "." : ", with the same --set as here.");
  }
}
