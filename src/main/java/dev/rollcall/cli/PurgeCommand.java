package dev.rollcall.cli;

import dev.rollcall.batch.AgePurge;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.PersonPurge;
import dev.rollcall.batch.Purge;
import dev.rollcall.batch.PurgePlace;
import dev.rollcall.batch.Repositories;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.RetentionPeriod;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall purge}: deletes what is old, or what is known of one person. */
final class PurgeCommand implements Command {

  private final Terminal terminal;
  private final InputStream answers;

  private final Argument<List<Path>> jobs =
      Argument.positional(0, "JOB", "Job files.").many(Path.class);

  private final Argument<Optional<Duration>> olderThan =
      Argument.option(
              "--older-than", "90d", "Deletes runs that were over so long ago, with their reports.")
          .optional(Duration.class);

  private final Argument<Optional<String>> person =
      Argument.option(
              "--person",
              "EMAIL",
              "Deletes all that is known of this person, open invitations included.")
          .optional(String.class);

  private final Argument<Boolean> yes = Argument.flag("--yes", "Asks nothing.");

  private final Argument<List<Path>> reports =
      Argument.option(
              "--reports",
              "FOLDER",
              "A folder of reports to look through, beside those that are known.")
          .many(Path.class);

  private final RepositoryOption repository = new RepositoryOption();
  private final ProcessOptions process = new ProcessOptions();

  PurgeCommand(Terminal terminal) {
    this(terminal, System.in);
  }

  PurgeCommand(Terminal terminal, InputStream answers) {
    this.terminal = terminal;
    this.answers = answers;
  }

  /** One repository with what is to be purged there. */
  private record Work(PurgePlace place, Purge purge) {}

  /** What the job files of one repository say. */
  private record Scope(Set<Path> roots, Set<String> jobs) {}

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "purge",
            "Deletes runs, reports and remembered addresses that are old, or all that is known of one"
                + " person. Lists what it would delete, and asks before it does.",
            "A job file names its repository and its reports, and limits --older-than to its own runs.")
        .examples(
            "  rollcall purge jobs/nightly.yaml --older-than 90d",
            "  rollcall purge jobs/nightly.yaml --person ana@example.com",
            "  rollcall purge --older-than 1y --yes          all runs in the repository; asks nothing",
            "",
            "In PostgreSQL, VACUUM FULL takes deleted rows off the disk; it and backups are yours.",
            "Exit codes: 0 done or nothing to do, 2 not done without --yes, 3 something could not be",
            "deleted, 5 wrong input, 6 a run is going on, 9 the repository is unavailable.")
        .with(jobs, olderThan, person, yes, reports, repository, process);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, process);
    List<Work> works = works(Clocks.ofProcess());
    List<String> notes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Work work : works) {
      Purge.PurgeList found = work.place().look(work.purge());
      lines.addAll(found.lines());
      notes.addAll(found.notes());
    }
    if (lines.isEmpty()) {
      notes.forEach(terminal::line);
      terminal.line("There is nothing to purge.");
      return ExitCode.DONE.code();
    }
    tell("To be deleted:", lines);
    notes.stream().distinct().forEach(terminal::line);
    return isWanted() ? carryOut(works) : ExitCode.CHANGES.code();
  }

  private List<Work> works(Clock clock) {
    if (olderThan.given().isPresent() == person.given().isPresent()) {
      throw new WrongInput(
          "say what to purge: either --older-than 90d or --person somebody@example.com");
    }
    if (jobs.given().isEmpty()) {
      Scope all = new Scope(new LinkedHashSet<>(reports.given()), Set.of());
      return List.of(
          new Work(PurgePlace.named(repository.named(terminal), clock), purge(all, clock)));
    }
    List<Work> works = new ArrayList<>();
    scopes()
        .forEach(
            (settings, scope) -> works.add(new Work(place(settings, clock), purge(scope, clock))));
    return works;
  }

  private PurgePlace place(RepositorySettings settings, Clock clock) {
    return repository.url.given().isPresent()
        ? PurgePlace.named(repository.named(terminal), clock)
        : PurgePlace.ofJob(settings, clock);
  }

  private Map<RepositorySettings, Scope> scopes() {
    Map<RepositorySettings, Scope> scopes = new LinkedHashMap<>();
    for (Path path : jobs.given()) {
      LoadedJob job = JobArgument.readOffline(path, List.of(), terminal);
      RepositorySettings settings =
          repository.url.given().isPresent()
              ? repository.named(terminal).settings()
              : Repositories.settings(job.file());
      Scope scope =
          scopes.computeIfAbsent(
              settings,
              each -> new Scope(new LinkedHashSet<>(reports.given()), new LinkedHashSet<>()));
      scope.roots().add(job.file().report().folder().path());
      scope.jobs().add(job.file().name().toString());
    }
    return scopes;
  }

  private Purge purge(Scope scope, Clock clock) {
    if (person.given().isPresent()) {
      return new PersonPurge(email(person.given().get()), scope.roots());
    }
    Duration age = olderThan.given().orElseThrow();
    if (age.compareTo(RetentionPeriod.LEAST) < 0) {
      throw new WrongInput("--older-than: an hour is the least; what is younger may be needed");
    }
    return new AgePurge(RetentionPeriod.before(clock.instant(), age), scope.roots(), scope.jobs());
  }

  private static Email email(String text) {
    try {
      return Email.parse(text);
    } catch (MalformedEmail e) {
      throw new WrongInput("--person: " + e.getMessage());
    }
  }

  private boolean isWanted() {
    if (yes.given()) {
      return true;
    }
    if (!terminal.draws()) {
      terminal.line("Nothing was deleted: this is what --yes would do.");
      return false;
    }
    boolean affirmed = new Confirmation(terminal, answers).isAffirmed("Delete all this?");
    if (!affirmed) {
      terminal.line("Nothing was deleted.");
    }
    return affirmed;
  }

  private int carryOut(List<Work> works) {
    List<String> stuck = new ArrayList<>();
    works.forEach(work -> stuck.addAll(work.place().carryOut(work.purge())));
    stuck.forEach(each -> terminal.say(EventKind.COMPLAINT, each));
    terminal.line(stuck.isEmpty() ? "Deleted." : "Deleted, but for what is said above.");
    return stuck.isEmpty() ? ExitCode.DONE.code() : ExitCode.LEFT_OVER.code();
  }

  private void tell(String title, List<String> lines) {
    terminal.line(title);
    lines.forEach(line -> terminal.line("  " + line));
  }
}
