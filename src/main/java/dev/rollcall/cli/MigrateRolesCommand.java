package dev.rollcall.cli;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.RunId;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.Repositories;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.journal.Repository;
import dev.rollcall.migration.MigrationFiles;
import dev.rollcall.migration.MigrationJson;
import dev.rollcall.migration.MigrationMarkdown;
import dev.rollcall.migration.MigrationReport;
import dev.rollcall.migration.MigrationTerms;
import dev.rollcall.migration.MigrationText;
import dev.rollcall.migration.MigrationWriter;
import dev.rollcall.migration.RoleMigrator;
import dev.rollcall.model.Thousands;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Tenants;
import dev.rollcall.report.CannotWrite;
import dev.rollcall.report.TerminalColours;
import dev.rollcall.safety.Allowances;
import dev.rollcall.tenant.PermissionMigration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall migrate-roles}: the workspace's roles to the newer permission model. */
final class MigrateRolesCommand implements Command {

  private static final int SHORT = 50;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Terminal terminal;
  private final InputStream answers;

  private final JobArgument job = new JobArgument();

  private final Argument<Boolean> apply =
      Argument.flag("--apply", "Migrates, and writes the job file as JOB.proposed.yaml.");

  private final Argument<Boolean> yes = Argument.flag("--yes", "Asks nothing.");

  private final Argument<List<String>> allow =
      Argument.option("--allow", "losses=N", "Lets it pass that so many people lose something.")
          .many(String.class);

  private final DeadlineOption deadline = new DeadlineOption();
  private final CommonOptions common = new CommonOptions();

  MigrateRolesCommand(Terminal terminal) {
    this(terminal, System.in);
  }

  MigrateRolesCommand(Terminal terminal, InputStream answers) {
    this.terminal = terminal;
    this.answers = answers;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "migrate-roles",
            "Shows what the vendor's migration of roles would do to everybody, before and after, in each"
                + " environment and on each project; and what the job file would have to say then.",
            "With --apply it migrates, after asking once, and compares everybody's access before and"
                + " after. That cannot be undone.")
        .examples(
            "  rollcall migrate-roles jobs/nightly.yaml                     the dry run",
            "  rollcall migrate-roles jobs/nightly.yaml --format markdown   for a ticket",
            "  rollcall migrate-roles jobs/nightly.yaml --apply",
            "",
            "Exit codes: 0 done or nothing to do, 2 not done without --yes, 3 not all was as announced,",
            "4 held back, because people would lose access (--allow losses=N), 5 wrong input,",
            "6 a run is going on, 9 the workspace is unavailable.")
        .with(job, apply, yes, allow, deadline, common);
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, common);
    int losses = losses();
    LoadedJob loaded = job.read(terminal);
    Clock clock = Clocks.ofProcess();
    try (Deadline time = Deadline.in(deadline.given(), terminal)) {
      return (apply.given()
              ? leased(loaded, clock, time, losses)
              : looked(loaded, clock, time, losses))
          .code();
    }
  }

  /** Only people's losses can be allowed here. */
  private int losses() {
    Allowances.Parsed parsed = Allowances.parse(allow.given());
    if (!parsed.problems().isEmpty()) {
      throw new WrongInput(parsed.problems().get(0).toString());
    }
    if (parsed.allowances().byRule().keySet().stream().anyMatch(rule -> !rule.equals("losses"))) {
      throw new WrongInput("--allow: a migration knows one limit only; write --allow losses=N");
    }
    return parsed.allowances().of("losses").orElse(0);
  }

  private ExitCode looked(LoadedJob loaded, Clock clock, Deadline time, int losses) {
    try (Repositories.RepositoryView repository = Repositories.view(loaded.file(), clock);
        OpenedTenant target =
            Tenants.openToRead(loaded, Tenants.Memory.none(), clock, time::isOver)) {
      repository.locked().ifPresent(this::note);
      MigrationTerms terms =
          new MigrationTerms(losses, repository.opened().map(Repository::ledger));
      target.identify();
      Optional<PermissionMigration> migration = target.workspace().migration();
      if (migration.isEmpty()) {
        return nothingToDo(loaded);
      }
      MigrationReport report = new RoleMigrator(loaded, target, migration.get(), terms).rehearse();
      tell(report);
      return report.state() == MigrationReport.State.HELD ? held(report) : ExitCode.DONE;
    }
  }

  /** Nobody else changes the workspace meanwhile. */
  private ExitCode leased(LoadedJob loaded, Clock clock, Deadline time, int losses)
      throws IOException {
    try (Repository repository = Repositories.of(loaded.file(), clock);
        OpenedTenant target = Tenants.open(loaded, Tenants.Memory.none(), clock, time::isOver)) {
      RunId self = RunId.starting(clock.instant(), RANDOM.nextInt());
      try (Lease lease = repository.leases().acquire(target.identify().key(), self)) {
        Optional<PermissionMigration> migration = target.workspace().migration();
        MigrationTerms terms = new MigrationTerms(losses, Optional.of(repository.ledger()));
        return migration.isEmpty()
            ? nothingToDo(loaded)
            : migrated(new RoleMigrator(loaded, target, migration.get(), terms), loaded, clock);
      }
    }
  }

  private ExitCode nothingToDo(LoadedJob loaded) {
    terminal.line(
        "The "
            + loaded.file().vocabulary().tenant()
            + " has no legacy permission model; there is nothing to migrate.");
    return ExitCode.DONE;
  }

  private ExitCode migrated(RoleMigrator migrator, LoadedJob loaded, Clock clock) {
    MigrationFiles files = new MigrationFiles(loaded, clock.instant());
    MigrationReport rehearsed = migrator.rehearse();
    if (rehearsed.state() == MigrationReport.State.HELD) {
      tell(rehearsed);
      return held(rehearsed);
    }
    if (!isWanted(rehearsed)) {
      return ExitCode.CHANGES;
    }
    // Afterwards nobody could tell any more who held what.
    files.report(rehearsed);
    MigrationReport report = migrator.carryOut(rehearsed);
    tell(report);
    // As of a run: the code is about what was done, which can be read in the files too.
    terminal.tellLoss();
    return ExitCode.firstOf(
        List.of(
            kept(() -> keepReport(report, files)),
            kept(() -> keepProposal(report, files)),
            ended(report)));
  }

  /** What was migrated is, also where nothing can be written about it. */
  private ExitCode kept(Runnable writing) {
    try {
      writing.run();
      return ExitCode.DONE;
    } catch (CannotWrite e) {
      new ErrorMessages(terminal).about(e);
      return ExitCode.LEFT_OVER;
    }
  }

  private void keepReport(MigrationReport report, MigrationFiles files) {
    List<Path> written = files.report(report);
    note("Everybody's access before and after stands in " + written.get(0) + " and .md.");
  }

  private void keepProposal(MigrationReport report, MigrationFiles files) {
    Optional.of(report)
        .filter(each -> each.state() == MigrationReport.State.MIGRATED)
        .flatMap(MigrationReport::proposal)
        .filter(proposal -> !proposal.changes().isEmpty())
        .map(files::proposal)
        .ifPresent(
            proposed ->
                note(
                    "The job file as it has to be now is "
                        + proposed
                        + "; look at it, and put it in the place of the old one."));
  }

  private boolean isWanted(MigrationReport rehearsed) {
    if (yes.given()) {
      return true;
    }
    tell(rehearsed);
    if (!terminal.draws() || common.format.given() != CommonOptions.Format.text) {
      note("Nothing was migrated: this is what --apply --yes would do.");
      return false;
    }
    boolean affirmed =
        new Confirmation(terminal, answers)
            .isAffirmed(
                "Migrate the roles of " + rehearsed.workspace() + "? This cannot be undone.");
    if (!affirmed) {
      terminal.line("Nothing was migrated.");
    }
    return affirmed;
  }

  private ExitCode ended(MigrationReport report) {
    if (report.state() == MigrationReport.State.HELD) {
      return held(report);
    }
    if (report.state() == MigrationReport.State.STOPPED) {
      return ExitCode.LEFT_OVER;
    }
    return report.unlike().isEmpty() ? ExitCode.DONE : ExitCode.LEFT_OVER;
  }

  private ExitCode held(MigrationReport report) {
    terminal.say(
        EventKind.COMPLAINT,
        "losses: %s people would lose something, or nobody can tell; nothing of theirs was migrated. If this is right, run again with --allow losses=%d"
            .formatted(Thousands.of(report.losers()), report.losers()));
    return ExitCode.HELD_BACK;
  }

  private void note(String text) {
    terminal.say(EventKind.NOTE, text);
  }

  private void tell(MigrationReport report) {
    try {
      Writer out = terminal.writer();
      writer().write(report, out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MigrationWriter writer() {
    TerminalColours palette = terminal.palette(common);
    return switch (common.format.given()) {
      case text -> new MigrationText(palette, common.verbose.given() ? Integer.MAX_VALUE : SHORT);
      case json -> new MigrationJson();
      case markdown -> new MigrationMarkdown();
    };
  }
}
