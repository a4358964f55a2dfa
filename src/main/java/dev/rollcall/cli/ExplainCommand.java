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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollcall explain}: one person, from the cells to what would be done and why. */
@Command(
    name = "explain",
    description =
        "Explains one person: what the records say, which rules matched, what the workspace holds,"
            + " what sync would do and why, or why nothing. Changes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall explain jobs/nightly.yaml ana@example.com",
      "  rollcall explain jobs/nightly.yaml ana@example.com --format markdown   for a ticket",
      "  rollcall explain jobs/nightly.yaml 'ana(at)example.com'                a row set aside"
    })
final class ExplainCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin JobArgument job = new JobArgument();

  @Parameters(
      index = "1",
      paramLabel = "EMAIL",
      description = "The person's address; or the text in its place, where a row is set aside.")
  String email;

  @Mixin DeadlineOption deadline = new DeadlineOption();
  @Mixin CommonOptions common = new CommonOptions();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, common);
    LoadedJob loaded = job.read(terminal);
    Explainer.Answer answer;
    try (Look look = new Look(terminal, common, deadline.deadline);
        Repositories.RepositoryView repository = Repositories.view(loaded.file(), look.clock())) {
      repository.locked().ifPresent(why -> terminal.say(EventKind.NOTE, why));
      Tenants.Memory memory = repository.memory();
      answer =
          new Explainer(loaded, repository.opened().map(Repository::ledger), look.progress())
              .about(
                  email,
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
    return switch (common.format) {
      case text -> new ExplanationText(palette);
      case json -> new ExplanationJson();
      case markdown -> new ExplanationMarkdown();
    };
  }
}
