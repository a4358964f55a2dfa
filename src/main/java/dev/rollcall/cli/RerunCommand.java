package dev.rollcall.cli;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.KeptOptions;
import dev.rollcall.batch.Leftovers;
import dev.rollcall.batch.NamedRepository;
import dev.rollcall.batch.Repositories;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.Onboarding;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.job.RunOptions;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.journal.SameDatabase;
import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall rerun}: goes on with what a run has left. */
final class RerunCommand implements Command {

  private final Terminal terminal;

  private final Argument<Optional<String>> what =
      Argument.positional(
              0,
              "RUN|JOB",
              "Which run, see rollcall runs; or the job file whose newest run is meant.")
          .optional(String.class);

  private final Argument<List<String>> resend =
      Argument.option(
              "--resend",
              "EMAIL",
              "Sends an invitation again although nobody can tell whether it arrived.")
          .many(String.class);

  private final Argument<List<String>> allow =
      Argument.option(
              "--allow",
              "RULE=N",
              "Raises one safety limit for what is planned afresh. May be repeated.")
          .many(String.class);

  private final SetOption set = new SetOption();
  private final RepositoryOption repository = new RepositoryOption();
  private final DeadlineOption deadline = new DeadlineOption();
  private final CommonOptions common = new CommonOptions();

  RerunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A run, and the job file to go on with. */
  private record RunFound(RunRecord run, String jobFile) {}

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "rerun",
            "Goes on with an unfinished run. Of a finished one, plans afresh for the people left over.")
        .examples(
            "  rollcall rerun                                the newest run that left something",
            "  rollcall rerun 20261122-033101-7f3a",
            "  rollcall rerun jobs/nightly.yaml              the newest of that job",
            "  rollcall rerun --allow admin-grants=3         with one safety limit raised",
            "  rollcall rerun --resend ana@example.com       invite again what is in doubt")
        .with(what, resend, allow, set, repository, deadline, common);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, common);
    Set<String> again = addresses();
    Optional<LoadedJob> named = what.given().filter(text -> !isRun(text)).map(this::named);
    NamedRepository looked =
        named
            .map(job -> new NamedRepository(job.label(), Repositories.settings(job.file())))
            .orElseGet(() -> repository.named(terminal));
    Optional<RunFound> found =
        named.isPresent()
            ? newestOf(named.get(), looked)
            : find(looked).map(record -> new RunFound(record, record.jobFile()));
    if (found.isEmpty()) {
      terminal.line(
          "No run has left anything. To begin a new one: rollcall sync %s"
              .formatted(named.map(LoadedJob::label).orElse("JOB")));
      return ExitCode.DONE.code();
    }
    return goOn(found.get(), looked.settings(), again);
  }

  /** The people of the spreadsheet as they were; where they are so no more, what is left of it. */
  private LoadedJob onboarding(LoadedJob job, OnboardingRequest intake, RunRecord record) {
    Optional<Problem> trouble = intake.trouble(record.id().value());
    if (trouble.isEmpty()) {
      return SheetOptions.onboarding(job, intake, terminal);
    }
    if (record.state() != RunRecord.State.UNFINISHED || !record.planned()) {
      throw new WrongInput(trouble.get());
    }
    terminal.say(
        EventKind.NOTE,
        trouble.get().where()
            + " "
            + trouble.get().what()
            + "; what was planned then is gone on with, as far as it still holds.");
    return Onboarding.unread(job, intake, trouble.get());
  }

  private int goOn(RunFound found, RepositorySettings looked, Set<String> again) {
    RunRecord record = found.run();
    KeptOptions kept = KeptOptions.of(record);
    RunOptions options = kept.with(set.given(), allow.given());
    LoadedJob own = job(found, options);
    refuseAnother(record, own, looked);
    Optional<OnboardingRequest> intake = kept.intake();
    LoadedJob job = intake.map(asked -> onboarding(own, asked, record)).orElse(own);
    return new ShellRun(terminal, common, deadline.given())
        .make(
            runs ->
                record.state() == RunRecord.State.UNFINISHED
                    ? runs.resume(job, options, record.id(), again)
                    : runs.again(job, options, record.id(), again));
  }

  private LoadedJob job(RunFound found, RunOptions options) {
    if (!isFile(found.jobFile())) {
      throw new WrongInput(
          "the job file of run %s is not where it was; name it: rollcall rerun JOB"
              .formatted(found.run().id()));
    }
    return JobArgument.read(Path.of(found.jobFile()), options.overrides(), terminal);
  }

  /** The repository says which job file; only one that says the same of it is believed. */
  private static void refuseAnother(RunRecord record, LoadedJob job, RepositorySettings looked) {
    if (!job.file().name().toString().equals(record.job())) {
      throw elsewhere(record, job, "is of the job " + job.file().name());
    }
    if (!SameDatabase.is(Repositories.settings(job.file()), looked)) {
      throw elsewhere(record, job, "keeps another repository");
    }
  }

  private static WrongInput elsewhere(RunRecord record, LoadedJob job, String how) {
    return new WrongInput(
        new Problem(
            job.label(),
            how + ", and so cannot be that of run " + record.id(),
            "name the job file: rollcall rerun JOB"));
  }

  private Set<String> addresses() {
    Set<String> addresses = new HashSet<>();
    for (String text : resend.given()) {
      try {
        addresses.add(Email.parse(text).address());
      } catch (MalformedEmail e) {
        throw new WrongInput("--resend: " + e.getMessage());
      }
    }
    return addresses;
  }

  private static boolean isRun(String text) {
    try {
      return !new RunId(text.strip()).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private LoadedJob named(String text) {
    if (!isFile(text)) {
      throw new WrongInput(
          "\"" + text + "\" is no run id, which look like 20261122-033101-7f3a, and no job file");
    }
    if (repository.url.given().isPresent()) {
      throw new WrongInput("the job file names its repository; leave --repository out");
    }
    return JobArgument.read(Path.of(text), set.given(), terminal);
  }

  private static boolean isFile(String text) {
    try {
      return Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Optional<RunFound> newestOf(LoadedJob job, NamedRepository looked) {
    String name = job.file().name().toString();
    return in(looked, journal -> newest(journal, run -> run.job().equals(name)))
        .map(record -> new RunFound(record, job.label()));
  }

  private Optional<RunRecord> find(NamedRepository looked) {
    return in(
        looked,
        journal -> {
          if (what.given().isPresent()) {
            RunId id = SyncCommand.runId(what.given().get());
            return Optional.of(
                journal.run(id).orElseThrow(() -> new WrongInput("there is no run " + id)));
          }
          return newest(journal, run -> true);
        });
  }

  private static Optional<RunRecord> newest(Journal journal, Predicate<RunRecord> which) {
    return journal.runs().stream().filter(which).filter(new Leftovers(journal)::has).findFirst();
  }

  private static Optional<RunRecord> in(
      NamedRepository named, Function<Journal, Optional<RunRecord>> looking) {
    try (Repository opened = named.open(Clocks.ofProcess())) {
      return looking.apply(opened.journal());
    }
  }
}
