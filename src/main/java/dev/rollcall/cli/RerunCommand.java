package dev.rollcall.cli;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.FormerRuns;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.Repository;
import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall rerun}: goes on with what a run has left. */
@Command(
    name = "rerun",
    description =
        "Goes on with an unfinished run. Of a finished one, plans afresh for the people left over.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall rerun                                the newest run that left something",
      "  rollcall rerun 20261122-033101-7f3a",
      "  rollcall rerun --allow admin-grants=3         with one safety limit raised",
      "  rollcall rerun --resend ana@example.com       invite again what is in doubt"
    })
final class RerunCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", arity = "0..1", description = "Which run; see rollcall runs.")
  Optional<String> run = Optional.empty();

  @Option(
      names = "--resend",
      paramLabel = "EMAIL",
      description = "Sends an invitation again although nobody can tell whether it arrived.")
  List<String> resend = new ArrayList<>();

  @Option(
      names = "--allow",
      paramLabel = "RULE=N",
      description = "Raises one safety limit for what is planned afresh. May be repeated.")
  List<String> allow = new ArrayList<>();

  @Mixin RepositoryOption repository = new RepositoryOption();
  @Mixin DeadlineOption deadline = new DeadlineOption();
  @Mixin CommonOptions common = new CommonOptions();

  RerunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    Set<String> again = addresses();
    Optional<RunRecord> found = find();
    if (found.isEmpty()) {
      terminal.line("No run has left anything.");
      return ExitCode.DONE.code();
    }
    RunRecord record = found.get();
    List<String> arguments = new ArrayList<>(record.flags().lines().toList());
    allow.forEach(rule -> arguments.add("--allow=" + rule));
    RunOptions options = Arguments.options(arguments);
    LoadedJob job = JobArgument.read(Path.of(record.jobFile()), options.overrides(), terminal);
    terminal
        .messages()
        .say(EventKind.NOTE, "Going on with run " + record.id() + " of " + record.job() + ".");
    return new Attempt(terminal, common, deadline.deadline)
        .make(
            runs ->
                record.state() == RunRecord.State.UNFINISHED
                    ? runs.resume(job, options, record.id(), again)
                    : runs.again(job, options, record.id(), again));
  }

  private Set<String> addresses() {
    Set<String> addresses = new HashSet<>();
    for (String text : resend) {
      try {
        addresses.add(Email.parse(text).address());
      } catch (MalformedEmail e) {
        throw new WrongInput("--resend: " + e.getMessage());
      }
    }
    return addresses;
  }

  private Optional<RunRecord> find() {
    try (Repository opened =
        Repository.openExisting(repository.settings(terminal), Clocks.ofProcess())
            .orElseThrow(() -> new WrongInput("no run was ever kept in this repository"))) {
      Journal journal = opened.journal();
      if (run.isPresent()) {
        RunId id = SyncCommand.runId(run.get());
        return Optional.of(
            journal.run(id).orElseThrow(() -> new WrongInput("there is no run " + id)));
      }
      return journal.runs().stream()
          .filter(record -> FormerRuns.leftSomething(record, journal))
          .findFirst();
    }
  }
}
