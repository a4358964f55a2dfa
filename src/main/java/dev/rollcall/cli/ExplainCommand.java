package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.Repositories;
import dev.rollcall.explain.Explainer;
import dev.rollcall.explain.ExplanationJson;
import dev.rollcall.explain.ExplanationMarkdown;
import dev.rollcall.explain.ExplanationText;
import dev.rollcall.explain.ExplanationWriter;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.journal.Repository;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.planning.Tenants;
import dev.rollcall.report.TerminalColours;
import java.io.IOException;
import java.io.Writer;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall explain}: one person, from the cells to what would be done and why. */
final class ExplainCommand implements Command {

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();

  private final Argument<String> email =
      Argument.positional(
              1,
              "EMAIL",
              "The person's address; or the text in its place, where a row is set aside.")
          .required(String.class);

  private final DeadlineOption deadline = new DeadlineOption();
  private final CommonOptions common = new CommonOptions();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "explain",
            "Explains one person: what the records say, which rules matched, what the workspace holds,"
                + " what sync would do and why, or why nothing. Changes nothing.")
        .examples(
            "  rollcall explain jobs/nightly.yaml ana@example.com",
            "  rollcall explain jobs/nightly.yaml ana@example.com --format markdown   for a ticket",
            "  rollcall explain jobs/nightly.yaml 'ana(at)example.com'                a row set aside")
        .with(job, email, deadline, common);
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, common);
    LoadedJob loaded = job.read(terminal);
    Explainer.Answer answer;
    try (Look look = new Look(terminal, common, deadline.given());
        Repositories.RepositoryView repository = Repositories.view(loaded.file(), look.clock())) {
      repository.locked().ifPresent(why -> terminal.say(EventKind.NOTE, why));
      Tenants.Memory memory = repository.memory();
      answer =
          new Explainer(loaded, repository.opened().map(Repository::ledger), look.progress())
              .about(
                  email.given(),
                  OfflineTenant.of(loaded.file(), look.clock()),
                  () -> look.open(loaded, memory));
    }
    return told(answer).code();
  }

  private ExitCode told(Explainer.Answer answer) throws IOException {
    Writer out = terminal.writer();
    writer().write(answer.explanation(), out);
    out.flush();
    if (answer.failure().isPresent()) {
      return new ErrorMessages(terminal).about(answer.failure().get());
    }
    if (answer.explanation().isUnknown()) {
      return ExitCode.WRONG_INPUT;
    }
    return answer.isHeldBack() ? ExitCode.HELD_BACK : ExitCode.DONE;
  }

  private ExplanationWriter writer() {
    TerminalColours palette = terminal.palette(common);
    return switch (common.format.given()) {
      case text -> new ExplanationText(palette);
      case json -> new ExplanationJson();
      case markdown -> new ExplanationMarkdown();
    };
  }
}
