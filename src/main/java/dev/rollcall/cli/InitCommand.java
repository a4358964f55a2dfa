package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.model.Problem;
import dev.rollcall.starter.StarterJob;
import dev.rollcall.starter.StarterRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private final Argument<Boolean> force =
      Argument.flag("--force", "Overwrites a file that is there.");

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
    if (!force.given() && Files.exists(file)) {
      throw new WrongInput(
          new Problem(
              file.toString(), "is there already", "name another with --out, or say --force"));
    }
    LocalDate today = LocalDate.ofInstant(Clocks.ofProcess().instant(), ZoneOffset.UTC);
    StarterRequest asked = new StarterRequest(roster.given(), file, query.given(), sheet.given());
    terminal.discretion().keep(asked.secrets());
    StarterJob starter = StarterJob.of(asked, today);
    write(file, starter.text());
    tell(file, starter);
    return ExitCode.DONE.code();
  }

  private void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      StandardOpenOption how =
          force.given() ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
      Files.writeString(
          file,
          text,
          StandardCharsets.UTF_8,
          how,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new WrongInput(new Problem(file.toString(), "cannot be written", "look at its folder"));
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
