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

  /** The kind with a way of stating rights of the vendor's own that a cell names. */
  public static Optional<Kind> own(String text, Destination destination) {
    String folded = CellText.fold(text);
    return own(destination)
        .filter(
            kind ->
                Stream.concat(
                        Stream.of(kind.noun().one(), kind.noun().many(), kind.right().one()),
                        kind.column().orElseThrow().headers().stream())
                    .map(CellText::fold)
                    .anyMatch(folded::equals))
        .findFirst();
  }

  private static Stream<Kind> own(Destination destination) {
    return destination.vocabulary().kinds().stream()
        .filter(kind -> kind.column().filter(RightsColumn::isOwn).isPresent());
  }

  /** How each is best written. */
  public static List<String> words(Destination destination) {
    return Stream.concat(
            in(destination).map(kind -> kind.word(destination)),
            own(destination).map(kind -> kind.noun().one()))
        .toList();
  }

  private static Stream<AssignmentKind> in(Destination destination) {
    return Arrays.stream(values()).filter(kind -> destination.has(kind.column));
  }

  private String word(Destination destination) {
    Kind kind = destination.kind(column);
    return (this == ROLE ? kind.right() : kind.noun()).one();
  }
}
