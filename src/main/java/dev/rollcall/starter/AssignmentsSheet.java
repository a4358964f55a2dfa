package dev.rollcall.starter;

import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.RecognisedColumns;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.excel.ExcelSettings;
import dev.rollcall.source.excel.ExcelSource;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sheet beside that of the people which seems to say what they are to hold.
 *
 * @param people the sheet of the people
 * @param key what tells whose assignment it is
 */
record AssignmentsSheet(String people, String sheet, String key) {

  private static final int MOST_SHEETS = 8;

  /** The first such sheet of a workbook. Whatever is wrong with it, its reader says. */
  static Optional<AssignmentsSheet> in(ExcelSettings workbook) {
    return table(workbook)
        .flatMap(
            people ->
                IntStream.rangeClosed(1, MOST_SHEETS)
                    .mapToObj(sheet -> table(workbook.withSheet(String.valueOf(sheet))))
                    .flatMap(Optional::stream)
                    .filter(other -> !other.sheet().equals(people.sheet()))
                    .flatMap(other -> other.joinedTo(people).stream())
                    .findFirst());
  }

  /** A sheet with what its headers are about. */
  private record Table(String sheet, RecognisedColumns headers) {

    Optional<AssignmentsSheet> joinedTo(Table people) {
      return headers.shape() == Shape.PEOPLE
          ? Optional.empty()
          : Stream.of("employee-id", "email")
              .filter(headers.fields()::containsKey)
              .filter(people.headers().fields()::containsKey)
              .findFirst()
              .map(key -> new AssignmentsSheet(people.sheet(), sheet, key));
    }
  }

  private static Optional<Table> table(ExcelSettings settings) {
    try (Source.Rows rows = new ExcelSource(settings).open()) {
      String sheet = rows.place().label().substring(settings.label().length() + 1);
      SourceProfile profile = SourceProfile.at(rows.place());
      StandInVendor vendor = StandInVendor.of(profile.headers());
      return Optional.of(
          new Table(sheet, RecognisedColumns.of(profile, OfflineTenant.standIn(vendor))));
    } catch (UnreadableSource e) {
      // No such sheet, or no table.
      return Optional.empty();
    }
  }

  String yaml() {
    return "assignments: { sheet: " + YamlWord.quoted(sheet) + ", key: " + key + " }";
  }

  /**
   * Asks about it.
   *
   * @param named whether somebody has said which sheet is to be read
   */
  OpenQuestion question(boolean named) {
    String text =
        "Does the sheet \""
            + sheet
            + "\" say what these people are to hold? If so, take the # away before assignments:.";
    return named
        ? new OpenQuestion(text)
        : new OpenQuestion(
            text,
            "the sheet \"" + sheet + "\" seems to say what these people are to hold",
            "write that beside the people, or name the sheet to be read alone: --sheet \""
                + people
                + "\"");
  }
}
