package dev.rollcall.starter;

import dev.rollcall.job.GivenRights;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.Onboarding;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.job.spec.RosterSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.model.Problem;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.UnreadColumn;
import dev.rollcall.source.gather.OnConflict;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Understands a spreadsheet of people as a job file to begin with would; but nobody is there to
 * answer what it would ask.
 */
public final class SheetReading {

  private SheetReading() {}

  /**
   * Looks at the spreadsheet.
   *
   * @param offline the workspace they come into
   * @throws UnreadableSource where it cannot be read, or leaves open what must be known
   */
  public static Onboarding.Understood of(
      OnboardingRequest intake, LoadedJob job, OfflineTenant offline) {
    LocalDate today = LocalDate.ofInstant(offline.now(), job.file().timeZone());
    try {
      return understood(
          intake,
          new Circumstances(
              today,
              Optional.of(offline.destination()),
              Onboarding.ruled(job, today),
              given(intake.rights())));
    } catch (UnreadableSource e) {
      throw inWordsOfOptions(e);
    }
  }

  private static Set<UnreadColumn.Guess> given(GivenRights rights) {
    Set<UnreadColumn.Guess> given = EnumSet.noneOf(UnreadColumn.Guess.class);
    if (!rights.roles().isEmpty()) {
      given.add(UnreadColumn.Guess.ROLE);
    }
    if (!rights.groups().isEmpty()) {
      given.add(UnreadColumn.Guess.GROUP);
    }
    return given;
  }

  private static Onboarding.Understood understood(
      OnboardingRequest intake, Circumstances circumstances) {
    StarterRequest asked =
        new StarterRequest(intake.label(), intake.file(), Optional.empty(), intake.sheet());
    DetectedSource candidate = SourceDetection.of(asked);
    if (intake.sheet().isPresent() && !candidate.yaml().contains("type: excel")) {
      throw new UnreadableSource(
          intake.label(), "is no workbook, and has no sheets", "leave --sheet out");
    }
    Survey survey = Survey.of(candidate, circumstances);
    List<Problem> open = survey.questions.open(intake.label());
    if (!open.isEmpty()) {
      throw new UnreadableSource(open);
    }
    return new Onboarding.Understood(
        candidate.spreadsheet().orElseThrow().apply(roster(survey, intake.label())),
        survey.attributeKeys,
        asked.secrets());
  }

  /** There is no job file yet in which a sheet could be named. */
  private static UnreadableSource inWordsOfOptions(UnreadableSource failure) {
    return new UnreadableSource(
        failure.problems().stream()
            .map(
                each ->
                    new Problem(
                        each.where(),
                        each.what(),
                        each.remedy()
                            .replace("sheet: …", "--sheet")
                            .replace("as password: ${env:NAME}", "in WORKBOOK_PASSWORD")
                            .replace("password: in the job file", "WORKBOOK_PASSWORD")))
            .toList());
  }

  private static RosterSpec roster(Survey survey, String label) {
    return new RosterSpec(
        columns(survey, label),
        status(survey),
        survey.shape(),
        OnConflict.PROBLEM,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        RowSelection.WithoutAddress.PROBLEM);
  }

  private static Map<String, Located<ColumnSpec>> columns(Survey survey, String label) {
    Map<String, Located<ColumnSpec>> columns = new LinkedHashMap<>();
    survey
        .columns()
        .forEach((field, spec) -> columns.put(field, new Located<>(spec, Position.whole(label))));
    return columns;
  }

  private static Optional<RosterSpec.StatusSpec> status(Survey survey) {
    StatusChoice words = survey.status;
    return words.active.isEmpty() && words.left.isEmpty()
        ? Optional.empty()
        : Optional.of(new RosterSpec.StatusSpec(words.left, words.active));
  }
}
