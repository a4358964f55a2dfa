package dev.rollcall.source.columns;

import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold between the columns of a source and the way it is to be read. */
final class ColumnChecks {

  private final Columns columns;
  private final MappingSettings mapping;
  private final Place place;
  private final UsualHeaders usual;

  ColumnChecks(Columns columns, MappingSettings mapping) {
    this.columns = columns;
    this.mapping = mapping;
    this.place = columns.profile().place();
    this.usual = new UsualHeaders(columns.profile());
  }

  /**
   * All that is wrong.
   *
   * @param isResolved whether every column that was named is there
   */
  List<Problem> problems(boolean isResolved) {
    List<Problem> problems = new ArrayList<>(repeated());
    if (isResolved) {
      addStatus(problems);
    }
    if (isResolved && problems.isEmpty()) {
      addMissing(problems);
    }
    return problems;
  }

  /** Two columns of one name: which one is read, nobody could tell. */
  private List<Problem> repeated() {
    List<Problem> problems = new ArrayList<>();
    for (int column : columns.used()) {
      String name = lower(column);
      IntStream.range(0, place.columns().size())
          .filter(other -> other != column && lower(other).equals(name))
          .filter(other -> other > column || !columns.used().contains(other))
          .forEach(other -> problems.add(alike(Math.min(column, other), Math.max(column, other))));
    }
    return problems;
  }

  private String lower(int column) {
    return place.columns().get(column).toLowerCase(Locale.ROOT);
  }

  private Problem alike(int first, int second) {
    return new Problem(
        place.label(),
        "columns %s and %s are both called %s"
            .formatted(first + 1, second + 1, CellText.quoted(place.columns().get(second))),
        "rename or remove one of them");
  }

  private void addStatus(List<Problem> problems) {
    if (mapping.status().areGiven() && !columns.has(RosterField.STATUS)) {
      problems.add(
          new Problem(
              place.label(),
              "status: gives words, but no column is read as status",
              "name it under columns:, or remove status:; the columns are "
                  + columns.profile().told()));
    }
  }

  private void addMissing(List<Problem> problems) {
    if (looksLikeAssignments()) {
      problems.add(unsaidShape());
    } else if (!columns.has(RosterField.EMAIL) && mapping.shape() != Shape.JOINED) {
      problems.add(noAddress());
    } else if (!columns.has(RosterField.KIND) && mapping.shape() != Shape.PEOPLE) {
      problems.add(noKind());
    }
  }

  /** Read as people, a group that ends would be a person who leaves. */
  private boolean looksLikeAssignments() {
    return mapping.shape() == Shape.PEOPLE
        && mapping.columns().isEmpty()
        && columns.layout().isEmpty()
        && !usual.of(RosterField.KIND).isEmpty()
        && !usual.of(RosterField.TARGET).isEmpty()
        && Stream.of(RosterField.ROLE, RosterField.STARTS_ON, RosterField.ENDS_ON)
            .anyMatch(field -> !usual.of(field).isEmpty());
  }

  private Problem unsaidShape() {
    return new Problem(
        place.label(),
        "the columns look like assignments, one a row, and not like people; they are "
            + columns.profile().told(),
        "write shape: assignments; if each row is one person, say which columns count: columns:");
  }

  private Problem noAddress() {
    if (place.columns().size() == 1 && place.columns().get(0).matches(".*[,;|\\t].*")) {
      return new Problem(
          place.label(),
          "there is one column only, called " + columns.profile().told(),
          "look at delimiter:, and whether whole lines stand in quotes");
    }
    String what =
        mapping.columns().isEmpty()
            ? "no column looks like an e-mail address"
            : "columns: does not say which column is the e-mail address";
    return new Problem(
        place.label(),
        what + "; the columns are " + columns.profile().told(),
        "name it: " + holdingAddresses());
  }

  private String holdingAddresses() {
    List<String> holding =
        IntStream.range(0, place.columns().size())
            .filter(
                column ->
                    columns
                        .profile()
                        .values(column)
                        .filter(ColumnProfile::holdsAddresses)
                        .isPresent())
            .mapToObj(column -> CellText.quoted(place.columns().get(column)))
            .toList();
    return "columns: { email: " + (holding.isEmpty() ? "…" : String.join(" or ", holding)) + " }";
  }

  private Problem noKind() {
    return new Problem(
        place.label(),
        "no column says of which kind an assignment is; the columns are "
            + columns.profile().told(),
        "name it: columns: { kind: … }, with the words "
            + String.join(", ", AssignmentKind.words(mapping.destination())));
  }
}
