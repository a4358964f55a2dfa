package dev.rollcall.source.columns;

import dev.rollcall.model.Kind;
import dev.rollcall.model.RightsColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an assignment is about, with the words that usually say so, as {@link CellText#fold} has
 * them.
 */
public enum AssignmentKind {
  ROLE(
      RightsColumn.ROLES,
      "environmentrole role roles envrole workspacerole environment environmentaccess"),
  GROUP(
      RightsColumn.GROUPS,
      "group groups groupmembership membership collaboratorgroup usergroup groupmember"),
  PROJECT(
      RightsColumn.PROJECTS,
      "project projects projectrole projectaccess projectmembership projectgrant");

  private final RightsColumn column;
  private final List<String> spellings;

  AssignmentKind(RightsColumn column, String spellings) {
    this.column = column;
    this.spellings = List.of(spellings.split(" "));
  }

  /** The kind a cell names, of those that a tenant has. */
  public static Optional<AssignmentKind> of(String text, Destination destination) {
    String folded = CellText.fold(text);
    return in(destination)
        .filter(
            kind ->
                kind.spellings.contains(folded)
                    || CellText.fold(kind.word(destination)).equals(folded))
        .findFirst();
  }

  /** How each is best written. */
  public static List<String> words(Destination destination) {
    return in(destination).map(kind -> kind.word(destination)).toList();
  }

  private static Stream<AssignmentKind> in(Destination destination) {
    return Arrays.stream(values()).filter(kind -> destination.has(kind.column));
  }

  private String word(Destination destination) {
    Kind kind = destination.kind(column);
    return (this == ROLE ? kind.right() : kind.noun()).one();
  }
}
