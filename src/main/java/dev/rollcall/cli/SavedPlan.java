package dev.rollcall.cli;

import dev.rollcall.batch.PlanFacts;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.plan.PlanBasis;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.planning.NeededFiles;
import dev.rollcall.report.Overwriting;
import dev.rollcall.report.RequestedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A plan that is saved to be reviewed and applied later. */
record SavedPlan(LoadedJob job, RunOptions options, JudgedPlan planned) {

  /**
   * Where one of a job is to be saved: also over another one, which a nightly job does.
   *
   * @throws dev.rollcall.report.CannotWrite where it must not be written there
   */
  static RequestedFile place(Path file, LoadedJob job, Overwriting overwriting) {
    return RequestedFile.of(
            "--out",
            file,
            overwriting.or("saved plan", PlanFile::isOne).never(new NeededFiles(job)::has))
        .checked();
  }

  /**
   * Writes it, and says what to do with it.
   *
   * @param applyable whether all that is remembered went into it
   * @param ofReview whether it is of what was decided in a review
   */
  void write(RequestedFile file, boolean applyable, boolean ofReview, Terminal terminal) {
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
    String text = plan.text(ApplyCommand.seal(job));
    file.write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    String next = applyable ? applied(file.path()) : ".";
    terminal.say(EventKind.NOTE, "The plan is in " + file.path() + next);
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
