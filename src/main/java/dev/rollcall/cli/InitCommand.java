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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall init}: a job file to begin with. */
@Command(
    name = "init",
    description =
        "Looks at a roster and writes a commented job file for it, with the columns it recognised"
            + " and the questions it could not answer.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall init people.csv                          writes jobs/people.yaml",
      "  rollcall init people.csv --out jobs/nightly.yaml",
      "  rollcall init people.xlsx --sheet 'Active people'",
      "  rollcall init jdbc:postgresql://hr-db/people --query 'select * from employee'"
    })
final class InitCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE|jdbc:…",
      description = "The roster: a file, or the address of a database.")
  String roster;

  @Option(
      names = "--out",
      paramLabel = "JOB",
      description = "Where the job file is written (default: jobs/NAME.yaml).")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--query",
      paramLabel = "SQL",
      description = "What is read from a database; its column names are the headers.")
  Optional<String> query = Optional.empty();

  @Option(
      names = "--sheet",
      paramLabel = "SHEET",
      description =
          "The sheet of a workbook, by name or number. A workbook with a password is opened with"
              + " what the environment variable WORKBOOK_PASSWORD holds.")
  Optional<String> sheet = Optional.empty();

  @Option(names = "--force", description = "Overwrites a file that is there.")
  boolean force;

  @Mixin ProcessOptions process = new ProcessOptions();

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Logs.setUp(terminal, process);
    Path file = out.orElseGet(() -> Path.of("jobs", StarterJob.nameFor(roster) + ".yaml"));
    if (!force && Files.exists(file)) {
      throw new WrongInput(
          new Problem(
              file.toString(), "is there already", "name another with --out, or say --force"));
    }
    LocalDate today = LocalDate.ofInstant(Clocks.ofProcess().instant(), ZoneOffset.UTC);
    StarterRequest asked = new StarterRequest(roster, file, query, sheet);
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
      StandardOpenOption how = force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
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
    if (!process.quiet) {
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
