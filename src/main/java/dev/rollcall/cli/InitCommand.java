package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.report.RequestedFile;
import dev.rollcall.starter.StarterJob;
import dev.rollcall.starter.StarterRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall init}: a job file to begin with. */
final class InitCommand implements Command {

  private final Terminal terminal;

  private final Argument<String> roster =
      Argument.positional(0, "FILE|jdbc:…", "The roster: a file, or the address of a database.")
          .required(String.class);

  private final Argument<Optional<Path>> out =
      Argument.option("--out", "JOB", "Where the job file is written (default: jobs/NAME.yaml).")
          .optional(Path.class);

  private final Argument<Optional<String>> query =
      Argument.option(
              "--query", "SQL", "What is read from a database; its column names are the headers.")
          .optional(String.class);

  private final Argument<Optional<String>> sheet = SheetOptions.sheet();

  private final ForceOption force = new ForceOption();
  private final ProcessOptions process = new ProcessOptions();

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "init",
            "Looks at a roster and writes a commented job file for it, with the columns it recognised"
                + " and the questions it could not answer.")
        .examples(
            "  rollcall init people.csv                          writes jobs/people.yaml",
            "  rollcall init people.csv --out jobs/nightly.yaml",
            "  rollcall init people.xlsx --sheet 'Active people'",
            "  rollcall init jdbc:postgresql://hr-db/people --query 'select * from employee'")
        .with(roster, out, query, sheet, force, process);
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, process);
    Path file =
        out.given().orElseGet(() -> Path.of("jobs", StarterJob.nameFor(roster.given()) + ".yaml"));
    RequestedFile requested =
        RequestedFile.withFolder("--out", file, force.overwriting().never(this::isRoster))
            .checked();
    LocalDate today = LocalDate.ofInstant(Clocks.ofProcess().instant(), ZoneOffset.UTC);
    StarterRequest asked = new StarterRequest(roster.given(), file, query.given(), sheet.given());
    terminal.discretion().keep(asked.secrets());
    StarterJob starter = StarterJob.of(asked, today);
    requested.write(out -> out.write(starter.text().getBytes(StandardCharsets.UTF_8)));
    tell(file, starter);
    return ExitCode.DONE.code();
  }

  private boolean isRoster(Path file) {
    try {
      return Files.isSameFile(Path.of(roster.given()), file);
    } catch (IOException | InvalidPathException e) {
      // An address of a database, or nothing that could be lost.
      return false;
    }
  }

  private void tell(Path file, StarterJob starter) {
    if (!process.quiet.given()) {
      starter.found().forEach(each -> terminal.line("  " + each));
      terminal.line("");
      terminal.line("To be answered in " + file + ":");
      for (int i = 0; i < starter.questions().size(); i++) {
        terminal.line("  " + (i + 1) + ". " + starter.questions().get(i));
      }
      terminal.line("");
    }
    terminal.line("Written to " + file + "; next: rollcall validate " + file);
  }
}
