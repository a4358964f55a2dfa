package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.Repositories;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.journal.Repository;
import dev.rollcall.model.Problem;
import dev.rollcall.planning.AccessReading;
import dev.rollcall.planning.NeededFiles;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.Overwriting;
import dev.rollcall.report.ReportTexts;
import dev.rollcall.report.TerminalColours;
import dev.rollcall.report.review.AccessReview;
import dev.rollcall.report.review.ReviewJson;
import dev.rollcall.report.review.ReviewText;
import dev.rollcall.report.review.ReviewWriter;
import dev.rollcall.review.ReviewOptions;
import dev.rollcall.review.Reviewer;
import dev.rollcall.tenant.PrivilegeReading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall review}: who can do what, and why; and a plan of what reviewers decided. */
final class ReviewCommand implements Command {

  /** How the result is written to stdout. */
  enum Format {
    text,
    json
  }

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();
  private final DeadlineOption deadline = new DeadlineOption();
  private final ProcessOptions process = new ProcessOptions();

  private final Argument<Optional<Path>> out =
      Argument.option(
              "--out",
              "FILE",
              "Writes the review to this file: .xlsx, .csv, .html or .json; with --decided, the plan.")
          .optional(Path.class);

  private final ForceOption force = new ForceOption();

  private final Argument<Optional<Path>> decided =
      Argument.option(
              "--decided",
              "FILE",
              "Makes a plan of a review that was decided, .xlsx or .csv: of what is marked remove.")
          .optional(Path.class);

  private final Argument<List<String>> allow =
      Argument.option(
              "--allow",
              "RULE=N",
              "With --decided: raises one safety limit for that plan. May be repeated.")
          .many(String.class);

  private final Argument<Duration> dormant =
      Argument.option(
              "--dormant", "DURATION", "Accounts not used for so long are dormant (default: 90d).")
          .orElse(Duration.class, Duration.ofDays(90));

  private final Argument<Boolean> privileges =
      Argument.flag(
          "--privileges",
          "Also asks the workspace, person by person, what they may do: 2 requests each.");

  private final Argument<Optional<String>> since =
      Argument.option(
              "--since", "RUN", "Also tells what has changed since this run, by the journal.")
          .optional(String.class);

  private final Argument<Format> format =
      Argument.option(
              "--format", "text|json", "How the review is written to stdout (default: text).")
          .orElse(Format.class, Format.text);

  ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "review",
            "Reviews access: who can do what in the workspace, in effect, and which row or rule vouches"
                + " for it. Changes nothing.")
        .examples(
            "  rollcall review jobs/nightly.yaml",
            "  rollcall review jobs/nightly.yaml --out review.xlsx   to be decided line by line",
            "  rollcall review jobs/nightly.yaml --decided review.xlsx --out plan.json",
            "  rollcall apply plan.json jobs/nightly.yaml            what was marked remove, once")
        .with(
            job, deadline, process, out, force, decided, allow, dormant, privileges, since, format);
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, process);
    if (decided.given().isPresent()) {
      return new DecidedPlanning(terminal, process, deadline.given(), force.overwriting())
          .of(job, decided.given().get(), allow.given(), out.given(), format.given() == Format.json)
          .code();
    }
    if (!allow.given().isEmpty()) {
      throw new WrongInput("--allow goes with --decided: a review alone changes nothing");
    }
    ReviewOptions options =
        new ReviewOptions(
            dormant.given(), privileges.given(), since.given().map(ReviewCommand::run));
    LoadedJob loaded = job.read(terminal);
    Overwriting overwriting = force.overwriting().never(new NeededFiles(loaded)::has);
    Optional<ReviewFile> file = out.given().map(path -> ReviewFile.at(path, overwriting));
    AccessReview review = review(loaded, options);
    file.ifPresent(each -> each.write(review));
    writer().write(review, terminal.out());
    terminal.out().flush();
    file.ifPresent(
        each -> terminal.say(EventKind.NOTE, "The review is in " + each.file().path() + "."));
    return ExitCode.DONE.code();
  }

  /** Unlike a plan, a review is not made without what the repository remembers. */
  private AccessReview review(LoadedJob loaded, ReviewOptions options) {
    Optional<Repository> opened =
        Repository.openExisting(Repositories.settings(loaded.file()), Clocks.ofProcess());
    try (Repositories.RepositoryView repository =
            new Repositories.RepositoryView(opened, Optional.empty());
        Look look = new Look(terminal, process, deadline.given());
        OpenedTenant target = look.open(loaded, repository.memory())) {
      AccessReading.Both read =
          new AccessReading(loaded, opened.map(Repository::ledger), look.progress()).of(target);
      sayCost(read, options);
      return new Reviewer(loaded, read, options, opened.map(Repository::journal))
          .review(look.progress());
    }
  }

  private void sayCost(AccessReading.Both read, ReviewOptions options) {
    if (!options.privileges()) {
      return;
    }
    Optional<PrivilegeReading> reading = read.workspace().privileges();
    if (reading.isEmpty()) {
      throw new WrongInput("--privileges: this workspace does not tell what people may do");
    }
    PrivilegeReading.Cost cost = reading.get().cost(read.access().accounts().size());
    terminal.say(
        EventKind.NOTE,
        "--privileges takes %s more, about %s at %s a minute."
            .formatted(
                ReportTexts.counted(cost.requests(), "request", "requests"),
                ReportTexts.duration(cost.lasting()),
                ReportTexts.number(cost.perMinute())));
  }

  private static RunId run(String text) {
    try {
      return new RunId(text);
    } catch (IllegalArgumentException e) {
      throw new WrongInput(
          new Problem(
              "--since",
              "\"" + text + "\" is no run id; they look like 20261122-033101-7f3a",
              "rollcall runs lists them"));
    }
  }

  private ReviewWriter writer() {
    TerminalColours palette = terminal.palette(process);
    return switch (format.given()) {
      case text ->
          new ReviewText(
              process.verbose.given()
                  ? ConsoleStyle.verbose(palette)
                  : ConsoleStyle.brief(palette));
      case json -> new ReviewJson();
    };
  }
}
