package dev.rollcall.cli;

import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.GivenRights;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.Onboarding;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.model.Problem;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.starter.SheetReading;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What a command line says about a spreadsheet of people and what they are given. */
final class SheetOptions implements Arguments {

  private final Argument<Optional<String>> sheet = sheet();

  private final Argument<List<String>> roles =
      Argument.option(
              "--role",
              "ENV=ROLE",
              "The role in an environment, for those whose row does not say one. Once an environment.")
          .many(String.class);

  private final Argument<List<String>> groups =
      Argument.option(
              "--groups", "'A; B'", "Groups for everybody, beside those that their row says.")
          .many(String.class);

  /** Which sheet of a workbook is read. */
  static Argument<Optional<String>> sheet() {
    return Argument.option(
            "--sheet",
            "SHEET",
            "The sheet of a workbook, by name or number. A workbook with a password is opened with"
                + " what the environment variable WORKBOOK_PASSWORD holds.")
        .optional(String.class);
  }

  @Override
  public void addTo(CommandSpec command) {
    Arguments.addAll(command, sheet, roles, groups);
  }

  /**
   * The spreadsheet as it is now.
   *
   * @throws WrongInput with all that is wrong
   */
  OnboardingRequest intake(String file) {
    GivenRights.Parsed given = GivenRights.parse(roles.given(), groups.given());
    List<Problem> problems = new ArrayList<>(given.problems());
    if (file.startsWith("jdbc:")) {
      problems.add(
          new Problem(
              "FILE",
              "is the address of a database",
              "name a spreadsheet; a database is a source of a job file"));
    }
    sheet
        .given()
        .filter(name -> name.isBlank() || name.matches("(?s).*[\\r\\n].*"))
        .ifPresent(
            name ->
                problems.add(
                    new Problem("--sheet", "names no sheet", "write its name or its number")));
    if (!problems.isEmpty()) {
      throw new WrongInput(problems);
    }
    return OnboardingRequest.of(path(file), sheet.given(), given.rights());
  }

  private static Path path(String file) {
    try {
      Path path = Path.of(file);
      if (!file.matches("(?s).*[\\r\\n].*")) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Told below.
    }
    throw new WrongInput("FILE is no path of a file");
  }

  /** The job for the people of a spreadsheet. */
  static LoadedJob onboarding(LoadedJob job, OnboardingRequest intake, Terminal terminal) {
    List<Problem> impossible = intake.rights().impossible(job.file().vocabulary());
    if (!impossible.isEmpty()) {
      throw new WrongInput(impossible);
    }
    OfflineTenant offline = OfflineTenant.of(job.file(), Clocks.ofProcess());
    LocalDate today = LocalDate.ofInstant(offline.now(), job.file().timeZone());
    LoadedJob onboarding = Onboarding.of(job, intake, SheetReading.of(intake, job, offline), today);
    terminal.discretion().keep(onboarding.secrets());
    return onboarding;
  }
}
